import { firstDayOf, FOREVER } from "../../calendar/day.ts";
import { formatDay } from "../../calendar/text.ts";
import {
  HOUR,
  NO_TRAINING,
  type PersonFacts,
  readPerson,
  type YearOfTraining,
} from "../../policy/facts.ts";
import type { Parameters } from "../../policy/pack.ts";
import { hasHours } from "../../policy/requirements/training.ts";
import { openRuleBook, type RuleBook } from "../../policy/rule-book.ts";
import { valueIn, type YearTable } from "../../policy/year-table.ts";
import type { Person } from "../../records/person.ts";
import { columnLetters } from "../address.ts";
import type { ListSource } from "./candidates.ts";
import { type ListCell, type ListColumn, type OfficialList, signatureLine } from "./list.ts";

/** 继续教育学时汇总表: hours by person, year and category; every total is a formula. */

export interface TrainingYears {
  readonly first: number;
  readonly last: number;
}

/** Serial number and name stand before the years. */
const COLUMNS_BEFORE = 2;
const COLUMNS_A_YEAR = 3;

/** The hours of the people given (everybody unless chosen) in some years, by default those that a cycle asks for. */
export function trainingSummary(
  { unitFile, cycle, pack }: ListSource,
  isChosen: (person: Person) => boolean = () => true,
  years: TrainingYears = {
    first: Math.max(
      pack.parameters["training.firstYear"].value,
      cycle.year - pack.parameters["training.windowYears"].value,
    ),
    last: cycle.year - 1,
  },
): OfficialList {
  const listed: number[] = [];
  for (let year = years.first; year <= years.last; year += 1) listed.push(year);
  const book = openRuleBook(pack, cycle);
  const people = unitFile.people.filter(isChosen).map(readPerson);
  const training = people.map((facts) => facts.training);
  return {
    name: "继续教育学时汇总表",
    title: `专业技术人员继续教育学时汇总表（${years.first}年至${years.last}年）`,
    lines: [
      [
        `单位（盖章）：${unitFile.unit.name}`,
        `计量单位：学时；统计日期：${formatDay(cycle.applyOn)}`,
      ],
    ],
    columns: columnsOf(listed),
    rows: people.map((facts, index) => [
      index + 1,
      facts.person.name,
      ...listed.flatMap((year, at) => yearCells(valueIn(facts.training, year) ?? NO_TRAINING, at)),
      shortYears(book, facts, listed),
    ]),
    totals: [null, "合计", ...listed.flatMap((year, at) => yearTotals(training, year, at)), null],
    footers: [demandOf(pack.parameters), signatureLine("填表人", "审核人", "单位负责人")],
    orientation: "landscape",
  };
}

function columnsOf(years: readonly number[]): readonly ListColumn[] {
  const ofYear = (year: number): readonly ListColumn[] =>
    ["公需科目", "专业科目", "合计"].map((heading) => ({
      group: `${year}年`,
      heading,
      width: 9,
      kind: "number",
    }));
  return [
    { heading: "序号", width: 6, kind: "centre" },
    { heading: "姓名", width: 10, kind: "centre" },
    ...years.flatMap(ofYear),
    { heading: "未学满的年度", width: 22, kind: "text" },
  ];
}

/** The letters of a year's three columns. */
function lettersOf(at: number): readonly [string, string, string] {
  const first = COLUMNS_BEFORE + at * COLUMNS_A_YEAR;
  return [columnLetters(first), columnLetters(first + 1), columnLetters(first + 2)];
}

function yearCells(hours: YearOfTraining, at: number): readonly ListCell[] {
  const [a, b] = lettersOf(at);
  return [
    hours.public / HOUR,
    hours.professional / HOUR,
    {
      formula: ({ row }) => `SUM(${a}${row}:${b}${row})`,
      value: (hours.public + hours.professional) / HOUR,
    },
  ];
}

function yearTotals(
  training: readonly YearTable<YearOfTraining>[],
  year: number,
  at: number,
): readonly ListCell[] {
  const sum = (hoursOf: (hours: YearOfTraining) => number) =>
    training.reduce((total, own) => total + hoursOf(valueIn(own, year) ?? NO_TRAINING), 0) / HOUR;
  const values = [
    sum((hours) => hours.public),
    sum((hours) => hours.professional),
    sum((hours) => hours.public + hours.professional),
  ];
  return lettersOf(at).map((letters, column) => ({
    // A table without rows has nothing to add up.
    formula: ({ firstRow, lastRow }) =>
      lastRow < firstRow ? "0" : `SUM(${letters}${firstRow}:${letters}${lastRow})`,
    value: values[column] ?? 0,
  }));
}

/** The years without the hours asked, of those that began after the person's work did. */
function shortYears(book: RuleBook, facts: PersonFacts, years: readonly number[]): string {
  const firstYear = book.parameters["training.firstYear"].value;
  const begun = facts.postings.reduce((first, { from }) => Math.min(first, from), FOREVER);
  const isAsked = (year: number) =>
    year >= firstYear && (begun === FOREVER || begun < firstDayOf(year));
  return years
    .filter((year) => isAsked(year) && !hasHours(book, facts, year))
    .map((year) => `${year}年`)
    .join("、");
}

function demandOf(parameters: Parameters): string {
  const total = parameters["training.totalHours"].value;
  const publicHours = parameters["training.publicHours"].value;
  const professional = parameters["training.professionalHours"].value;
  return `注：每年不少于${total}学时，其中公需科目不少于${publicHours}学时、专业科目不少于${professional}学时；${parameters["training.firstYear"].value}年以前不作要求。`;
}
