import { formatDay } from "../../shared/calendar/text.ts";
import type { Day } from "../../shared/calendar/day.ts";
import { holdsDay } from "../../shared/calendar/periods.ts";
import { EDUCATION_RANKS, TITLE_RANKS } from "../../shared/policy/ranks.ts";
import { DEGREE_LABELS, EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { type Person, SEX_LABELS } from "../../shared/records/person.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import type { ListCell, ListColumn, OfficialList } from "../../shared/workbook/lists/list.ts";
import { factsOf } from "../widgets/facts.ts";

/** 人员花名册: one row a person, as units keep it, with headings that import knows again. */

const COLUMNS: readonly ListColumn[] = [
  { heading: "序号", width: 6, kind: "centre" },
  { heading: "人员编号", width: 10, kind: "centre" },
  { heading: "姓名", width: 10, kind: "centre" },
  { heading: "性别", width: 6, kind: "centre" },
  { heading: "出生日期", width: 12, kind: "centre" },
  { heading: "身份证号", width: 20, kind: "centre" },
  { heading: "最高学历", width: 12, kind: "centre" },
  { heading: "最高学位", width: 9, kind: "centre" },
  { heading: "毕业院校", width: 18, kind: "text" },
  { heading: "所学专业", width: 14, kind: "text" },
  { heading: "毕业时间", width: 12, kind: "centre" },
  { heading: "职称名称", width: 14, kind: "centre" },
  { heading: "职称系列", width: 12, kind: "centre" },
  { heading: "职称级别", width: 10, kind: "centre" },
  { heading: "职称类别", width: 13, kind: "centre" },
  { heading: "职称取得时间", width: 13, kind: "centre" },
  { heading: "聘任时间", width: 12, kind: "centre" },
  { heading: "来本单位时间", width: 13, kind: "centre" },
];

/** The roster of some people, in the order given, as of a day. */
export function staffRoster(
  people: readonly Person[],
  about: { readonly unitName: string; readonly today: Day },
): OfficialList {
  const { unitName, today } = about;
  return {
    name: "人员花名册",
    title: `${unitName}人员花名册`,
    lines: [[`单位：${unitName}`, `共${people.length}人；导出日期：${formatDay(today)}`]],
    columns: COLUMNS,
    rows: people.map((person, index) => [index + 1, ...cellsOf(person, today)]),
    footers: [],
    orientation: "landscape",
  };
}

function cellsOf(person: Person, today: Day): readonly ListCell[] {
  const { id, name, sex, birthDate, idNumber } = person;
  return [
    id,
    name,
    SEX_LABELS[sex],
    birthDate,
    idNumber,
    ...educationCells(person),
    ...titleCells(person),
    sinceWhen(person, today),
  ];
}

function educationCells({ education }: Person): readonly ListCell[] {
  const [highest] = education.toSorted(
    (a, b) =>
      EDUCATION_RANKS[b.level] - EDUCATION_RANKS[a.level] ||
      Number(b.graduatedOn > a.graduatedOn) - Number(b.graduatedOn < a.graduatedOn),
  );
  if (highest === undefined) return [null, null, null, null, null];
  const { level, degree, school, major, graduatedOn } = highest;
  return [
    EDUCATION_LEVEL_LABELS[level],
    degree === null ? null : DEGREE_LABELS[degree],
    school ?? null,
    major ?? null,
    graduatedOn,
  ];
}

/** The highest title, of equals the latest, with the day of the first appointment on it. */
function titleCells({ titles, appointments }: Person): readonly ListCell[] {
  const [highest] = titles.toSorted(
    (a, b) =>
      TITLE_RANKS[b.level] - TITLE_RANKS[a.level] ||
      Number(b.obtainedOn > a.obtainedOn) - Number(b.obtainedOn < a.obtainedOn),
  );
  if (highest === undefined) return [null, null, null, null, null, null];
  const [appointedOn] = appointments
    .filter(({ titleId }) => titleId === highest.id)
    .map(({ from }) => from)
    .toSorted();
  const { name, series, level, line, obtainedOn } = highest;
  return [
    name,
    SERIES_LABELS[series],
    TITLE_LEVEL_LABELS[level],
    LINE_LABELS[line],
    obtainedOn,
    appointedOn ?? null,
  ];
}

/** The beginning of the posting that runs today, of several the latest. */
function sinceWhen(person: Person, today: Day): string | null {
  const running = factsOf(person).postings.filter((posting) => holdsDay(posting, today));
  const latest = running.toSorted((a, b) => b.from - a.from)[0];
  return latest?.record.from ?? null;
}
