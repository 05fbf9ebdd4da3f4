import { REQUIREMENT_LABELS } from "../policy/wording/requirement-sentences.ts";
import { ATTACHMENT_KIND_LABELS } from "../records/attachment-kind.ts";
import { POST_GROUP_LABELS } from "../records/unit.ts";
import type { Matter, MatterCode, MatterDetails } from "./matter.ts";
import { labelStep, ROUND_STATE_LABELS } from "./states.ts";

/** Matters in Chinese, one sentence each that says what is wrong and what to do. */

/** What a person is called; a sentence names people, data names ids. */
export type NameOf = (personId: string) => string;

type Sentences = {
  readonly [Code in MatterCode]: (details: MatterDetails[Code], nameOf: NameOf) => string;
};

const SENTENCES: Sentences = {
  "step.state": ({ step, state }) =>
    `现在是“${ROUND_STATE_LABELS[state]}”阶段，不能办理“${labelStep(step)}”`,
  "step.note": ({ step }) => `办理“${labelStep(step)}”须写明原因`,
  "step.first": () => "还没有办理过任何步骤，没有可以撤回的",
  "step.bureau": () => "上一步由人社局的回执办理，不能撤回；如需更改，请与人社局联系退回修改",
  "package.built": ({ revision }) =>
    `已生成第${revision}版报送包，不能再撤回；如需更改，请报送后请人社局退回修改`,
  "receipt.missing": ({ revision }) =>
    revision === null
      ? "还没有生成报送包，请先生成并报送"
      : `第${revision}版报送包还没有收到人社局的回执，请报送或读入回执`,
  "cycle.pack": ({ applyOn }) =>
    `所选政策包不在本机，或在申报日期${applyOn}不生效，请选择当日有效的政策包`,
  "cycle.year": ({ applyOn, cutOff, year }) =>
    `申报日期${applyOn}应在${year}年内，任职年限截止日${cutOff}应在${year}年或上一年内，请改正`,
  "candidates.none": () => "还没有人报名，请从申报资格中登记报名；今年无人申报的，可以结束本年度",
  "person.unknown": ({ personId }, nameOf) =>
    `人员表中已没有${nameOf(personId)}，请恢复人员记录，或登记其退出申报`,
  "answer.missing": (one, nameOf) =>
    `按现有记录，${nameOf(one.personId)}已没有所报的申报事项，请核对记录，或登记其退出申报`,
  "confirmation.missing": ({ personId }, nameOf) =>
    `${nameOf(personId)}还没有本人确认，请登记本人确认的日期和经办人`,
  "line.both": ({ personId, clause }, nameOf) =>
    `${nameOf(personId)}本年度已报另一类职称，同年度不得同时申报两类职称（${clause}），请由本人选定一类`,
  "line.application": ({ personId, year, clause }, nameOf) =>
    `${nameOf(personId)}的申报记录中${year}年已申报另一类职称，同年度不得同时申报两类职称（${clause}），请由本人选定一类`,
  "candidacy.twice": ({ personId }, nameOf) =>
    `${nameOf(personId)}已用另一通道申报同一级别，一人一级只能选一个通道，请退出其中一个`,
  "check.missing": ({ personId }, nameOf) => `${nameOf(personId)}还没有审核，请登记审核意见`,
  "check.note": ({ personId }, nameOf) =>
    `${nameOf(personId)}的审核意见须写明理由：审核不通过的，或者比对结论为不能申报而审核通过的`,
  "check.unfounded": ({ personId }, nameOf) =>
    `${nameOf(personId)}审核通过后记录有变，比对结论已不是可以申报，请重新审核，通过的须写明理由`,
  "requirement.open": ({ personId, requirementId }, nameOf) =>
    `${nameOf(personId)}的“${REQUIREMENT_LABELS[requirementId]}”无法判定，请补齐记录，或作人工认定并写明理由和依据`,
  "decision.changed": ({ personId }, nameOf) =>
    `${nameOf(personId)}的记录在审核后有变动，比对结论与审核时不同，请复核`,
  "candidates.nonePassed": () =>
    "没有审核通过的申报人员，不能开始评议；今年无人可报的，可以结束本年度",
  "criteria.weights": ({ sum }) => `各项评议指标的权重合计应为100%，现为${sum}%，请调整`,
  "reviewers.few": ({ present, least }) =>
    `到场评议人${present}人，不足${least}人，请补充评议人或更正缺席登记`,
  "ballot.missing": ({ name }) => `还没有${name}的评议表，请录入，或登记其缺席`,
  "ballots.count": ({ ballots, present }) =>
    `到场评议人${present}人，评议表${ballots}张，两者应相等，请核对`,
  "ballot.incomplete": ({ place, missing }) =>
    `第${place}张评议表还有${missing}处没有打分，请补录，应回避的请登记回避`,
  "ballot.points": ({ place }) => `第${place}张评议表有超过满分的分数，请改正`,
  "marks.none": ({ personId }, nameOf) =>
    `${nameOf(personId)}没有得到任何评议人的打分，至少须有一名评议人不回避`,
  "tie.open": ({ personIds }, nameOf) =>
    `${personIds.map(nameOf).join("、")}得分和乡镇工作年限都相同，请集体研究确定先后并写明理由`,
  "outcome.missing": ({ personId }, nameOf) =>
    `${nameOf(personId)}还没有推荐结果，请由人确认推荐、候补或不推荐`,
  "outcome.reason": ({ personId }, nameOf) =>
    `${nameOf(personId)}的推荐结果须写明理由：候补或不推荐的，或者没有按排名推荐的`,
  "outcome.unchecked": ({ personId }, nameOf) =>
    `${nameOf(personId)}没有审核通过，不能推荐，请更正推荐结果`,
  "quota.exceeded": ({ group, free, recommended }) =>
    `${POST_GROUP_LABELS[group]}岗位空缺${Math.max(free, 0)}个，占岗位数额推荐了${recommended}人，请减少推荐人数`,
  "quota.unknown": ({ group }) =>
    `${POST_GROUP_LABELS[group]}岗位核定数没有填写，无法核对岗位空缺，请在岗位情况中填写`,
  "recommended.none": () => "没有推荐人选，不能公示；今年无人推荐的，可以结束本年度",
  "publicity.missing": () => "还没有安排公示，请填写公示起止日期",
  "publicity.places": () => "请填写公示地点",
  "publicity.short": ({ workingDays, least, earliestTo }) =>
    `公示只有${workingDays}个工作日，不少于${least}个（张贴当日不计），最早到${earliestTo}，请改正结束日期`,
  "publicity.unpublished": ({ year }) =>
    `本程序还没有${year}年的放假安排，工作日按周一至周五推算，请对照国务院办公厅通知核对并更正`,
  "publicity.running": ({ to }) => `公示到${to}为止，次日起才能办理`,
  "publicity.uncertified": () => "还没有出具公示情况证明，请核对公示情况后由负责人确认",
  "objection.open": ({ receivedOn }) => `${receivedOn}收到的异议还没有处理完，请登记处理情况和结论`,
  "objection.upheld": ({ personId }, nameOf) =>
    `对${nameOf(personId)}的异议成立，但其仍为推荐人选，请更改推荐结果，或写明维持推荐的理由`,
  "candidacy.unpublished": ({ personId }, nameOf) =>
    `${nameOf(personId)}没有公示过，不能报送，请重新公示`,
  "appeal.open": ({ personId, receivedOn }, nameOf) =>
    `${nameOf(personId)}${receivedOn}提出的申诉还没有处理完，请登记处理情况和结论`,
  "material.missing": ({ personId, kind }, nameOf) =>
    `${nameOf(personId)}缺少${ATTACHMENT_KIND_LABELS[kind]}，请上传扫描件，不需要的请登记免交理由`,
  "result.missing": ({ personId }, nameOf) =>
    `${nameOf(personId)}还没有评审结果，请登记，或读入人社局的回执`,
  "round.open": ({ year, state }) =>
    `${year}年度还停在“${ROUND_STATE_LABELS[state]}”阶段，请办完或结束`,
};

/** One Chinese sentence that says what is wrong and what to do. */
export function sayMatter({ code, details }: Matter, nameOf: NameOf): string {
  // The union's members pair code and details; indexing by code loses the pairing, which this line restores.
  const say = SENTENCES[code] as (details: unknown, nameOf: NameOf) => string;
  return say(details, nameOf);
}
