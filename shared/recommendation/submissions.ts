import {
  isOfReceived,
  latestReceipt,
  type Receipt,
  type ReceiptStatus,
} from "../submission/receipt.ts";
import type { Matter } from "./matter.ts";
import type { Round, RoundSubmission } from "./round.ts";

/** The packages of a round and what the bureau answered: order comes from revisions and serials, never from a clock. */

/** The last package that was built. */
export function latestSubmission({ submissions }: Round): RoundSubmission | undefined {
  return submissions.toSorted((a, b) => a.revision - b.revision).at(-1);
}

/** A package that the bureau has not answered, and that no later answer has overtaken. */
export function openSubmission({ submissions }: Round): RoundSubmission | undefined {
  const answered = submissions.filter(({ status }) => status !== null);
  const highest = Math.max(0, ...answered.map(({ revision }) => revision));
  return submissions.findLast(({ status, revision }) => status === null && revision > highest);
}

/** What is missing before a receipt of one of these statuses can move the round. */
export function missingReceipt(
  round: Round,
  statuses: readonly ReceiptStatus[],
): readonly Matter[] {
  const latest = latestSubmission(round);
  const status = latest?.status ?? null;
  if (status !== null && statuses.includes(status)) return [];
  return [{ code: "receipt.missing", details: { revision: latest?.revision ?? null } }];
}

/** What is missing before a package counts as sent: a receipt for one that is newer than those sent back. */
export function missingFirstReceipt(round: Round): readonly Matter[] {
  const latest = latestSubmission(round);
  const revision = latest?.revision ?? null;
  const isNew = revision !== null && revision > returnedRevision(round);
  return isNew && latest?.status !== null
    ? []
    : [{ code: "receipt.missing", details: { revision } }];
}

/** The highest revision that was sent back; 0 for none. */
function returnedRevision({ steps }: Round): number {
  const returned = steps.filter(({ step }) => step === "return");
  return Math.max(0, ...returned.map(({ revision }) => revision ?? 0));
}

/** A round with a package that was just built. One built in the stead of another takes its place. */
export function addSubmission(
  round: Round,
  built: Pick<RoundSubmission, "packageId" | "revision" | "tagmanifest" | "builtAt" | "content">,
): Round {
  const others = round.submissions.filter(
    ({ packageId, revision, status }) =>
      packageId !== built.packageId && (revision !== built.revision || status !== null),
  );
  const submission: RoundSubmission = { ...built, status: null, serial: null, remarks: [] };
  return { ...round, submissions: [...others, submission] };
}

/**
 * A round with what verified receipts say of its packages; the latest answer of each counts. A package that
 * was refused at the door was never received: it moves nothing, and another may take its place.
 */
export function takeReceipts(round: Round, receipts: readonly Receipt[]): Round {
  const answers = receipts.filter(isOfReceived);
  const submissions = round.submissions.map((submission) => {
    const own = answers.filter(
      ({ packageId, tagmanifest, serial }) =>
        packageId === submission.packageId &&
        tagmanifest === submission.tagmanifest &&
        serial >= (submission.serial ?? 0),
    );
    const latest = latestReceipt(own);
    if (latest === undefined) return submission;
    const { status, serial, remarks } = latest;
    return { ...submission, status, serial, remarks };
  });
  return { ...round, submissions };
}
