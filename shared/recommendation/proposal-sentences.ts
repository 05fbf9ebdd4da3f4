import { POST_GROUP_LABELS } from "../records/unit.ts";
import type { Place, Pool } from "./ranking.ts";
import type { Proposal } from "./review.ts";

/** Why the program proposes what it does, with the figures: what the minutes and the reason begin with. */

/** A score as it is shown everywhere. */
export function sayScore(score: number): string {
  return score.toFixed(2);
}

const TOLD_BY = {
  townshipYears: "（同分按乡镇工作年限）",
  tieBreak: "（同分经集体研究确定）",
  score: "",
} as const satisfies Record<NonNullable<Place["by"]>, string>;

function sayPlace({ group }: Pool, { rank, score, by }: Place): string {
  const told = by === null ? "" : TOLD_BY[by];
  return `得分${sayScore(score)}，${POST_GROUP_LABELS[group]}第${rank}名${told}`;
}

type Ground = Proposal["ground"];
type Sentences = {
  readonly [Key in Ground]: (proposal: Extract<Proposal, { readonly ground: Key }>) => string;
};

const SENTENCES: Sentences = {
  place: ({ pool, place, free, decision }) => {
    const end = decision === "recommended" ? "在空缺以内" : "排在空缺以外，列为候补";
    return `${sayPlace(pool, place)}，${POST_GROUP_LABELS[pool.group]}岗位空缺${free}个，${end}`;
  },
  exempt: ({ pool, place }) => `${sayPlace(pool, place)}，所报通道不占岗位数额`,
  unranked: () => "所报通道不参加评议排名，审核通过即可推荐",
  unmarked: () => "评议打分还不全，不能提出建议",
  tie: () => "与其他人得分和乡镇工作年限都相同，跨在岗位空缺的界线上，须集体研究确定先后",
  postsUnknown: () => "岗位核定数没有填写，不能提出建议",
};

/** One sentence, without the person's name. */
export function sayProposal(proposal: Proposal): string {
  // The union's members pair ground and figures; indexing loses the pairing, which this line restores.
  const say = SENTENCES[proposal.ground] as (proposal: Proposal) => string;
  return say(proposal);
}
