import { type Day, FOREVER } from "../../calendar/day.ts";
import {
  type MergedPeriods,
  mergePeriods,
  type Period,
  subtractPeriods,
} from "../../calendar/periods.ts";
import { lengthReachedOn, lengthUpTo, showLength } from "../../calendar/service-length.ts";
import { formatDay } from "../../calendar/text.ts";
import { type PersonFacts, type PostingFacts, readPerson } from "../../policy/facts.ts";
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
  const work = facts.townshipWork;
  const length = lengthUpTo(work, cutOff);
  const from = length.from === null ? null : formatDay(length.from);
  const summary: readonly ListCell[] = [
    length.days === 0 ? "无" : sayLength({ ...showLength(length), from }),
    ...steps.map((years) => reachedCell(work, years, cutOff)),
    null,
  ];
  const periods = describePeriods(facts, cutOff);
  if (periods.length === 0) {
    return [[name, null, null, null, null, null, null, null, "没有登记工作经历", ...summary]];
  }
  return periods.map((cells) => [name, ...cells, ...summary]);
}

function reachedCell(work: MergedPeriods, years: number, cutOff: Day): string {
  const day = lengthReachedOn(work, years);
  if (day === FOREVER) return "—";
  return day <= cutOff ? formatDay(day) : `${formatDay(day)}\n（预计）`;
}

/** Each posting by its start, with the days that it adds to what the earlier ones have counted. */
function describePeriods(facts: PersonFacts, cutOff: Day): readonly (readonly ListCell[])[] {
  const upToCutOff: MergedPeriods = [{ from: -Infinity, to: cutOff + 1 }];
  const postings = facts.postings.toSorted((a, b) => a.from - b.from);
  let counted: MergedPeriods = [];
  return postings.map((posting) => {
    const whole = clip(posting, upToCutOff);
    const isCounted = posting.isProfessionalWork && posting.setting === "township";
    const present = isCounted ? subtractPeriods(whole, facts.absences) : [];
    const added = subtractPeriods(present, counted);
    counted = mergePeriods([...counted, ...added]);
    const written = posting.record;
    return [
      written.from,
      written.to ?? "至今",
      written.employer ?? null,
      SETTING_LABELS[posting.setting],
      POSTING_KIND_LABELS[posting.kind],
      verdictOf(posting, daysOf(added)),
      daysOf(added),
      remarkOf(posting, {
        whole: daysOf(whole),
        present: daysOf(present),
        added: daysOf(added),
      }),
    ];
  });
}

function clip({ from, to }: Period, [within]: MergedPeriods): MergedPeriods {
  const end = Math.min(to, within?.to ?? to);
  return end > from ? [{ from, to: end }] : [];
}

function daysOf(periods: MergedPeriods): number {
  return periods.reduce((days, { from, to }) => days + to - from, 0);
}

function isAbsence({ kind }: PostingFacts): boolean {
  return kind === "study" || kind === "leave";
}

function verdictOf(posting: PostingFacts, added: number): string {
  if (isAbsence(posting)) return "扣除";
  return added > 0 ? "计入" : "不计入";
}

/** Why a period counts less than its days. */
function remarkOf(
  posting: PostingFacts,
  days: { readonly whole: number; readonly present: number; readonly added: number },
): string {
  if (days.whole === 0) return "在截止日之后";
  if (isAbsence(posting)) return `${POSTING_KIND_LABELS[posting.kind]}期间不计入`;
  if (posting.setting !== "township") return "不在乡镇工作";
  if (!posting.isProfessionalWork) return "不是专业技术岗位";
  const remarks: string[] = [];
  if (days.present < days.whole) remarks.push(`扣除学习、离岗${days.whole - days.present}天`);
  if (days.added < days.present) remarks.push(`与前段重叠${days.present - days.added}天，只计一次`);
  return remarks.join("；");
}
