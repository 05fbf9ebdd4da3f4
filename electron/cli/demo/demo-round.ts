import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Decision } from "../../../shared/policy/outcome.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { DECISION_LABELS, describeQuestion } from "../../../shared/policy/sentences.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";

/** What the rules say of the fictitious unit, and whom it puts forward. */

export const DEMO_YEAR = 2026;
const CANDIDATES = 6;

export interface DemoRound {
  /** As `--candidate` takes them. */
  readonly candidates: readonly string[];
  readonly firstPersonId: string;
  readonly lines: readonly string[];
}

/** Decides everybody and picks the first few who may apply. */
export function decideDemo(unitFile: UnitFile): DemoRound {
  const answers = evaluate(unitFile, cycleOf(DEMO_YEAR), SHANDONG_2020);
  const all = answers.flatMap(({ assessments }) => assessments);
  const count = (decision: Decision) => all.filter((one) => one.decision === decision).length;
  const names = new Map(unitFile.people.map(({ id, name }) => [id, name]));
  const chosen = answers
    .flatMap(({ personId, assessments }) => {
      const open = assessments.find(({ decision }) => decision === "eligible");
      return open === undefined ? [] : [{ personId, assessment: open }];
    })
    .slice(0, CANDIDATES);
  const totals = (["eligible", "ineligible", "undetermined"] as const).map(
    (decision) => `${DECISION_LABELS[decision]}${count(decision)}项`,
  );
  return {
    candidates: chosen.map(({ personId, assessment: { pathway, line, level } }) =>
      [personId, pathway, line ?? "", level ?? ""].join(":").replace(/:+$/, ""),
    ),
    firstPersonId: chosen[0]?.personId ?? "",
    lines: [
      `${answers.length}人共判定${all.length}项：${totals.join("，")}`,
      "选出的推荐人选：",
      ...chosen.map(
        ({ personId, assessment }) =>
          `  ${names.get(personId) ?? ""}（${personId}）${describeQuestion(assessment)}`,
      ),
    ],
  };
}
