import { idNumberCheckDigit } from "../records/id-number.ts";
import type { Person } from "../records/person.ts";
import type { TitleLevel } from "../records/title.ts";
import type { Chance } from "./chance.ts";

/** One invented member of the staff of an invented health centre. */

type Posting = Person["postings"][number];
type Title = Person["titles"][number];

const SURNAMES = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧");
const GIVEN = Array.from("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红梅建国志远晓东海燕");
const MAJORS = ["临床医学", "护理学", "药学", "医学检验", "医学影像", "中医学", "口腔医学"];
const SCHOOLS = ["虚构医学院", "虚构卫生学校", "虚构大学"];

/** Division code of no place in China: a number that begins with it can belong to nobody. */
const NOWHERE = "990000";

/** Names of the health titles by the work people do. */
const CAREERS: readonly Readonly<Record<TitleLevel, string>>[] = [
  career("医士", "医师", "主治医师", "副主任医师", "主任医师"),
  career("护士", "护师", "主管护师", "副主任护师", "主任护师"),
  career("药士", "药师", "主管药师", "副主任药师", "主任药师"),
  career("技士", "技师", "主管技师", "副主任技师", "主任技师"),
];

function career(
  technician: string,
  assistant: string,
  intermediate: string,
  associateSenior: string,
  senior: string,
): Readonly<Record<TitleLevel, string>> {
  return { technician, assistant, intermediate, associateSenior, senior };
}

/** Years between one title and the next, and the share of people who ever take it. */
const STEPS: readonly {
  readonly level: TitleLevel;
  readonly after: number;
  readonly percent: number;
}[] = [
  { level: "assistant", after: 1, percent: 92 },
  { level: "intermediate", after: 6, percent: 72 },
  { level: "associateSenior", after: 8, percent: 40 },
  { level: "senior", after: 7, percent: 22 },
];

function month(year: number, of: number): string {
  return `${year}-${String(of).padStart(2, "0")}`;
}

/** An invented person; `number` makes id and ID number unique, `lastYear` is the last year with full records. */
export function inventPerson(
  chance: Chance,
  number: number,
  employer: string,
  lastYear: number,
): Person {
  const sex = chance.happens(62) ? "female" : "male";
  const birthYear = chance.between(lastYear - 58, lastYear - 24);
  const birthMonth = chance.between(1, 12);
  const birthDate = `${month(birthYear, birthMonth)}-${String(chance.between(1, 28)).padStart(2, "0")}`;
  const level = chance.oneOf([
    "secondary",
    "college",
    "college",
    "bachelor",
    "bachelor",
    "master",
  ] as const);
  const graduated = birthYear + { secondary: 19, college: 22, bachelor: 23, master: 26 }[level];
  const postings = inventPostings(chance, graduated, employer, lastYear);
  const titles = inventTitles(chance, graduated, lastYear);
  const firstYear = Math.max(graduated + 1, lastYear - 12);
  return {
    id: `demo-${String(number).padStart(3, "0")}`,
    name:
      chance.oneOf(SURNAMES) +
      chance.oneOf(GIVEN) +
      (chance.happens(70) ? chance.oneOf(GIVEN) : ""),
    sex,
    birthDate,
    idNumber: inventIdNumber(birthDate, number, sex),
    education: [
      {
        level,
        degree: level === "bachelor" || level === "master" ? level : null,
        major: chance.oneOf(MAJORS),
        school: chance.oneOf(SCHOOLS),
        graduatedOn: month(graduated, 7),
      },
    ],
    postings,
    titles,
    appointments: titles.map((title, index) => inventAppointment(title, titles[index + 1])),
    appraisals: inventAppraisals(chance, firstYear, lastYear),
    training: inventTraining(chance, Math.max(firstYear, 2020), lastYear + 1),
    sanctions: [],
    applications: [],
    exams: [],
    statements: {},
  };
}

function inventIdNumber(birthDate: string, number: number, sex: Person["sex"]): string {
  const sequence = (number % 500) * 2 + (sex === "male" ? 1 : 0);
  const first17 = `${NOWHERE}${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + idNumberCheckDigit(first17);
}

/** Work from graduation on, a third of it begun elsewhere, some of it broken by study or leave. */
function inventPostings(
  chance: Chance,
  graduated: number,
  employer: string,
  lastYear: number,
): Posting[] {
  const base = { kind: "regular", professional: true, series: "health" } as const;
  const postings: Posting[] = [];
  let from = month(graduated, 8);
  const years = lastYear - graduated;
  if (years > 4 && chance.happens(33)) {
    const left = graduated + chance.between(1, Math.min(years - 1, 12));
    const setting = chance.oneOf(["township", "county", "outside"] as const);
    const former = setting === "county" ? "虚构县人民医院" : "虚构乡卫生院";
    postings.push({ ...base, from, to: month(left, 6), employer: former, setting });
    from = month(left, 7);
  }
  postings.push({ ...base, from, to: null, employer, setting: "township" });
  if (years > 8 && chance.happens(12)) {
    const start = lastYear - chance.between(3, 6);
    const kind = chance.oneOf(["study", "leave"] as const);
    const period = { from: month(start, 9), to: month(start + chance.between(1, 2), 6) };
    postings.push({ ...base, ...period, employer, setting: "township", kind });
  }
  return postings;
}

function inventTitles(chance: Chance, graduated: number, lastYear: number): Title[] {
  const names = chance.oneOf(CAREERS);
  const titles: Title[] = [];
  let year = graduated;
  for (const { level, after, percent } of STEPS) {
    year += after + chance.between(0, 3);
    if (year > lastYear || !chance.happens(percent)) break;
    // 基层职称 exist in Shandong's townships from 2020 on, and only for senior levels in this invention.
    const isGrassroots = level === "associateSenior" && year >= 2020 && chance.happens(60);
    titles.push({
      id: `t${titles.length + 1}`,
      series: "health",
      level,
      line: isGrassroots ? "grassroots" : "provincial",
      name: names[level],
      obtainedOn: `${month(year, 11)}-20`,
    });
  }
  return titles;
}

/** Appointed from the January after the title to the December of the next one's year. */
function inventAppointment(title: Title, next: Title | undefined): Person["appointments"][number] {
  const from = month(Number(title.obtainedOn.slice(0, 4)) + 1, 1);
  const to = next === undefined ? null : month(Number(next.obtainedOn.slice(0, 4)), 12);
  return { titleId: title.id, from, to, post: "regular" };
}

function inventAppraisals(
  chance: Chance,
  firstYear: number,
  lastYear: number,
): Person["appraisals"] {
  const appraisals: Person["appraisals"] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (chance.happens(2)) continue;
    const result = chance.oneOf(["excellent", "qualified", "qualified", "qualified"] as const);
    appraisals.push({ year, result: chance.happens(1) ? "basicallyQualified" : result });
  }
  return appraisals;
}

/** Full hours in most years; in the running year many are still at it. */
function inventTraining(
  chance: Chance,
  firstYear: number,
  runningYear: number,
): Person["training"] {
  const training: Person["training"] = [];
  for (let year = firstYear; year <= runningYear; year += 1) {
    const isRunning = year === runningYear;
    const isShort = chance.happens(isRunning ? 35 : 4);
    training.push({
      id: `g${year}`,
      year,
      hours: isRunning && chance.happens(20) ? 15 : 30,
      category: "public",
      inSpecialty: false,
      title: `${year}年公需科目`,
      organizer: "虚构县继续教育基地",
    });
    training.push({
      id: `z${year}`,
      year,
      hours: isShort ? chance.between(10, 54) : 60,
      category: "professional",
      inSpecialty: true,
      title: `${year}年专业科目`,
      organizer: "虚构县继续教育基地",
    });
  }
  return training;
}
