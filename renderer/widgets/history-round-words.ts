import { PATHWAY_LABELS } from "../../shared/policy/pathway-names.ts";
import { DECISION_LABELS } from "../../shared/policy/sentences.ts";
import { OUTCOME_DECISION_LABELS } from "../../shared/recommendation/candidacy.ts";
import { OBJECTION_OUTCOME_LABELS } from "../../shared/submission/proceedings.ts";
import { RECEIPT_STATUS_LABELS } from "../../shared/submission/receipt.ts";
import { labelStep, ROUND_STATE_LABELS, STEP_NAMES } from "../../shared/recommendation/states.ts";

/** Fields of the round and its candidacies; what they share with the records stands in `history-words.ts`. */
export const ROUND_FIELD_LABELS: Readonly<Record<string, string>> = {
  packId: "政策包",
  openedBy: "开启人",
  openedAt: "开启时间",
  state: "进度",
  steps: "办理记录",
  criteria: "评议指标",
  most: "满分",
  weight: "权重",
  isSecret: "无记名评议",
  reviewers: "评议人",
  isAbsent: "缺席",
  ballots: "评议表",
  points: "得分",
  tieBreaks: "并列排序",
  publicity: "公示",
  pastPublicities: "已撤下的公示",
  isWorking: "上班",
  submissions: "报送记录",
  revision: "版次",
  serial: "回执序号",
  pathway: "申报通道",
  line: "职称类别",
  level: "级别",
  chosenOn: "选定日期",
  decision: "比对结论",
  confirmation: "本人确认",
  settlements: "人工认定",
  isMet: "符合条件",
  check: "资格审核",
  isPassed: "通过",
  outcome: "推荐结果",
  withdrawal: "退出申报",
  waivers: "免交材料",
  result: "评审结果",
};

/** Which words the codes of the round have. */
export const ROUND_CODE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: ROUND_STATE_LABELS,
  step: Object.fromEntries(STEP_NAMES.map((name) => [name, labelStep(name)])),
  from: ROUND_STATE_LABELS,
  to: ROUND_STATE_LABELS,
  pathway: PATHWAY_LABELS,
  decision: { ...DECISION_LABELS, ...OUTCOME_DECISION_LABELS },
  outcome: OBJECTION_OUTCOME_LABELS,
  basis: { judgement: "评议人打分", townshipYears: "按乡镇工作年限计分" },
  status: RECEIPT_STATUS_LABELS,
};

/** What only the program needs to know of a round. */
export const ROUND_UNSAID: readonly string[] = [
  "attachmentId",
  "candidacyId",
  "code",
  "criterionId",
  "order",
  "packageId",
  "requirementId",
  "reviewerId",
  "roundId",
  "tagmanifest",
];

/** Lists in a record that are told by how many items they have: a ballot has a mark for each candidate. */
export const COUNTED: Readonly<Record<string, string>> = { marks: "项评分", recusals: "人回避" };
