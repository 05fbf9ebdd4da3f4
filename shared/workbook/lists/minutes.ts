import { QUOTA_LABELS } from "../../policy/pathway-names.ts";
import { showServiceLength } from "../../policy/requirements/figures.ts";
import { describeQuestion } from "../../policy/sentences.ts";
import { sayLength } from "../../policy/wording/phrases.ts";
import { OUTCOME_DECISION_LABELS } from "../../recommendation/candidacy.ts";
import { sayScore } from "../../recommendation/proposal-sentences.ts";
import { POST_GROUP_LABELS } from "../../records/unit.ts";
import type { CandidateProceedings, RoundProceedings } from "../../submission/proceedings.ts";
import { BLANK_DATE, type ListCell, type ListColumn, type OfficialList } from "./list.ts";
import { recommendedOf, type RoundCandidate, type RoundSource } from "./round-source.ts";

/**
 * 评议记录: who was there and who was not, the marks as the ballots allow (secret ones without names), the
 * ranking, the posts, and who is recommended or waits, and why.
 */
export function minutes(source: RoundSource): OfficialList {
  const { unitFile, cycle, proceedings, audience } = source;
  const { review } = proceedings;
  const listed = audience === "bureau" ? recommendedOf(source) : source.candidates;
  const columns = columnsOf(review);
  return {
    name: "评议记录",
    title: `${cycle.year}年度职称申报推荐评议记录`,
    lines: [
      [`单位（盖章）：${unitFile.unit.name}`, `评议方式：${sayMethod(review)}`],
      [`到场评议人：${sayReviewers(review, false)}`, `缺席：${sayReviewers(review, true)}`],
    ],
    columns,
    rows: listed.map((one, index) => [index + 1, ...cellsOf(one, review)]),
    footers: [
      ...sayPools(proceedings, audience),
      ...sayTies(review),
      `评议人签字：${"\u3000".repeat(24)}记录人：${"\u3000".repeat(8)}${BLANK_DATE}`,
    ],
    orientation: "landscape",
  };
}

type Review = RoundProceedings["review"];

function columnsOf({ criteria }: Review): readonly ListColumn[] {
  return [
    { heading: "序号", width: 5, kind: "centre" },
    { heading: "姓名", width: 9, kind: "centre" },
    { heading: "申报事项", width: 18, kind: "text" },
    ...criteria.map(({ name, most, weight }): ListColumn => ({
      group: "各项平均分",
      heading: `${name}\n（满分${most}，权重${weight}%）`,
      width: 13,
      kind: "number",
    })),
    { heading: "各评议人评分", width: 22, kind: "text" },
    { heading: "得分", width: 8, kind: "number" },
    { heading: "排名", width: 6, kind: "centre" },
    { heading: "乡镇专业技术\n工作年限", width: 13, kind: "centre" },
    { heading: "评议结果", width: 9, kind: "centre" },
    { heading: "理由", width: 30, kind: "text" },
  ];
}

function cellsOf(one: RoundCandidate, { criteria }: Review): readonly ListCell[] {
  const { candidate, proceedings, decision, score, rank } = one;
  const means = new Map(proceedings.means.map(({ criterionId, mean }) => [criterionId, mean]));
  return [
    candidate.person.name,
    describeQuestion(candidate.assessment),
    ...criteria.map(({ id }) => means.get(id) ?? null),
    sayBallots(proceedings),
    score,
    rank,
    sayTownship(one),
    decision === null ? "未确认" : OUTCOME_DECISION_LABELS[decision],
    proceedings.ground,
  ];
}

function sayTownship({ candidate, proceedings }: RoundCandidate): string {
  if (proceedings.townshipDays === 0) return "无";
  const { facts, scene } = candidate;
  return sayLength(showServiceLength(facts.townshipWork, scene.book.cycle.cutOff));
}

/** `王某90.00、李某回避`; without names where the review was secret. */
function sayBallots({ ballots }: CandidateProceedings): string {
  if (ballots.length === 0) return "不参加评分";
  return ballots
    .map(({ reviewer, score }) => `${reviewer ?? ""}${score === null ? "回避" : sayScore(score)}`)
    .join("、");
}

function sayMethod({ isSecret, trimFrom }: Review): string {
  const trimmed =
    trimFrom === null ? "" : `；满${trimFrom}人评分的，每项去掉一个最高分和一个最低分`;
  return `${isSecret ? "无记名评分" : "记名评分"}，取平均分${trimmed}`;
}

function sayReviewers({ reviewers }: Review, isAbsent: boolean): string {
  const named = reviewers.filter((one) => one.isAbsent === isAbsent);
  if (named.length === 0) return "无";
  return named.map(({ name, post }) => (post === null ? name : `${name}（${post}）`)).join("、");
}

function sayPools(
  { review: { pools } }: RoundProceedings,
  audience: RoundSource["audience"],
): readonly string[] {
  const lines = pools.map(
    ({ group, quota, ranked, recommended, waiting }) =>
      `${POST_GROUP_LABELS[group]}（${QUOTA_LABELS[quota]}）：参加评议${ranked}人，推荐${recommended}人，候补${waiting}人。`,
  );
  return audience === "bureau"
    ? [...lines, "注：未推荐人员的评议情况不随报送包报送，留单位备查。"]
    : lines;
}

function sayTies({ tieBreaks }: Review): readonly string[] {
  return tieBreaks.map(
    ({ reason, by, at }) => `并列处理：${reason}（${by}，${at.slice(0, "2026-09-01".length)}）`,
  );
}
