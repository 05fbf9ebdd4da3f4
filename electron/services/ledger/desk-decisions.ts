import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import {
  DESK_DECISIONS,
  type DeskDecision,
  deskDecisionSchema,
  deskResultSchema,
  findDecisionFault,
} from "../../../shared/bureau/desk-decision.ts";
import type { DecidedCandidacy } from "../../../shared/bureau/compose-answer.ts";
import type { SubmittedCandidate } from "../../../shared/submission/recommendation-file.ts";
import { candidacyBox, places } from "./boxes.ts";
import { bytes, type DeskContext } from "./desk-context.ts";
import type { Queries } from "./ledger.ts";
import { candidacyKeyOf } from "./package-rows.ts";

/** What clerks decide on candidates: drafts in the ledger until a receipt tells them. */

export const DECISION_FAULTS = {
  "package-unknown": "台账里没有这个报送包；请刷新收件列表",
  "candidacy-unknown": "这个报送包里没有这名申报人的这一申报事项；请刷新后重试",
  "reason-needed": "退回修改要写明原因；请至少选择一条退回原因",
  "note-needed": "请写明具体说明",
  "decision-changed": "另一台业务台刚刚改了这项决定，没有覆盖它；请看过最新的决定后再办理",
  superseded: "这个单位已报来新的版次，旧版次不能再决定；请在最新版次上办理",
} as const;
export type DecisionFault = keyof typeof DECISION_FAULTS;

export interface DecisionRefusal {
  readonly ok: false;
  readonly code: DecisionFault;
}

/** A candidacy with its decision, what of it was told, and its result. */
export interface CandidacyState extends DecidedCandidacy {
  readonly candidacyKey: string;
  readonly candidate: SubmittedCandidate;
  readonly name: string;
  readonly desk: DeskDecision | null;
  readonly told: (typeof DESK_DECISIONS)[number] | null;
}

const stateRow = z.object({
  candidacy_key: z.string(),
  sealed: bytes,
  told: z.enum(DESK_DECISIONS).nullable(),
  decision: bytes.nullable(),
  result: bytes.nullable(),
});

/** All candidacies of a package as they stand, always in the same order, that two equal answers are equal. */
export async function readStates(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
): Promise<readonly CandidacyState[]> {
  const rows = await ledger.query(
    `SELECT candidacies.candidacy_key, candidacies.sealed, desk_decisions.told,
        desk_decisions.sealed AS decision, desk_results.sealed AS result
      FROM candidacies
      LEFT JOIN desk_decisions USING (candidacy_key)
      LEFT JOIN desk_results USING (candidacy_key)
      WHERE candidacies.package_key = $1
      ORDER BY candidacies.candidacy_key`,
    [seals.hash("package", packageId)],
    stateRow,
  );
  return rows.map((row) => {
    const at = row.candidacy_key;
    const { key, name, candidate } = seals.open(places.candidacy(at), row.sealed, candidacyBox);
    const desk = openDecision(seals, at, row.decision);
    const result =
      row.result === null ? null : seals.open(places.result(at), row.result, deskResultSchema);
    const { personId, pathway, line, series, level } = candidate;
    const question = { personId, pathway, line, series, level };
    return {
      ...question,
      candidacyKey: at,
      key,
      name,
      candidate,
      desk,
      decision: desk,
      told: row.told,
      result,
    };
  });
}

export interface GivenDecision {
  readonly key: string;
  /** Null takes a decision back. */
  readonly decision: Pick<DeskDecision, "kind" | "reasons" | "note"> | null;
  /** What the clerk saw on file. */
  readonly before: DeskDecision | null;
}

export type Decided =
  | {
      readonly ok: true;
      readonly decisions: readonly {
        readonly key: string;
        readonly decision: DeskDecision | null;
      }[];
    }
  | DecisionRefusal;

/** Notes decisions, all or none of them; refused where another desk has decided since. `at` is an instant. */
export async function decide(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
  given: readonly GivenDecision[],
  { by, at }: Pick<DeskDecision, "by" | "at">,
): Promise<Decided> {
  const packageKey = seals.hash("package", packageId);
  return ledger.transaction(async (queries) => {
    const refusal = await findRefusal({ queries, seals }, packageId, given);
    if (refusal !== null) return { ok: false, code: refusal };
    const decisions = given.map(({ key, decision }) => ({
      key,
      decision: decision === null ? null : { ...decision, by, at },
    }));
    for (const { key, decision } of decisions) {
      const candidacyKey = candidacyKeyOf(seals, packageId, key);
      const sealed = decision === null ? null : seals.seal(places.decision(candidacyKey), decision);
      await queries.run(
        `INSERT INTO desk_decisions (candidacy_key, package_key, kind, told, is_told, sealed)
          VALUES ($1, $2, $3, NULL, FALSE, $4)
          ON CONFLICT (candidacy_key)
          DO UPDATE SET kind = excluded.kind, is_told = FALSE, sealed = excluded.sealed`,
        [candidacyKey, packageKey, decision?.kind ?? null, sealed],
      );
    }
    return { ok: true, decisions };
  });
}

const newestRow = z.object({ is_newest: z.boolean() });
const onFileRow = z.object({ candidacy_key: z.string(), decision: bytes.nullable() });

interface Deciding {
  readonly queries: Queries;
  readonly seals: DeskContext["seals"];
}

async function findRefusal(
  { queries, seals }: Deciding,
  packageId: string,
  given: readonly GivenDecision[],
): Promise<DecisionFault | null> {
  const packageKey = seals.hash("package", packageId);
  // Held to the end of the transaction, so that two desks decide one after the other.
  const [found] = await queries.query(
    "SELECT is_newest FROM packages WHERE package_key = $1 FOR UPDATE",
    [packageKey],
    newestRow,
  );
  if (found === undefined) return "package-unknown";
  if (!found.is_newest) return "superseded";
  const rows = await queries.query(
    `SELECT candidacies.candidacy_key, desk_decisions.sealed AS decision
      FROM candidacies LEFT JOIN desk_decisions USING (candidacy_key)
      WHERE candidacies.package_key = $1`,
    [packageKey],
    onFileRow,
  );
  const onFile = new Map(
    rows.map(({ candidacy_key: at, decision }) => [at, openDecision(seals, at, decision)]),
  );
  for (const { key, decision, before } of given) {
    const seen = onFile.get(candidacyKeyOf(seals, packageId, key));
    if (seen === undefined) return "candidacy-unknown";
    const fault = decision === null ? null : findDecisionFault(decision);
    if (fault !== null) return fault;
    if (!isDeepStrictEqual(seen, before)) return "decision-changed";
  }
  return null;
}

function openDecision(
  seals: DeskContext["seals"],
  candidacyKey: string,
  sealed: Uint8Array | null,
): DeskDecision | null {
  return sealed === null
    ? null
    : seals.open(places.decision(candidacyKey), sealed, deskDecisionSchema);
}

/** Notes that everything decided on a package was told by a receipt. */
export async function markTold(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
): Promise<void> {
  await ledger.run("UPDATE desk_decisions SET is_told = TRUE WHERE package_key = $1", [
    seals.hash("package", packageId),
  ]);
}
