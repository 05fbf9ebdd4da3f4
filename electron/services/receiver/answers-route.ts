import type { ReceiptsAnswer } from "../../../shared/submission/receiver-answer.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import type { Admitted } from "./gate.ts";
import type { ReceiverBase } from "./receiver-base.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { isComplete } from "./upload-store.ts";

/** What a unit is told of a package of its own; another unit's is as unknown as one that never came. */

export type Answered = { readonly ok: true; readonly answer: ReceiptsAnswer } | Refusal;

const NOTHING = { receipts: [], refusal: null } as const;

/** Answers `GET /receipts/<packageId>?after=<serial>`. */
export async function answerReceipts(
  base: ReceiverBase,
  { token, unit }: Admitted,
  packageId: string,
  after: number,
): Promise<Answered> {
  if (token.purpose !== "receipts" || token.packageId !== packageId) return refuse("token-other");
  const found = await base.packages.findReceived(packageId);
  if (!found.ok) return refuse("server-fault");
  const { stored } = found;
  if (stored !== null && stored.entry.manifest.unit.id === unit.id) {
    const receipts = await base.packages.readReceipts(stored, after);
    return answered({ state: "received", receipts: receipts.map(toBase64), refusal: null });
  }
  const uploads = await base.uploads.list();
  const isWaiting = uploads.some(
    (one) => one.unitId === unit.id && one.sha256 === token.sha256 && isComplete(one),
  );
  if (isWaiting) return answered({ state: "reading", ...NOTHING, receipts: [] });
  return answered(await findRefusal(base, unit.id, token.sha256));
}

function answered(answer: ReceiptsAnswer): Answered {
  return { ok: true, answer };
}

async function findRefusal(
  { packages }: ReceiverBase,
  unitId: string,
  sha256: string,
): Promise<ReceiptsAnswer> {
  const refused = await packages.findRefused(sha256);
  // A file that came by stick and bears no signature could be anybody's.
  if (refused === null || refused.record.unitId !== unitId) {
    return { state: "unknown", ...NOTHING, receipts: [] };
  }
  const { record, receipt } = refused;
  return {
    state: "refused",
    receipts: receipt === null ? [] : [toBase64(receipt)],
    refusal: { code: record.code, message: describePackageRefusal(record.code) },
  };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
