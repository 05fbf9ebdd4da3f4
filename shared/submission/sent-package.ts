import { z } from "zod";
import { filledText, list, record, wholeNumber } from "../records/fields.ts";
import { instant, sha256 } from "./fields.ts";
import { type PackageManifest, packageManifestSchema } from "./package-manifest.ts";
import {
  isOfReceived,
  latestReceipt,
  MOST_ANSWERS,
  RECEIPT_STATUSES,
  receiptSchema,
} from "./receipt.ts";

/** What a unit keeps of a package that it packed: the chain goes on from it, receipts are held against it. */

const MOST_ATTEMPTS = 1_000;

export const SENT_FORMAT = "jiceng.sent/1";

/** A file as it left. */
export const travellingFileSchema = record({
  name: filledText(),
  size: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  sha256: sha256(),
});

export const sentPackageSchema = record({
  format: z.literal(SENT_FORMAT),
  manifest: packageManifestSchema,
  bureauName: filledText(),
  /** From 1: which try at this revision, where one took the place of another that was never received. */
  attempt: wholeNumber(1, MOST_ATTEMPTS),
  tagmanifest: sha256(),
  file: travellingFileSchema,
  /** Verified receipts in the order in which they were read. */
  receipts: list(
    record({ receipt: receiptSchema, sha256: sha256(), readAt: instant() }),
    MOST_ANSWERS,
  ),
});
export type SentPackage = z.infer<typeof sentPackageSchema>;

export const SENT_STATES = ["packed", ...RECEIPT_STATUSES] as const;
/** `packed` until a receipt for these bytes was verified: only then does it count as sent (promise 9). */
export type SentState = (typeof SENT_STATES)[number];

/** Where a package stands: the bureau's latest answer, in whatever order the answers were read. */
export function sentStateOf({ receipts }: Pick<SentPackage, "receipts">): SentState {
  return latestReceipt(receipts.map(({ receipt }) => receipt))?.status ?? "packed";
}

/** Where the next package stands in its chain. */
export interface NextPlace {
  readonly revision: number;
  readonly attempt: number;
  readonly previous: string | null;
}

/** `nothing-sent`: there is no package to replace · `answered`: the last one was received, a correction is a new revision. */
export type NextPlaceResult =
  | { readonly ok: true; readonly place: NextPlace }
  | { readonly ok: false; readonly code: "nothing-sent" | "answered" };

/**
 * The place of the next package of a unit and year: behind the last one, or, where that one never reached the
 * bureau, in its stead; behind the bureau's own last one where that was built elsewhere.
 */
export function nextPlace(
  sent: readonly SentPackage[],
  unitId: string,
  year: number,
  isReplacing: boolean,
): NextPlaceResult {
  const own = sent.filter(
    ({ manifest }) => manifest.unit.id === unitId && manifest.cycle.year === year,
  );
  const foreign = foreignHead(own);
  const standing = own.filter((one) => !isReplaced(one, own));
  const head = standing.toSorted(byPlace)[0];
  if (foreign !== null && !(head !== undefined && isBuiltOn(head, foreign, own))) {
    return { ok: true, place: placeAt(own, foreign.revision + 1, foreign.tagmanifest) };
  }
  if (head === undefined) {
    if (isReplacing) return { ok: false, code: "nothing-sent" };
    return { ok: true, place: { revision: 1, attempt: 1, previous: null } };
  }
  if (!isReplacing) {
    return { ok: true, place: placeAt(own, head.manifest.revision + 1, head.tagmanifest) };
  }
  if (wasReceived(head)) return { ok: false, code: "answered" };
  return { ok: true, place: placeAt(own, head.manifest.revision, head.manifest.previous) };
}

/** A place in the chain, behind the tries at it that there were. */
function placeAt(
  own: readonly SentPackage[],
  revision: number,
  previous: string | null,
): NextPlace {
  const tries = own
    .filter(({ manifest }) => manifest.revision === revision)
    .map(({ attempt }) => attempt);
  return { revision, attempt: Math.max(0, ...tries) + 1, previous };
}

export interface ChainHead {
  readonly revision: number;
  readonly tagmanifest: string;
}

/**
 * The bureau's last revision, as its refusals tell it, where it was not built here: the unit was installed anew
 * or restored from an older backup. Null where there is none, or we have gone on from it.
 */
export function foreignHead(own: readonly SentPackage[]): ChainHead | null {
  const latest = foreignHeads(own).toSorted((a, b) => b.revision - a.revision)[0];
  if (latest === undefined) return null;
  const isBehindUs = own.some((one) => wasReceived(one) && one.manifest.revision > latest.revision);
  return isBehindUs ? null : latest;
}

function foreignHeads(own: readonly SentPackage[]): readonly ChainHead[] {
  return own
    .flatMap(({ receipts }) => receipts.flatMap(({ receipt }) => receipt.head ?? []))
    .filter((head) => !own.some(({ tagmanifest }) => tagmanifest === head.tagmanifest));
}

/** Whether a package follows on one, directly or by others of ours. */
function isBuiltOn(
  one: SentPackage,
  { tagmanifest }: Pick<ChainHead, "tagmanifest">,
  own: readonly SentPackage[],
): boolean {
  for (let link: SentPackage | undefined = one; link !== undefined;) {
    const { previous }: Pick<PackageManifest, "previous"> = link.manifest;
    if (previous === tagmanifest) return true;
    link = own.find((other) => other.tagmanifest === previous);
  }
  return false;
}

/**
 * True where another package of the same unit and year stands in the place of one that the bureau does not have:
 * of several tries at a revision the one that was received counts, else the last; and once something was built
 * behind the bureau's own last revision, what was not built there is left behind.
 */
export function isReplaced(one: SentPackage, own: readonly SentPackage[]): boolean {
  if (wasReceived(one)) return false;
  if (own.some((other) => isLaterTry(other, one))) return true;
  return foreignHeads(own).some(
    (head) => !isBuiltOn(one, head, own) && own.some((other) => isBuiltOn(other, head, own)),
  );
}

/** True for another try at the same revision, where that one counts. */
export function isLaterTry(other: SentPackage, one: SentPackage): boolean {
  if (other.manifest.id === one.manifest.id || other.manifest.revision !== one.manifest.revision) {
    return false;
  }
  return wasReceived(other) || other.attempt > one.attempt;
}

/** The latest revision first; of several tries the one that the bureau received, else the latest. */
function byPlace(a: SentPackage, b: SentPackage): number {
  const received = Number(wasReceived(b)) - Number(wasReceived(a));
  return b.manifest.revision - a.manifest.revision || received || b.attempt - a.attempt;
}

/** True where the bureau has it: what it refused at the door takes no place in the chain. */
export function wasReceived({ receipts }: Pick<SentPackage, "receipts">): boolean {
  return receipts.some(({ receipt }) => isOfReceived(receipt));
}
