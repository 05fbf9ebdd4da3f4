import { rm } from "node:fs/promises";
import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { PRODUCT } from "../../../shared/product.ts";
import { chainPlace, packageFileName } from "../../../shared/submission/package-name.ts";
import {
  type NextPlace,
  nextPlace,
  SENT_FORMAT,
  type SentPackage,
} from "../../../shared/submission/sent-package.ts";
import { writeContainer } from "../container/write-container.ts";
import { makeFolder, moveDurably, unfinishedName } from "../files/durable.ts";
import { fileFaultOf, isTaken } from "../files/faults.ts";
import { type BuildRefusal, refuseBuild } from "./build-fault.ts";
import {
  type DeliveredPackage,
  deliver,
  type DeliveryTarget,
  findTargetFault,
} from "./delivery.ts";
import { type PackageContent, prepareContent, writeBag } from "./package-content.ts";
import { findOrderFault, type PackageOrder, type Sender } from "./package-order.ts";
import { readOwnPackage } from "./read-package.ts";
import { sentShelf } from "./sent-shelf.ts";
import { listShelf, PACKAGE_FILE, type Shelf, writeRecord } from "./shelf.ts";
import { createUuidV7 } from "./uuid-v7.ts";

export interface BuildWork {
  readonly signal?: AbortSignal;
  /** Told the bytes so far and about how many there will be. */
  readonly onProgress?: (done: number, total: number) => void;
  /**
   * Reads the package back as a whole, as its bureau will, before it counts; told when that begins. Absent:
   * it is not read back.
   */
  readonly onRehearsal?: () => void;
}

export interface BuiltPackage extends DeliveredPackage {
  readonly ok: true;
  readonly sent: SentPackage;
}

/** A package that is on the shelf and nowhere else yet. */
export interface ShelvedPackage {
  readonly ok: true;
  readonly sent: SentPackage;
  /** Its folder on the shelf. */
  readonly folder: string;
}

/**
 * Packs, signs and encrypts what an order asks for, and puts it with its cover sheet into a folder. The
 * unit keeps a copy and the record under `<data>/sent`. Failed or cancelled, it leaves nothing and uses up
 * no revision; killed, it leaves nothing, or a whole package on the shelf that can be delivered again.
 */
export async function buildPackage(
  order: PackageOrder,
  sender: Sender,
  target: DeliveryTarget,
  work: BuildWork = {},
): Promise<BuiltPackage | BuildRefusal> {
  return orRefusal(work, async () => {
    const packed = await buildInTurn(order, sender, target, work);
    if (!packed.ok) return packed;
    try {
      const shelved = join(packed.folder, PACKAGE_FILE);
      const delivered = await deliver(shelved, packed.sent, target, work.signal);
      return { ok: true, sent: packed.sent, ...delivered };
    } catch (error) {
      await takeOffShelf(packed.folder);
      throw error;
    }
  });
}

/** The same, and the package stays on the shelf for now: it is sent or copied from there. */
export async function buildOnShelf(
  order: PackageOrder,
  sender: Sender,
  work: BuildWork = {},
): Promise<ShelvedPackage | BuildRefusal> {
  return orRefusal(work, () => buildInTurn(order, sender, null, work));
}

async function orRefusal<Result>(
  { signal }: BuildWork,
  build: () => Promise<Result>,
): Promise<Result | BuildRefusal> {
  try {
    return await build();
  } catch (error) {
    if (signal?.aborted === true) return refuseBuild("cancelled");
    const code = fileFaultOf(error);
    if (code === null) throw error;
    return refuseBuild(code);
  }
}

async function buildInTurn(
  ...given: Parameters<typeof buildOnce>
): Promise<ShelvedPackage | BuildRefusal> {
  try {
    return await buildOnce(...given);
  } catch (error) {
    // Another process took this place in the chain meanwhile: this package follows on that one.
    if (!isTaken(error)) throw error;
    return buildOnce(...given);
  }
}

async function buildOnce(
  order: PackageOrder,
  sender: Sender,
  target: DeliveryTarget | null,
  work: BuildWork,
): Promise<ShelvedPackage | BuildRefusal> {
  const fault = findOrderFault(order, sender);
  if (fault !== null) return fault;
  const { unitFile, cycle } = order.source;
  const shelf = sentShelf(sender.dataFolder, sender.keys.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return refuseBuild(listed.code, listed.folder);
  const others = listed.entries.map(({ entry }) => entry);
  const next = nextPlace(others, unitFile.unit.id, cycle.year, order.isReplacing);
  if (!next.ok) return refuseBuild(next.code);
  const content = await prepareContent(order, identify(sender, next.place), work.signal);
  const exists = target === null ? null : await findTargetFault(target, content.manifest);
  return exists ?? putOnShelf(shelf, content, next.place, sender, work);
}

function identify({ bureau, now }: Sender, { revision, previous }: NextPlace) {
  const { card } = bureau;
  return {
    id: createUuidV7(now),
    bureau: { id: card.bureau.id, kid: card.keys.kid },
    revision,
    previous,
    createdAt: formatInstant(now),
    software: PRODUCT,
  };
}

/** Packs into an unfinished folder, which becomes a package on the shelf by one rename. */
async function putOnShelf(
  shelf: Shelf<SentPackage>,
  content: PackageContent,
  place: NextPlace,
  sender: Sender,
  work: BuildWork,
): Promise<ShelvedPackage | BuildRefusal> {
  const { attempt } = place;
  const name = chainPlace(content.manifest) + (attempt === 1 ? "" : `-${attempt}`);
  const folder = join(shelf.folder, name);
  const unfinished = unfinishedName(folder);
  await makeFolder(unfinished);
  try {
    const packed = await pack(join(unfinished, PACKAGE_FILE), content, sender, work);
    if (!packed.ok) return packed;
    const fault = await rehearse(join(unfinished, PACKAGE_FILE), packed.tagmanifest, sender, work);
    if (fault !== null) return fault;
    const sent: SentPackage = {
      format: SENT_FORMAT,
      manifest: content.manifest,
      bureauName: sender.bureau.card.bureau.name,
      attempt,
      tagmanifest: packed.tagmanifest,
      file: packed.file,
      receipts: [],
    };
    await writeRecord(shelf, unfinished, sent);
    work.signal?.throwIfAborted();
    await moveDurably(unfinished, folder);
    return { ok: true, folder, sent };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function pack(
  path: string,
  content: PackageContent,
  { keys, bureau }: Sender,
  { signal, onProgress }: BuildWork,
) {
  const { card } = bureau;
  const total = content.manifest.counts.attachmentBytes;
  let tagmanifest = "";
  const written = await writeContainer(
    path,
    [card.keys.reading, keys.publicKeys.reading],
    async (zip) => {
      tagmanifest = await writeBag(zip, content, keys, card.asks.sm2);
    },
    {
      ...(signal && { signal }),
      onProgress: (bytes) => onProgress?.(Math.min(bytes, total), total),
    },
  );
  if (!written.ok) {
    return refuseBuild(
      written.code,
      "entry" in written ? titleOf(content, written.entry) : undefined,
    );
  }
  const { size, sha256 } = written;
  if (size > card.asks.largestPackage) return refuseBuild("package-too-big");
  const file = { name: packageFileName(content.manifest), size, sha256 };
  return { ok: true as const, tagmanifest, file };
}

/** Reads a package back as its bureau will; null where it is what was packed. */
async function rehearse(
  path: string,
  tagmanifest: string,
  { keys, bureau }: Sender,
  { onRehearsal }: BuildWork,
): Promise<BuildRefusal | null> {
  if (onRehearsal === undefined) return null;
  onRehearsal();
  const read = await readOwnPackage(path, keys.ageIdentities, {
    signers: [{ keys: keys.publicKeys, revokedAt: null }],
    isSm2Asked: bureau.card.asks.sm2,
    // Remarks are for the bureau: what is rehearsed is that the file opens and says what was packed.
    packs: [],
  });
  if (!read.ok) return refuseBuild("rehearsal-failed", [read.code, ...read.notes].join(" "));
  return read.tagmanifest === tagmanifest ? null : refuseBuild("rehearsal-failed");
}

/** The title of the attachment behind an entry, which a clerk knows it by. */
function titleOf({ attachments }: PackageContent, entry: string): string {
  return attachments.find(({ listed }) => entry.includes(listed.sha256))?.listed.title ?? entry;
}

/** Takes a package that could not be delivered off the shelf again, by one rename. */
async function takeOffShelf(folder: string): Promise<void> {
  const unfinished = unfinishedName(folder);
  await moveDurably(folder, unfinished);
  await rm(unfinished, { recursive: true, force: true });
}
