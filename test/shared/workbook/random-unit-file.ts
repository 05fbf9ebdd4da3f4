import * as fc from "fast-check";
import { daysInMonth } from "../../../shared/calendar/day.ts";
import { APPLICATION_OUTCOMES } from "../../../shared/records/application.ts";
import { APPRAISAL_RESULTS } from "../../../shared/records/appraisal.ts";
import { POSTS } from "../../../shared/records/appointment.ts";
import { creditCodeCheckDigit } from "../../../shared/records/credit-code.ts";
import { DEGREES, EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import { idNumberCheckDigit } from "../../../shared/records/id-number.ts";
import { POSTING_KINDS, SETTINGS } from "../../../shared/records/posting.ts";
import { SANCTION_KINDS } from "../../../shared/records/sanction.ts";
import { SERIES } from "../../../shared/records/series.ts";
import { LINES, TITLE_LEVELS } from "../../../shared/records/title.ts";
import { TRAINING_CATEGORIES } from "../../../shared/records/training.ts";
import { checkUnitFile, type UnitFile } from "../../../shared/records/unit-file.ts";
import { cleanText } from "../../../shared/workbook/text.ts";

/** Random unit files that pass every check, with whatever text and whichever gaps a real one may have. */

const NASTY = fc.constantFrom(
  "=1+1",
  "+86",
  "-5",
  "@SUM(A1)",
  "_x0041_",
  "a_x000D_b",
  "至今",
  "1998.10",
  "<b>&\"'</b>",
  "𠮷野家",
  "é́",
  "合计",
  "注：无",
  "TRUE",
  "#N/A",
  "0123",
  "３０学时",
  "二级甲等（县）",
  "​零宽",
  "١٢٣",
  "لغة",
  "🏥",
  "'370",
);

/** Text as the unit file may keep it: clean, or it would not come back as it went. */
const text = fc
  .oneof(
    NASTY,
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom(...Array.from("示例镇中心卫生院学校农技站张王李")),
      maxLength: 12,
    }),
  )
  .map((raw) => cleanText(raw.replaceAll(/[\p{Cc}\p{Surrogate}￾￿]/gu, "")));
const filledText = text.filter((value) => value !== "");
const optionalText = fc.option(text, { nil: undefined });

const pad = (value: number) => String(value).padStart(2, "0");

/** A date between two years, to the day or only to the month. */
function dateBetween(first: number, last: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.integer({ min: first, max: last }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(30),
      fc.boolean(),
    )
    .map(([year, month, date, isToMonth]) =>
      isToMonth
        ? `${year}-${pad(month)}`
        : `${year}-${pad(month)}-${pad(1 + (date % daysInMonth(year, month)))}`,
    );
}

const birthDate = dateBetween(1950, 1985).map((date) => (date.length === 7 ? `${date}-09` : date));
const date = dateBetween(1990, 2026);
const period = fc
  .tuple(date, fc.option(date, { nil: null }))
  .map(([a, b]) =>
    b === null
      ? { from: a, to: null }
      : { from: a.slice(0, 7) < b ? a : b, to: a.slice(0, 7) < b ? b : a },
  )
  .map(({ from, to }) => ({
    from,
    to: to === null || from.slice(0, 7) < to.slice(0, 7) ? to : from,
  }));
const year = fc.integer({ min: 1990, max: 2030 });
const series = fc.constantFrom(...SERIES);
const level = fc.constantFrom(...TITLE_LEVELS);
const line = fc.constantFrom(...LINES);
const hours = fc.integer({ min: 0, max: 240 }).map((halves) => halves / 2);
const count = fc.option(fc.nat(40), { nil: null });

function idNumber(birth: string, sex: "female" | "male") {
  return fc
    .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.nat(499))
    .map(([region, sequence]) => {
      const first17 = `${region}${birth.replaceAll("-", "")}${String(sequence * 2 + (sex === "male" ? 1 : 0)).padStart(3, "0")}`;
      return first17 + idNumberCheckDigit(first17);
    });
}

const title = fc.record({ series, level, line, name: filledText, obtainedOn: date });
const training = fc.record(
  {
    year,
    hours,
    category: fc.constantFrom(...TRAINING_CATEGORIES),
    inSpecialty: fc.boolean(),
    title: text,
    organizer: text,
  },
  { requiredKeys: ["year", "hours", "category", "inSpecialty"] },
);
const posting = fc
  .tuple(
    period,
    fc.record(
      {
        employer: text,
        setting: fc.constantFrom(...SETTINGS),
        kind: fc.constantFrom(...POSTING_KINDS),
        professional: fc.boolean(),
        series,
        management: fc.boolean(),
      },
      { requiredKeys: ["setting", "kind", "professional", "series"] },
    ),
  )
  .map(([dates, rest]) => ({ ...dates, ...rest }));
const education = fc.record(
  {
    level: fc.constantFrom(...EDUCATION_LEVELS),
    degree: fc.option(fc.constantFrom(...DEGREES), { nil: null }),
    major: text,
    school: text,
    graduatedOn: date,
  },
  { requiredKeys: ["level", "degree", "graduatedOn"] },
);
const exam = fc.record({
  series,
  level,
  year,
  subjects: fc.array(
    fc.record({ name: filledText, score: fc.nat(100), nationalLine: fc.nat(100) }),
    { maxLength: 3 },
  ),
});

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);

const person = fc
  .record({
    id,
    name: filledText,
    sex: fc.constantFrom("female" as const, "male" as const),
    birthDate,
  })
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      idNumber: fc.option(idNumber(base.birthDate, base.sex), { nil: null }),
      education: fc.array(education, { maxLength: 2 }),
      postings: fc.array(posting, { maxLength: 3 }),
      titles: fc.uniqueArray(fc.tuple(id, title), { maxLength: 3, selector: ([one]) => one }),
      appointed: fc.array(fc.tuple(fc.nat(), period, fc.constantFrom(...POSTS)), { maxLength: 3 }),
      appraisals: fc.uniqueArray(
        fc.record({ year, result: fc.constantFrom(...APPRAISAL_RESULTS) }),
        { maxLength: 4, selector: (one) => one.year },
      ),
      training: fc.uniqueArray(fc.tuple(id, training), { maxLength: 4, selector: ([one]) => one }),
      sanctions: fc.array(
        fc
          .tuple(period, fc.constantFrom(...SANCTION_KINDS))
          .map(([dates, kind]) => ({ ...dates, kind })),
        { maxLength: 2 },
      ),
      applications: fc.array(
        fc.record({ year, series, level, line, outcome: fc.constantFrom(...APPLICATION_OUTCOMES) }),
        { maxLength: 2 },
      ),
      exams: fc.array(exam, { maxLength: 2 }),
      statements: fc.record(
        { outstandingTownshipWork: fc.boolean(), volunteersForTownship: fc.boolean() },
        { requiredKeys: [] },
      ),
    }),
  )
  .map(({ base, titles, appointed, training: entries, ...rest }) => ({
    ...base,
    ...rest,
    titles: titles.map(([titleId, one]) => ({ id: titleId, ...one })),
    appointments: appointed.flatMap(([index, dates, post]) => {
      const titleId = titles[index % Math.max(titles.length, 1)]?.[0];
      return titleId === undefined ? [] : [{ titleId, ...dates, post }];
    }),
    training: entries.map(([entryId, one]) => ({ id: entryId, ...one })),
  }));

const CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const creditCode = fc
  .array(fc.constantFrom(...Array.from(CREDIT_LETTERS)), { minLength: 17, maxLength: 17 })
  .map((letters) => letters.join("") + creditCodeCheckDigit(letters.join("")));

const unit = fc.record(
  {
    id,
    name: filledText,
    creditCode: fc.option(creditCode, { nil: null }),
    series,
    county: optionalText,
    township: optionalText,
    address: optionalText,
    townshipAllowance: fc.boolean(),
    inCatalogue: fc.boolean(),
    posts: fc.option(
      fc.record({ junior: count, intermediate: count, associateSenior: count, senior: count }),
      { nil: null },
    ),
  },
  { requiredKeys: ["id", "name", "creditCode", "series", "inCatalogue", "posts"] },
);

/** Without keys whose value is undefined: JSON has none. */
function asJson(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}

/** A random unit file of a few people. */
export const unitFile: fc.Arbitrary<UnitFile> = fc
  .record({
    unit,
    people: fc.uniqueArray(person, {
      maxLength: 6,
      comparator: (a, b) => a.id === b.id || (a.idNumber !== null && a.idNumber === b.idNumber),
    }),
  })
  .map((parts) => {
    const checked = checkUnitFile(asJson({ format: "jiceng.unit/1", ...parts }));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues[0]));
    return checked.value;
  });

/**
 * What two unit files mean alike: an empty text says no more than a missing one, and posts of which
 * none is known say no more than none.
 */
export function canonical({ unit: own, people, format }: UnitFile): unknown {
  const { posts, ...rest } = own;
  const isKnown = posts !== null && Object.values(posts).some((value) => value !== null);
  return withoutEmptyText({ format, unit: { ...rest, posts: isKnown ? posts : null }, people });
}

function withoutEmptyText(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutEmptyText);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== "")
      .map(([key, value]) => [key, withoutEmptyText(value)]),
  );
}
