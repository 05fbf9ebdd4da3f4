import { z } from "zod";
import { DESK_DECISIONS, deskDecisionSchema, deskResultSchema } from "../bureau/desk-decision.ts";
import { reformPlanSchema } from "../bureau/reform-plan.ts";
import { HIGHEST_SEED, SAMPLE_SCOPES, sampleMemberSchema, sampleSchema } from "../bureau/sample.ts";
import { id } from "../records/fields.ts";
import { seriesSchema } from "../records/series.ts";
import { POST_GROUPS } from "../records/unit.ts";
import { RETURN_REASON_CODES } from "../submission/return-reasons.ts";
import type { OfficialList } from "../workbook/lists/list.ts";
import {
  candidacyKey,
  clerk,
  count,
  deskCheck,
  deskPackage,
  inboxPackage,
  packageId,
  statisticsRow,
  summaryRow,
  year,
} from "./desk-schemas.ts";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const jobId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const ofYear = z.strictObject({ year });
/** Larger packages come through the spool. */
const PACKAGE_BYTES = 64 * 1024 * 1024;

const quarantined = z.object({
  /** Of its folder. */
  name: z.string(),
  code: z.string(),
  /** What is wrong and what to do, and lines that say where. */
  sentence: z.string(),
  notes: z.array(z.string()),
  fileName: z.string(),
  size: count,
  refusedAt: z.string(),
});

const backup = z.object({ name: z.string(), at: z.string(), bytes: count, rows: count });

const summaries = z.object({
  total: summaryRow,
  unit: z.array(summaryRow),
  series: z.array(summaryRow),
  level: z.array(summaryRow),
  line: z.array(summaryRow),
  pathway: z.array(summaryRow),
});

const postsRow = z.object({
  group: z.enum(POST_GROUPS),
  /** Units whose approved posts are not known are left out of `approved` and `free`, and counted here. */
  unknownUnits: count,
  approved: count,
  filled: count,
  special: count,
  free: z.number().int(),
});

const planActual = z.object({
  series: seriesSchema,
  group: z.enum(POST_GROUPS),
  /** One a year of the plan, on the grassroots line. */
  years: z.array(
    z.object({ year, planned: count, putForward: count, accepted: count, passed: count }),
  ),
});

/** The inbox of a bureau. Of a unit's data folder each is refused with `bureau-only`; locked keys with `locked`. */
const INBOX_METHODS = {
  /** Newest revision of each unit first. Without a year: the latest there is. */
  "desk.inbox": {
    input: z.strictObject({ year: year.nullable() }),
    output: z.object({
      year: year.nullable(),
      years: z.array(year),
      packages: z.array(inboxPackage),
      /** Enrolled units that have sent nothing for this year. */
      awaited: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
      /** Folders of packages that do not open: restore them from a backup of the data folder. */
      damaged: z.array(z.string()),
    }),
  },
  "desk.package": {
    input: z.strictObject({ packageId }),
    output: z.object({ package: deskPackage }),
  },
  /** A form or scan; its bytes stand beside the output. */
  "desk.file": {
    input: z.strictObject({ packageId, path: z.string().max(200) }),
    output: z.object({ name: z.string(), mimeType: z.string() }),
  },
  /**
   * Takes a package in: by the handle of the spool, or its bytes. `id` is for `progress` and `desk.cancel`.
   * A refused one is kept in quarantine and answered with its code; both are no error of the call.
   */
  "desk.receive": {
    input: z.strictObject({
      id: jobId,
      fileName: z.string().min(1).max(255),
      handle: z
        .string()
        .regex(/^[0-9a-f-]{36}$/)
        .nullable(),
    }),
    output: z.discriminatedUnion("code", [
      z.object({ code: z.enum(["received", "already-received"]), package: inboxPackage }),
      z.object({ code: z.literal("quarantined"), quarantined }),
    ]),
    mostBytes: PACKAGE_BYTES,
  },
  "desk.cancel": { input: z.strictObject({ id: jobId }), output: z.object({}) },
  "desk.quarantine": { input: nothing, output: z.object({ files: z.array(quarantined) }) },
  /** Removes a refused file for good. */
  "desk.discard": { input: z.strictObject({ name: z.string().max(200) }), output: z.object({}) },
  /**
   * Conflicts and what is to be looked at across all units of a year: all that concern several units or a
   * unit, and those of single candidacies, differing assessments first; `more` of the latter are not listed.
   */
  "desk.checks": {
    input: ofYear,
    output: z.object({ checks: z.array(deskCheck), more: count }),
  },
} as const satisfies Record<string, MethodSpec>;

const answered = z.object({
  serial: count,
  status: z.enum(["accepted", "returned", "refused"]),
  /** False where the latest answer said the same: its receipt is given again. */
  isNew: z.boolean(),
  fileName: z.string(),
});

const DECISION_METHODS = {
  /**
   * Notes decisions as drafts; null takes one back. Nothing is told to the unit yet. `before` is the decision as
   * the clerk saw it; refused where another desk has decided since.
   */
  "desk.decide": {
    input: z.strictObject({
      packageId,
      by: clerk,
      decisions: z
        .array(
          z.strictObject({
            key: candidacyKey,
            decision: z
              .strictObject({
                kind: z.enum(DESK_DECISIONS),
                reasons: z.array(z.enum(RETURN_REASON_CODES as [string, ...string[]])).max(20),
                note: z.string().min(1).max(400).nullable(),
              })
              .nullable(),
            before: deskDecisionSchema.nullable(),
          }),
        )
        .min(1)
        .max(10_000),
    }),
    output: z.object({
      decisions: z.array(z.object({ key: candidacyKey, decision: deskDecisionSchema.nullable() })),
    }),
  },
  /**
   * Issues the signed receipt that tells the decisions; the `.jcr` stands beside the output. `returned`
   * where one candidate or the package as a whole is returned, `refused` where all are rejected, else
   * `accepted`. Refused while a candidate is undecided (`undecided`), unless the package is returned as a whole.
   */
  "desk.answer": {
    input: z.strictObject({
      packageId,
      /** Why the package as a whole is returned or refused; null: the candidates' decisions tell. */
      whole: z
        .strictObject({
          status: z.enum(["returned", "refused"]),
          reasons: z.array(z.enum(RETURN_REASON_CODES as [string, ...string[]])).max(20),
          note: z.string().min(1).max(400).nullable(),
        })
        .nullable(),
    }),
    output: answered,
  },
  /** Notes results; the receipt that tells them is issued by the same call and stands beside the output. */
  "desk.results": {
    input: z.strictObject({
      packageId,
      results: z
        .array(z.strictObject({ key: candidacyKey, result: deskResultSchema }))
        .min(1)
        .max(10_000),
    }),
    output: answered,
  },
  /** A receipt that was issued before, once more, by its number. */
  "desk.receipt": {
    input: z.strictObject({ packageId, serial: count }),
    output: z.object({ fileName: z.string() }),
  },
} as const satisfies Record<string, MethodSpec>;

const REPORT_METHODS = {
  /** 汇总 of the newest packages of a year. */
  "desk.summary": { input: ofYear, output: summaries },
  /** 推荐人选情况一览表 of all units with the sums as further sheets; the workbook stands beside the output. */
  "desk.summaryWorkbook": {
    input: z.strictObject({ year, scope: z.enum(SAMPLE_SCOPES) }),
    output: z.object({ fileName: z.string(), candidacies: count }),
  },
  /** The same lists to look at and print. Expected error: `too-many-rows`, beyond what a page holds. */
  "desk.summaryLists": {
    input: z.strictObject({ year, scope: z.enum(SAMPLE_SCOPES) }),
    output: z.object({
      lists: z.array(
        z.custom<OfficialList>((value) => typeof value === "object" && value !== null),
      ),
    }),
  },
  /**
   * 专业技术人才基本情况: packages carry those put forward alone (个人信息保护法 第六条), so the tables
   * are about them; `posts` is about the whole staff. No small number is left out: the tables stay at the desk.
   */
  "desk.statistics": {
    input: z.strictObject({ year, scope: z.enum(SAMPLE_SCOPES) }),
    output: z.object({
      on: z.string().nullable(),
      people: count,
      age: z.array(statisticsRow),
      education: z.array(statisticsRow),
      series: z.array(statisticsRow),
      township: z.array(statisticsRow),
      posts: z.array(postsRow),
      unitsCounted: count,
    }),
  },
  /** The plan that is kept, with what came of it; null for none. */
  "desk.plan": {
    input: nothing,
    output: z.object({ plan: reformPlanSchema.nullable(), actual: z.array(planActual) }),
  },
  /** Keeps a plan in place of `before`, the one on file as its writer saw it; refused where that is another by now. */
  "desk.putPlan": {
    input: z.strictObject({ plan: reformPlanSchema, before: reformPlanSchema.nullable() }),
    output: z.object({}),
  },
  /** Draws and keeps a sample; the same seed over the same candidates draws the same ones. */
  "desk.sample": {
    input: z.strictObject({
      year,
      scope: z.enum(SAMPLE_SCOPES),
      size: z.number().int().min(1).max(10_000),
      /** Null: the program takes one by chance and notes it. */
      seed: z.number().int().min(0).max(HIGHEST_SEED).nullable(),
      by: clerk,
    }),
    output: z.object({ sample: sampleSchema }),
  },
  "desk.samples": { input: nothing, output: z.object({ samples: z.array(sampleSchema) }) },
  /** Keeps the checklist of one who was drawn; refused where it is not as the clerk saw it (`before`). */
  "desk.putChecklist": {
    input: z.strictObject({
      sampleId: id(),
      before: sampleMemberSchema,
      items: sampleMemberSchema.shape.items,
      by: clerk,
    }),
    output: z.object({ sample: sampleSchema }),
  },
  /** A sealed backup of what only the ledger has; one a day is made by itself. */
  "desk.backup": { input: nothing, output: backup },
  "desk.backups": { input: nothing, output: z.object({ backups: z.array(backup) }) },
  /** Puts a backup in the place of decisions, results, plan and samples; the present state is backed up first. */
  "desk.restore": {
    input: z.strictObject({ name: z.string().max(100) }),
    output: z.object({ rows: count, before: backup }),
  },
} as const satisfies Record<string, MethodSpec>;

/**
 * The bureau's desk. Expected errors: `bureau-only`, `card-missing`, `package-unknown`, `ledger-in-use` and
 * more, each with its sentence. Whenever packages have to be read anew the calls emit `progress` of `desk-sync`.
 */
export const DESK_METHODS = {
  ...INBOX_METHODS,
  ...DECISION_METHODS,
  ...REPORT_METHODS,
} as const satisfies Record<string, MethodSpec>;
