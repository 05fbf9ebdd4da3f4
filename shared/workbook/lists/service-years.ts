import type { Day } from "../../calendar/day.ts";
import { formatDay } from "../../calendar/text.ts";
import { type PersonFacts, readPerson } from "../../policy/facts.ts";
import {
  readServiceRecord,
  SERVICE_VERDICT_LABELS,
  type ServicePeriod,
  type ServiceRecord,
  type ServiceStep,
} from "../../policy/service-record.ts";
import { sayLength } from "../../policy/wording/phrases.ts";
import type { Person } from "../../records/person.ts";
import { POSTING_KIND_LABELS, SETTING_LABELS } from "../../records/posting.ts";
import type { ListSource } from "./candidates.ts";
import {
  type ListCell,
  type ListColumn,
  type OfficialList,
  type SharedCells,
  signatureLine,
} from "./list.ts";

/** 工作年限核定表: every period, whether it counts, the sum, and the days of ten, twenty and thirty years. */

/** The first of the columns after the periods; those from there on sum up a person. */
const SUMMARY_COLUMN = 10;

function columnsOf(years: readonly number[]): readonly ListColumn[] {
  return [
    { heading: "序号", width: 6, kind: "centre" },
    { heading: "姓名", width: 10, kind: "centre" },
    { heading: "开始时间", width: 12, kind: "centre" },
    { heading: "结束时间", width: 12, kind: "centre" },
    { heading: "工作单位", width: 24, kind: "text" },
    { heading: "实际工作\n所在层级", width: 14, kind: "centre" },
    { heading: "聘用方式", width: 14, kind: "centre" },
    { heading: "是否计入", width: 10, kind: "centre" },
    { heading: "计入天数", width: 10, kind: "number" },
    { heading: "说明", width: 26, kind: "text" },
    { heading: "核定年限", width: 13, kind: "centre" },
    ...years.map((year): ListColumn => ({
      heading: `满${year}年日期`,
      width: 14,
      kind: "centre",
    })),
    { heading: "本人签字", width: 12, kind: "centre" },
  ];
}

/** The years of professional work in the township of the people given (everybody unless chosen). */
export function serviceYears(
  { unitFile, cycle, pack }: ListSource,
  isChosen: (person: Person) => boolean = () => true,
): OfficialList {
  const people = unitFile.people.filter(isChosen).map(readPerson);
  const steps = Object.values(pack.parameters["township.years"].value);
  const columns = columnsOf(steps);
  const summary = columns.map((_, column) => column).slice(SUMMARY_COLUMN);
  const rows: (readonly ListCell[])[] = [];
  const shared: SharedCells[] = [];
  for (const [index, facts] of people.entries()) {
    const own = personRows(facts, cycle.cutOff, steps);
    const firstRow = rows.length;
    rows.push(...own.map((row) => [index + 1, ...row]));
    shared.push({ firstRow, lastRow: rows.length - 1, columns: [0, 1, ...summary] });
  }
  return {
    name: "工作年限核定表",
    title: "乡镇专业技术工作年限核定表",
    lines: [[`单位（盖章）：${unitFile.unit.name}`, `计算截止日：${formatDay(cycle.cutOff)}`]],
    columns,
    rows,
    shared,
    footers: [
      "注：只计算在乡镇专业技术岗位上实际工作的时间；脱产学习、停薪留职或长期离岗的时间全部扣除，几段工作重叠的只计一次。标“预计”的日期以继续在现岗位工作为前提。",
      signatureLine("填表人", "审核人", "单位负责人"),
    ],
    orientation: "landscape",
  };
}

/** A person's rows: one a period, or one that says that there is none. */
function personRows(
  facts: PersonFacts,
  cutOff: Day,
  steps: readonly number[],
): readonly (readonly ListCell[])[] {
  const { name } = facts.person;
  const record = readServiceRecord(facts, cutOff, steps);
  const summary: readonly ListCell[] = [saySum(record), ...record.steps.map(reachedCell), null];
  if (record.periods.length === 0) {
    return [[name, null, null, null, null, null, null, null, "没有登记工作经历", ...summary]];
  }
  return record.periods.map((period) => [name, ...periodCells(period), ...summary]);
}

function saySum({ days, length, from }: ServiceRecord): string {
  return days === 0 ? "无" : sayLength({ ...length, from });
}

function reachedCell({ reachedOn, isReached }: ServiceStep): string {
  if (reachedOn === null) return "—";
  return isReached ? formatDay(reachedOn) : `${formatDay(reachedOn)}\n（预计）`;
}

function periodCells({
  posting,
  verdict,
  countedDays,
  remark,
}: ServicePeriod): readonly ListCell[] {
  const { from, to, employer } = posting.record;
  return [
    from,
    to ?? "至今",
    employer ?? null,
    SETTING_LABELS[posting.setting],
    POSTING_KIND_LABELS[posting.kind],
    SERVICE_VERDICT_LABELS[verdict],
    countedDays,
    remark,
  ];
}
