/**
 * 退回原因: why a bureau gives a candidate back, as remarks of a receipt carry it. Codes are stable; each
 * points to the part of the unit's records that is to be mended, so that the unit's screen opens it.
 */

/** Parts of a person's record, of the candidacy, of the round and of the unit. */
export const RETURN_FIELDS = [
  "person.basics",
  "person.education",
  "person.postings",
  "person.titles",
  "person.appointments",
  "person.appraisals",
  "person.training",
  "person.sanctions",
  "person.exams",
  "candidacy.choice",
  "candidacy.confirmation",
  "candidacy.settlements",
  "candidacy.materials",
  "round.review",
  "round.publicity",
  "unit.basics",
  "unit.posts",
] as const;
export type ReturnField = (typeof RETURN_FIELDS)[number];

export interface ReturnReason {
  /** As in the remark. */
  readonly code: string;
  /** What is wrong, and what the unit is to do. */
  readonly text: string;
  readonly field: ReturnField;
}

export const RETURN_REASONS = [
  {
    code: "return.identity",
    text: "姓名、身份证号或出生日期与证件不一致；请核对证件后更正",
    field: "person.basics",
  },
  {
    code: "return.education",
    text: "学历学位与证书不一致，或缺少证书；请核对后更正并附证书",
    field: "person.education",
  },
  {
    code: "return.postings",
    text: "工作经历与档案不一致，或有间断没有说明；请核对档案后更正",
    field: "person.postings",
  },
  {
    code: "return.township",
    text: "乡镇专业技术工作年限的证明不足；请补充任职文件、工资或社保记录",
    field: "person.postings",
  },
  {
    code: "return.title",
    text: "现职称与证书不一致，或缺少证书；请核对后更正并附证书",
    field: "person.titles",
  },
  {
    code: "return.appointment",
    text: "聘任时间或岗位与聘书不一致；请核对聘书后更正",
    field: "person.appointments",
  },
  {
    code: "return.appraisal",
    text: "年度考核结果缺少或与考核表不一致；请核对后更正并附考核表",
    field: "person.appraisals",
  },
  {
    code: "return.training",
    text: "继续教育学时不足，或证明不清楚；请核对后更正并附证明",
    field: "person.training",
  },
  {
    code: "return.sanction",
    text: "处分情况没有如实登记；请核对处分文件后更正",
    field: "person.sanctions",
  },
  {
    code: "return.exam",
    text: "考试成绩与成绩单不一致；请核对后更正并附成绩单",
    field: "person.exams",
  },
  {
    code: "return.choice",
    text: "申报的类别、级别或通道选得不对；请与本人核实后更正",
    field: "candidacy.choice",
  },
  {
    code: "return.duplicate",
    text: "同一人在其他单位也有申报，或同年度申报了两类职称；请与本人核实，只保留一项",
    field: "candidacy.choice",
  },
  {
    code: "return.confirmation",
    text: "缺少本人签名确认；请本人确认后附签名页",
    field: "candidacy.confirmation",
  },
  {
    code: "return.settlement",
    text: "单位认定的理由或依据不足；请补充依据",
    field: "candidacy.settlements",
  },
  {
    code: "return.material",
    text: "材料缺少、不清晰或与申报内容无关；请补充或重新扫描",
    field: "candidacy.materials",
  },
  {
    code: "return.achievement",
    text: "业绩材料不足；请补充业绩材料",
    field: "candidacy.materials",
  },
  {
    code: "return.integrity",
    text: "缺少诚信承诺书，或没有本人签名；请补充",
    field: "candidacy.materials",
  },
  {
    code: "return.review",
    text: "评议程序或评议记录不合要求；请按要求重新评议或补充记录",
    field: "round.review",
  },
  {
    code: "return.publicity",
    text: "公示时间不足，或异议没有处理完；请重新公示或补充处理情况",
    field: "round.publicity",
  },
  {
    code: "return.unit",
    text: "单位信息与基层单位目录清单不一致；请核对后更正",
    field: "unit.basics",
  },
  {
    code: "return.posts",
    text: "推荐人数超过空缺岗位，或岗位数与核定数不一致；请核对后更正",
    field: "unit.posts",
  },
  {
    code: "return.other",
    text: "有其他问题；请按所附说明处理",
    field: "candidacy.choice",
  },
] as const satisfies readonly ReturnReason[];
export type ReturnReasonCode = (typeof RETURN_REASONS)[number]["code"];

export const RETURN_REASON_CODES = RETURN_REASONS.map(({ code }) => code);

/** The reason behind a remark's code; undefined for a remark of another kind. */
export function findReturnReason(code: string): ReturnReason | undefined {
  return RETURN_REASONS.find((reason) => reason.code === code);
}
