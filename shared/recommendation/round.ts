import { z } from "zod";
import { type Criterion, criterionSchema, MOST_POINTS } from "../policy/criterion.ts";
import { checkShape, type Checked } from "../records/document.ts";
import {
  checkPeriod,
  filledText,
  id,
  list,
  longText,
  number,
  record,
  text,
  wholeNumber,
  year,
} from "../records/fields.ts";
import type { Report } from "../records/issue.ts";
import { day, instant, sha256, uuidV7 } from "../submission/fields.ts";
import { OBJECTION_OUTCOMES } from "../submission/proceedings.ts";
import { MOST_ANSWERS, RECEIPT_STATUSES, remarkSchema } from "../submission/receipt.ts";
import { ROUND_STATES, STEP_NAMES } from "./states.ts";

/**
 * 申报年度: the record of one year's round of a unit. Differs from the sketch in issue4.md: `openedBy` and
 * `openedAt` say who opened it; a criterion has a `basis`; a ballot names whom its reviewer stood back from
 * (`recusals` 回避); a step that a receipt took names the `revision`; a tie-break holds its `order` alone; a notice names its `candidacyIds`, and
 * those taken down are kept in `pastPublicities`.
 */

const MOST_MARKS = 20_000;
const MOST_REVISIONS = 10_000;
const MOST_REMARKS = 100_000;

/** One line of the log 办理记录. */
const stepSchema = record({
  step: z.enum(STEP_NAMES),
  from: z.enum(ROUND_STATES),
  to: z.enum(ROUND_STATES),
  at: instant(),
  /** The operator's name; who answers for the receipts, where one moved the round. */
  by: filledText(),
  note: filledText().nullable(),
  /** The package whose receipt moved the round; null for the unit's own steps. */
  revision: wholeNumber(1, MOST_REVISIONS).nullable(),
});
export type TakenStep = z.infer<typeof stepSchema>;

/** 评议人. */
const reviewerSchema = record({
  id: id(),
  name: filledText(),
  post: filledText().nullable(),
  isAbsent: z.boolean(),
});
export type Reviewer = z.infer<typeof reviewerSchema>;

const markSchema = record({
  candidacyId: id(),
  criterionId: id(),
  points: number(0, MOST_POINTS),
});
export type Mark = z.infer<typeof markSchema>;

/** 评议表 of one reviewer. */
const ballotSchema = record({
  id: id(),
  /** Null where the review is secret 无记名. */
  reviewerId: id().nullable(),
  marks: list(markSchema, MOST_MARKS),
  /** 回避: candidacies that this reviewer did not mark, being the candidate or a relative. */
  recusals: list(id()),
});
export type Ballot = z.infer<typeof ballotSchema>;

/** Who goes before whom where points and township years are the same, decided by the unit. */
const tieBreakSchema = record({
  /** Candidacies, the first before the others. */
  order: list(id()),
  reason: filledText(),
  by: filledText(),
  at: instant(),
});
export type TieBreak = z.infer<typeof tieBreakSchema>;

const objectionSchema = record({
  id: id(),
  receivedOn: day(),
  /** Who objected; null for nameless ones. Never travels: 反映人信息予以保密. */
  from: filledText().nullable(),
  /** Whom it is about; null for the round as a whole. */
  candidacyId: id().nullable(),
  text: longText(),
  handling: longText().nullable(),
  outcome: z.enum(OBJECTION_OUTCOMES).nullable(),
  closedOn: day().nullable(),
});
export type Objection = z.infer<typeof objectionSchema>;

/** 公示. */
const publicitySchema = record({
  /** The day on which the notice is hung; it is not counted (民法典 第二百零一条). */
  from: day(),
  /** The last day on which it hangs. */
  to: day(),
  places: list(filledText()),
  /** Who takes objections; printed on the notice without numbers (promise 30). */
  contact: text(),
  /** Days on which the unit works, or does not, other than the official calendar has it. */
  corrections: list(record({ day: day(), isWorking: z.boolean() })),
  objections: list(objectionSchema),
  /** 公示情况证明. */
  certifiedBy: filledText().nullable(),
  certifiedAt: instant().nullable(),
  /** Whom the notice names; empty until it is hung. */
  candidacyIds: list(id()),
});
export type Publicity = z.infer<typeof publicitySchema>;

/** A package of this round and the bureau's latest answer to it. */
const submissionSchema = record({
  packageId: uuidV7(),
  revision: wholeNumber(1, MOST_REVISIONS),
  tagmanifest: sha256(),
  builtAt: instant(),
  /** What the records had of it when it was built, see `contentOfDraft`; missing where nobody noted it. */
  content: sha256().exactOptional(),
  /** Null until a receipt was verified. */
  status: z.enum(RECEIPT_STATUSES).nullable(),
  serial: wholeNumber(1, MOST_ANSWERS).nullable(),
  remarks: list(remarkSchema, MOST_REMARKS),
});
export type RoundSubmission = z.infer<typeof submissionSchema>;

export const roundSchema = record({
  /** The year: `2026`. */
  id: id(),
  year: year(),
  applyOn: day(),
  cutOff: day(),
  packId: id(),
  openedBy: filledText(),
  openedAt: instant(),
  state: z.enum(ROUND_STATES),
  steps: list(stepSchema),
  criteria: list(criterionSchema),
  /** 无记名: ballots name no reviewer. */
  isSecret: z.boolean(),
  reviewers: list(reviewerSchema),
  ballots: list(ballotSchema),
  tieBreaks: list(tieBreakSchema),
  publicity: publicitySchema.nullable(),
  /** Notices that were taken down before their time, oldest first; their objections still count. */
  pastPublicities: list(publicitySchema),
  submissions: list(submissionSchema),
});
export type Round = z.infer<typeof roundSchema>;

/** What a round is opened with. */
export interface RoundOpening {
  readonly year: number;
  /** `YYYY-MM-DD`, as all days of a round. */
  readonly applyOn: string;
  readonly cutOff: string;
  readonly packId: string;
  /** Those of the pack; the unit may change them until the first mark. */
  readonly criteria: readonly Criterion[];
  readonly by: string;
  /** `2026-03-02T01:15:30Z`. */
  readonly at: string;
}

/** A round that has just been opened. */
export function newRound({ year: ofYear, criteria, by, at, ...rest }: RoundOpening): Round {
  return {
    id: String(ofYear),
    year: ofYear,
    ...rest,
    openedBy: by,
    openedAt: at,
    state: "preparing",
    steps: [],
    criteria: [...criteria],
    isSecret: true,
    reviewers: [],
    ballots: [],
    tieBreaks: [],
    publicity: null,
    pastPublicities: [],
    submissions: [],
  };
}

/** Checks data that claims to be a round. */
export function checkRound(data: unknown): Checked<Round> {
  return checkShape(data, roundSchema, checkNotices);
}

function checkNotices({ publicity, pastPublicities }: Round, report: Report): void {
  if (publicity !== null) checkPeriod(publicity, ["publicity"], report);
  for (const [index, past] of pastPublicities.entries()) {
    checkPeriod(past, ["pastPublicities", index], report);
  }
}
