import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import { isReceiptFor, type Receipt } from "../../../shared/submission/receipt.ts";
import type { SentPackage } from "../../../shared/submission/sent-package.ts";
import { writeDurably } from "../files/durable.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { describeReceiptFault, type ReceiptFault, type ReceiptRefusal } from "../receipts/fault.ts";
import { readReceipt } from "../receipts/read-receipt.ts";
import type { TrustedBureau } from "../trust/trusted-bureau.ts";
import { sha256Hex } from "./pack-digest.ts";
import { receiptPathIn } from "./folder-packages.ts";
import { sentShelf } from "./sent-shelf.ts";
import { listShelf, type Shelved, writeRecord } from "./shelf.ts";

/** Reading the bureau's answers on the unit's side. */

const OWN_FAULTS = {
  "not-sent": "本机没有这份回执所答复的报送包，或内容与本机的不同；请核对是否拿错了回执",
  "records-damaged": "本单位的报送记录已损坏或被改动；请用备份恢复 sent 文件夹",
} as const;

export type KeepFault = keyof typeof OWN_FAULTS | ReceiptFault;

export interface KeepRefusal extends Omit<ReceiptRefusal, "code"> {
  readonly code: KeepFault;
}

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeKeepFault(code: KeepFault): string {
  return code in OWN_FAULTS
    ? OWN_FAULTS[code as keyof typeof OWN_FAULTS]
    : describeReceiptFault(code as ReceiptFault);
}

export interface Reader {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  /** Every bureau key that was ever trusted. */
  readonly bureaus: readonly TrustedBureau[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface KeptReceipt {
  readonly ok: true;
  readonly receipt: Receipt;
  readonly sent: SentPackage;
  /** False where the same receipt was kept before. */
  readonly isNew: boolean;
}

/**
 * Verifies a receipt, finds the package whose bytes it answers and keeps it there: from then on the package
 * counts as sent (promise 9). The same receipt twice changes nothing.
 */
export async function keepReceipt(
  bytes: Uint8Array,
  { dataFolder, keys, bureaus, now }: Reader,
): Promise<KeptReceipt | KeepRefusal> {
  const signers = bureaus.map(({ card, revokedAt }) => ({ keys: card.keys, revokedAt }));
  const moment = formatInstant(now);
  const read = await readReceipt(bytes, keys.ageIdentities, signers);
  if (!read.ok) return read;
  const { receipt } = read;
  const shelf = sentShelf(dataFolder, keys.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return { ok: false, code: listed.code };
  const answered = findAnswered(listed.entries, receipt);
  if (answered === undefined) return { ok: false, code: "not-sent" };
  const { name, entry } = answered;
  const known = entry.receipts.some((one) => canonicalJson(one.receipt) === canonicalJson(receipt));
  if (known) return { ok: true, receipt, sent: entry, isNew: false };
  const receipts = [...entry.receipts, { receipt, sha256: sha256Hex(bytes), readAt: moment }];
  const sent = { ...entry, receipts };
  const folder = join(shelf.folder, name);
  await writeDurably(receiptPathIn(folder, receipts.length), bytes);
  await writeRecord(shelf, folder, sent);
  return { ok: true, receipt, sent, isNew: true };
}

function findAnswered(
  entries: readonly Shelved<SentPackage>[],
  receipt: Receipt,
): Shelved<SentPackage> | undefined {
  return entries.find(({ entry: { manifest, tagmanifest } }) =>
    isReceiptFor(receipt, { packageId: manifest.id, tagmanifest, revision: manifest.revision }),
  );
}
