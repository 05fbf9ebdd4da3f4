import { formatBeijing } from "../../calendar/instant.ts";
import { describeQuestion } from "../../policy/sentences.ts";
import { type NoticeProceedings, OBJECTION_OUTCOME_LABELS } from "../../submission/proceedings.ts";
import { type OfficialList, signatureLine } from "./list.ts";
import { recommendedOf, type RoundSource } from "./round-source.ts";

/** 公示情况证明: that the notice hung, for how long, what was objected and what came of it. */
export function certificate(source: RoundSource): OfficialList {
  const { unitFile, cycle, proceedings } = source;
  const { notice } = proceedings;
  const names = recommendedOf(source).map(
    ({ candidate: { person, assessment } }) => `${person.name}（${describeQuestion(assessment)}）`,
  );
  const rows: readonly (readonly [string, string])[] = [
    ["公示事项", `${cycle.year}年度职称申报推荐人员，共${names.length}人`],
    ["公示人员", names.length === 0 ? "无" : names.join("、")],
    ...(notice === null ? [["公示情况", "还没有公示"] as const] : noticeRows(notice)),
  ];
  return {
    name: "公示情况证明",
    title: `${cycle.year}年度职称申报推荐人员公示情况证明`,
    lines: [[`单位（盖章）：${unitFile.unit.name}`, ""]],
    columns: [
      { heading: "项目", width: 16, kind: "centre" },
      { heading: "内容", width: 70, kind: "text" },
    ],
    rows,
    footers: ["特此证明。", signatureLine("经办人", "单位负责人")],
    orientation: "portrait",
  };
}

function noticeRows(notice: NoticeProceedings): readonly (readonly [string, string])[] {
  const { from, to, workingDays, places, certifiedBy, certifiedAt, earlier } = notice;
  const before = earlier.map((one) => `${one.from}至${one.to}的公示已撤下重新公示`);
  return [
    [
      "公示时间",
      [`${from}至${to}，共${workingDays}个工作日（张贴当日不计）`, ...before].join("；"),
    ],
    ["工作日核对", sayCorrections(notice)],
    ["公示地点", places.length === 0 ? "无" : places.join("、")],
    ["异议情况", sayObjections(notice)],
    ["结论", sayConclusion(notice)],
    [
      "确认",
      certifiedBy === null || certifiedAt === null
        ? "还没有确认"
        : `${certifiedBy}，${formatBeijing(certifiedAt)}`,
    ],
  ];
}

function sayCorrections({ corrections }: NoticeProceedings): string {
  if (corrections.length === 0) return "按国务院办公厅放假安排计算";
  const said = corrections.map(({ day, isWorking }) => `${day}按${isWorking ? "上班" : "休息"}`);
  return `按国务院办公厅放假安排计算，其中${said.join("、")}`;
}

function sayObjections({ objections }: NoticeProceedings): string {
  if (objections.length === 0) return "公示期间没有收到异议";
  const said = objections.map(({ receivedOn, isNamed, outcome, handling }, index) => {
    const result = outcome === null ? "正在处理" : OBJECTION_OUTCOME_LABELS[outcome];
    const how = handling === null ? "" : `，${handling}`;
    return `${index + 1}．${receivedOn}收到${isNamed ? "实名" : "匿名"}异议：${result}${how}`;
  });
  return said.join("\n");
}

function sayConclusion({ objections }: NoticeProceedings): string {
  const open = objections.filter(({ closedOn }) => closedOn === null).length;
  if (open > 0) return `还有${open}件异议没有处理完`;
  return objections.length === 0 ? "公示无异议" : "收到的异议已全部处理完毕";
}
