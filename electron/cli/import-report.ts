import { formatValue } from "../../shared/records/issue.ts";
import { formatImportIssue, sayPlace } from "../../shared/workbook/import/import-issue.ts";
import { COLUMN_STATE_LABELS, type TableMapping } from "../../shared/workbook/import/mapping.ts";
import type { ImportReport, RowCounts } from "../../shared/workbook/import/report.ts";
import { IGNORED_LABELS } from "../../shared/workbook/import/row.ts";
import { formatTable } from "./table.ts";

/** What importing a workbook would do or has done, in lines for people to read. */

const KIND_LABELS = { template: "人员信息采集表", roster: "花名册" } as const satisfies Record<
  ImportReport["kind"],
  string
>;

const UNREAD_HEADINGS = {
  template: "没有读取的工作表：",
  roster: "没有读取的工作表（一次读一张花名册，其余的可用 --mapping 指定后另行导入）：",
} as const satisfies Record<ImportReport["kind"], string>;

/** The report but for the refused cells, which go to stderr. */
export function describeImport(report: ImportReport): readonly string[] {
  return [
    `识别为${KIND_LABELS[report.kind]}`,
    ...describeCounts(report),
    ...describeColumns(report),
    ...section("略过的行，请看一眼是不是都不是人员：", passedOver(report)),
    ...section("花名册没有写明、按下列约定登记的内容（可用 --default 改）：", defaultsOf(report)),
    ...section("已采用的行中，下列内容没有登记，请补录：", report.gaps.map(formatImportIssue)),
    ...section(UNREAD_HEADINGS[report.kind], report.unreadSheets),
  ];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

function defaultsOf({ defaults }: ImportReport): readonly string[] {
  return defaults.map(({ sentence, people }) => `${sentence}（${people}人）`);
}

/** Rows that somebody might have wanted read; titles, headings and empty rows are not among them. */
function passedOver({ ignored }: ImportReport): readonly string[] {
  return ignored
    .filter(({ kind }) => kind === "total" || kind === "note")
    .map(
      ({ sheet, number, kind, text }) =>
        `${sayPlace(sheet, String(number))}（${IGNORED_LABELS[kind]}）：${formatValue(text)}`,
    );
}

function describeCounts({ counts, sheets }: ImportReport): readonly string[] {
  const row = (name: string, { read, added, changed, unchanged, refused, ignored }: RowCounts) =>
    [name, read, added, changed, unchanged, refused, ignored].map(String);
  return formatTable([
    ["工作表", "读取行数", "新增", "更新", "未变", "未通过", "略过（标题、空行、合计等）"],
    ...sheets.map((sheet) => row(sheet.sheet, sheet)),
    ...(sheets.length > 1 ? [row("合计", counts)] : []),
  ]);
}

/** Of a roster every column, since its headings are guessed at; of our own template only what is left out. */
function describeColumns({ kind, tables, columnsNotTaken }: ImportReport): readonly string[] {
  if (kind === "roster") return tables.flatMap(describeMapping);
  return section(
    "没有采用的栏：",
    columnsNotTaken.map(
      ({ sheet, letters, heading, state }) =>
        `${sheet} ${letters}栏“${heading}”：${COLUMN_STATE_LABELS[state]}`,
    ),
  );
}

function describeMapping({ sheet, headingRows, columns }: TableMapping): readonly string[] {
  const [first, last] = headingRows;
  const rows = columns.map(({ letters, heading, state, key }) => [
    `${letters}栏`,
    heading,
    COLUMN_STATE_LABELS[state],
    key ?? "",
  ]);
  const where = first === last ? `第${first}行` : `第${first}至${last}行`;
  return [
    `工作表“${sheet}”的标题在${where}，各栏的认定（可用 --mapping 改）：`,
    ...formatTable(rows, "  "),
  ];
}
