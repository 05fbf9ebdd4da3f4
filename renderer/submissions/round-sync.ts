import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { RoundContext } from "../../shared/recommendation/context.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { addSubmission, takeReceipts } from "../../shared/recommendation/submissions.ts";
import { followReceipts } from "../../shared/recommendation/take-step.ts";
import { RECEIPT_FORMAT, type Receipt } from "../../shared/submission/receipt.ts";

/** Bringing a round up to what the outbox knows: the packages that were built, and the bureau's verified answers. */

/** A verified receipt of the outbox as the document that it is. */
function receiptsOf({ packageId, tagmanifest, revision, receipts }: OutboxItem): Receipt[] {
  return receipts.map(({ serial, status, issuedAt, receivedAt, remarks }) => ({
    format: RECEIPT_FORMAT,
    packageId,
    tagmanifest,
    revision,
    serial,
    status,
    issuedAt,
    receivedAt,
    remarks,
  }));
}

/** The packages of a round's year that count, in the order of the chain. */
export function itemsOfRound(
  { year }: Pick<Round, "year">,
  items: readonly OutboxItem[],
): readonly OutboxItem[] {
  return items
    .filter((item) => item.year === year && !item.isReplaced)
    .toSorted((a, b) => a.revision - b.revision || a.attempt - b.attempt);
}

/**
 * The round with the outbox's packages and answers, and every step taken that these stand for; the same round
 * where nothing is new. `at` is now: the bureau takes the steps, as its receipts say.
 */
export function followOutbox(
  context: RoundContext,
  items: readonly OutboxItem[],
  at: string,
): Round {
  const { round } = context;
  const own = itemsOfRound(round, items);
  if (own.length === 0) return round;
  const built = own.reduce(withPackage, round);
  const answered = takeReceipts(built, own.flatMap(receiptsOf));
  const by = own.at(-1)?.bureauName ?? "";
  const followed = followReceipts({ ...context, round: answered }, { by, at, note: null });
  return JSON.stringify(followed) === JSON.stringify(round) ? round : followed;
}

function withPackage(round: Round, item: OutboxItem): Round {
  const { packageId, revision, tagmanifest, builtAt } = item;
  const isKnown = round.submissions.some((one) => one.packageId === packageId);
  return isKnown ? round : addSubmission(round, { packageId, revision, tagmanifest, builtAt });
}
