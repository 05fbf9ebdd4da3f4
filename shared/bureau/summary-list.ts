import { PATHWAY_LABELS } from "../policy/pathway-names.ts";
import { SERIES_LABELS } from "../records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../records/title.ts";
import { type ListColumn, type OfficialList, signatureLine } from "../workbook/lists/list.ts";

/** 申报情况汇总表: the sums of a year, by one dimension a sheet. */

export const SUMMARY_DIMENSIONS = ["unit", "series", "level", "line", "pathway"] as const;
export type SummaryDimension = (typeof SUMMARY_DIMENSIONS)[number];

export const SUMMARY_DIMENSION_LABELS = {
  unit: "单位",
  series: "系列",
  level: "级别",
  line: "类别",
  pathway: "通道",
} as const satisfies Record<SummaryDimension, string>;

const FIGURES = {
  units: "单位数",
  people: "人数",
  candidacies: "申报项数",
  eligible: "可以申报",
  undetermined: "待核实",
  ineligible: "不能申报",
  counts: "占岗位数额",
  exempt: "不占岗位数额",
  accepted: "受理",
  returned: "退回修改",
  rejected: "不予受理",
  undecided: "待办理",
  passed: "评审通过",
  failed: "评审未通过",
} as const;
type Figure = keyof typeof FIGURES;
const FIGURE_NAMES = Object.keys(FIGURES) as Figure[];

export type SummaryFigures = Readonly<Record<Figure, number>> & {
  readonly key: string;
  readonly name: string;
};

const WORDS: Readonly<Record<string, string>> = {
  ...SERIES_LABELS,
  ...TITLE_LEVEL_LABELS,
  ...LINE_LABELS,
  ...PATHWAY_LABELS,
  none: "不分",
};

/** The sums by one dimension, with the total of the year, in which nobody is counted twice. */
export function summaryList(
  year: number,
  bureauName: string,
  dimension: SummaryDimension,
  rows: readonly SummaryFigures[],
  total: SummaryFigures,
): OfficialList {
  const label = SUMMARY_DIMENSION_LABELS[dimension];
  const columns: readonly ListColumn[] = [
    { heading: label, width: dimension === "unit" ? 30 : 20, kind: "text" },
    ...FIGURE_NAMES.map((name) => ({ heading: FIGURES[name], width: 10, kind: "number" as const })),
  ];
  const cellsOf = (name: string, row: SummaryFigures) => [
    name,
    ...FIGURE_NAMES.map((figure) => row[figure]),
  ];
  return {
    name: `按${label}汇总`,
    title: `${year}年度职称申报情况汇总表（按${label}）`,
    lines: [[`填报部门（章）：${bureauName}`, ""]],
    columns,
    rows: rows.map((row) => cellsOf(row.name === "" ? (WORDS[row.key] ?? row.key) : row.name, row)),
    totals: cellsOf("合计", total),
    footers: [
      "注：同一人有几项申报的，人数只计一次，各行人数之和可能大于合计。",
      signatureLine("填表人", "审核人"),
    ],
    orientation: "landscape",
  };
}
