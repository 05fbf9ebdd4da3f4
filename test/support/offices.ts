import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import type { AttachmentInput } from "../../electron/services/packages/attachment-files.ts";
import { takeAttachment } from "../../electron/services/packages/attachment-files.ts";
import {
  buildPackage,
  type BuiltPackage,
  type BuildWork,
} from "../../electron/services/packages/build-package.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import type {
  ConfirmedCandidate,
  PackageOrder,
  Sender,
} from "../../electron/services/packages/package-order.ts";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { type BureauCard, USUAL_ASKS } from "../../shared/submission/bureau-card.ts";
import { unitProfileOf } from "../../shared/submission/profiles.ts";
import { resolveCandidates } from "../../shared/workbook/lists/candidates.ts";
import { makeKeys } from "./installation.ts";
import { STAFF } from "./package-documents.ts";

/** A unit and its bureau, each with real keys and a data folder, knowing each other. */

/** 10 September 2026, 02:30 UTC. */
export const NOW = Date.UTC(2026, 8, 10, 2, 30);

export interface Pair {
  readonly sender: Sender;
  readonly office: Office;
  /** Where packages are delivered. */
  readonly stick: string;
}

/** The card of a bureau with these keys. */
export function cardOf(keys: UnlockedKeys, asks: Partial<BureauCard["asks"]> = {}): BureauCard {
  return {
    format: "jiceng.bureau-card/1",
    bureau: { id: "bureau-1", name: "示例县人力资源和社会保障局" },
    addresses: [],
    asks: { ...USUAL_ASKS, ...asks },
    keys: keys.publicKeys,
    serial: 1,
    issuedAt: "2026-09-01T00:00:00Z",
    replaces: null,
  };
}

/** A unit and a bureau in folders of their own under one folder. */
export async function makePair(
  folder: string,
  { unitFile = STAFF, asks = {} }: { unitFile?: UnitFile; asks?: Partial<BureauCard["asks"]> } = {},
): Promise<Pair> {
  return pairOf(folder, await makeKeys("unit"), await makeKeys("bureau"), { unitFile, asks });
}

/** The same with keys that are there already. */
export function pairOf(
  folder: string,
  unitKeys: UnlockedKeys,
  bureauKeys: UnlockedKeys,
  { unitFile = STAFF, asks = {} }: { unitFile?: UnitFile; asks?: Partial<BureauCard["asks"]> } = {},
): Pair {
  const card = cardOf(bureauKeys, asks);
  const stick = join(folder, "stick");
  mkdirSync(stick, { recursive: true });
  const enrolled = {
    unit: unitProfileOf(unitFile.unit),
    keys: unitKeys.publicKeys,
    enrolledAt: "2026-09-01T00:00:00Z",
    revokedAt: null,
  };
  return {
    sender: {
      dataFolder: join(folder, "unit"),
      keys: unitKeys,
      bureau: { card, trustedAt: "2026-09-01T00:00:00Z", revokedAt: null },
      now: NOW,
    },
    office: {
      dataFolder: join(folder, "bureau"),
      keys: bureauKeys,
      card,
      units: [enrolled],
      packs: SHIPPED_PACKS,
      now: NOW + 60_000,
    },
    stick,
  };
}

/** The first assessment of each person named, confirmed. */
export function confirmedCandidates(
  unitFile: UnitFile,
  personIds: readonly string[],
): readonly ConfirmedCandidate[] {
  const source = { unitFile, cycle: cycleOf(2026), pack: SHANDONG_2020 };
  const answers = evaluate(unitFile, source.cycle, source.pack);
  const choices = answers
    .filter(({ personId }) => personIds.includes(personId))
    .flatMap(({ personId, assessments }) =>
      assessments.slice(0, 1).map((one) => ({ personId, ...one })),
    );
  const resolved = resolveCandidates(source, answers, choices);
  if (!resolved.ok) throw new Error("candidates that are not known");
  const confirmation = { by: "王审核", at: "2026-09-09T08:00:00Z", reason: "已核对原件" };
  return resolved.candidates.map((candidate, index) => ({
    candidate,
    confirmation,
    score: null,
    rank: index + 1,
  }));
}

/** A scan of a certificate, made up of so many bytes that do not pack. */
export async function scanOf(
  folder: string,
  name: string,
  bytes: Buffer,
): Promise<AttachmentInput> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return takeAttachment(path, {
    extension: "jpg",
    personId: "p-001",
    kind: "title",
    title: `${name}职称证书`,
  });
}

/** An order about two of the three doctors. */
export function orderWith(given: Partial<PackageOrder> = {}, unitFile = STAFF): PackageOrder {
  return {
    source: { unitFile, cycle: cycleOf(2026), pack: SHANDONG_2020 },
    candidates: confirmedCandidates(unitFile, ["p-001", "p-003"]),
    publicity: { from: "2026-09-01", to: "2026-09-07" },
    attachments: [],
    isReplacing: false,
    ...given,
  };
}

/** Packs; a refusal is a fault of the test and throws. */
export async function packFor(
  { sender, stick }: Pick<Pair, "sender" | "stick">,
  order: PackageOrder = orderWith(),
  work: BuildWork = {},
): Promise<BuiltPackage> {
  const built = await buildPackage(order, sender, { folder: stick, isOverwriting: true }, work);
  if (!built.ok) throw new Error(`not packed: ${built.code} ${built.place ?? ""}`);
  return built;
}
