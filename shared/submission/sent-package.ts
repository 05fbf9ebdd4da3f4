import { z } from "zod";
import { filledText, list, record, wholeNumber } from "../records/fields.ts";
import { instant, sha256 } from "./fields.ts";
import { packageManifestSchema } from "./package-manifest.ts";
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
 * The place of the next package of a unit and year: behind the last one, or, where that one never reached
 * the bureau, in its stead.
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
  const head = own.toSorted(byPlace)[0];
  if (head === undefined) {
    if (isReplacing) return { ok: false, code: "nothing-sent" };
    return { ok: true, place: { revision: 1, attempt: 1, previous: null } };
  }
  if (!isReplacing) {
    const revision = head.manifest.revision + 1;
    return { ok: true, place: { revision, attempt: 1, previous: head.tagmanifest } };
  }
  if (wasReceived(head)) return { ok: false, code: "answered" };
  const { revision, previous } = head.manifest;
  const tries = own
    .filter(({ manifest }) => manifest.revision === revision)
    .map((one) => one.attempt);
  return { ok: true, place: { revision, attempt: Math.max(...tries) + 1, previous } };
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
