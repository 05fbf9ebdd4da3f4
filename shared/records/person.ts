import { z } from "zod";
import { parseEnd, parseStart } from "../calendar/text.ts";
import { applicationSchema } from "./application.ts";
import { appointmentSchema } from "./appointment.ts";
import { appraisalSchema } from "./appraisal.ts";
import { educationSchema } from "./education.ts";
import { examSchema } from "./exam.ts";
import { checkPeriod, filledText, id, list, record, startDate } from "./fields.ts";
import {
  hasIdNumberForm,
  idNumberBirthDate,
  idNumberCheckDigit,
  idNumberSex,
} from "./id-number.ts";
import type { IssueCode, Path, Report } from "./issue.ts";
import { postingSchema } from "./posting.ts";
import { sanctionSchema } from "./sanction.ts";
import { statementsSchema } from "./statements.ts";
import { titleSchema } from "./title.ts";
import { HOURS_IN_A_YEAR, trainingSchema } from "./training.ts";

export const SEXES = ["female", "male"] as const;
export type Sex = (typeof SEXES)[number];
export const SEX_LABELS = { female: "女", male: "男" } as const satisfies Record<Sex, string>;

/** 人员: one member of a unit's staff, with everything on file. */
export const personSchema = record({
  id: id(),
  name: filledText(),
  sex: z.enum(SEXES),
  /** Personnel files often know only the month of birth: `YYYY-MM` is accepted. */
  birthDate: startDate(),
  idNumber: z.string().nullable().default(null),
  education: list(educationSchema).default([]),
  postings: list(postingSchema).default([]),
  titles: list(titleSchema).default([]),
  appointments: list(appointmentSchema).default([]),
  appraisals: list(appraisalSchema).default([]),
  training: list(trainingSchema, 20_000).default([]),
  sanctions: list(sanctionSchema).default([]),
  applications: list(applicationSchema).default([]),
  exams: list(examSchema).default([]),
  statements: statementsSchema.default({}),
});
export type Person = z.infer<typeof personSchema>;

/** Checks of one person that need more than one field. */
export function checkPerson(person: Person, path: Path, report: Report): void {
  checkIdNumber(person, path, report);
  checkPeriods(person, path, report);
  checkAfterBirth(person, path, report);
  checkReferences(person, path, report);
  checkDuplicates(person, path, report);
  checkYearlyHours(person, path, report);
}

/** GB 11643: form, date, check digit, and agreement with birth date and sex on file. */
function checkIdNumber(person: Person, path: Path, report: Report): void {
  const number = person.idNumber;
  if (number === null) return;
  const at = { path: [...path, "idNumber"], value: number, details: {} };
  if (!hasIdNumberForm(number)) {
    report({ code: "idNumber.form", ...at });
    return;
  }
  const birthDate = idNumberBirthDate(number);
  if (birthDate === null) {
    report({ code: "idNumber.date", ...at });
    return;
  }
  if (idNumberCheckDigit(number) !== number[17]) {
    report({ code: "idNumber.checkDigit", ...at });
    return;
  }
  if (!birthDate.startsWith(person.birthDate)) {
    report({
      code: "idNumber.birthDate",
      path: [...path, "birthDate"],
      value: person.birthDate,
      details: { inNumber: birthDate },
    });
  }
  if (idNumberSex(number) !== person.sex) {
    report({ code: "idNumber.sex", path: [...path, "sex"], value: person.sex, details: {} });
  }
}

function checkPeriods(person: Person, path: Path, report: Report): void {
  for (const field of ["postings", "appointments", "sanctions"] as const) {
    for (const [index, period] of person[field].entries()) {
      checkPeriod(period, [...path, field, index], report);
    }
  }
}

/** A posting or a title cannot begin before its holder was born. */
function checkAfterBirth(person: Person, path: Path, report: Report): void {
  const birth = parseStart(person.birthDate);
  if (birth === null) return;
  const isBeforeBirth = (written: string) => {
    // Known to the month alone, the day may have been the month's last: the end written so, less one.
    const dayAfter = parseEnd(written);
    return dayAfter !== undefined && dayAfter <= birth;
  };
  const details = { birthDate: person.birthDate };
  for (const [index, posting] of person.postings.entries()) {
    if (isBeforeBirth(posting.from)) {
      const at = [...path, "postings", index, "from"];
      report({ code: "birth.before", path: at, value: posting.from, details });
    }
  }
  for (const [index, title] of person.titles.entries()) {
    if (isBeforeBirth(title.obtainedOn)) {
      const at = [...path, "titles", index, "obtainedOn"];
      report({ code: "birth.before", path: at, value: title.obtainedOn, details });
    }
  }
}

function checkReferences(person: Person, path: Path, report: Report): void {
  const known = new Set(person.titles.map((title) => title.id));
  for (const [index, { titleId }] of person.appointments.entries()) {
    if (known.has(titleId)) continue;
    const at = [...path, "appointments", index, "titleId"];
    report({ code: "appointment.title", path: at, value: titleId, details: {} });
  }
}

type DuplicateCode = Extract<IssueCode, `${string}.duplicate`>;

/** Reports every item whose key an earlier one bears. */
export function checkUnique<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | number | null,
  placeOf: (index: number) => Path,
  code: DuplicateCode,
  report: Report,
): void {
  const firsts = new Map<string | number, number>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    else report({ code, path: placeOf(index), value: key, details: { first: placeOf(first) } });
  }
}

function checkDuplicates(person: Person, path: Path, report: Report): void {
  const at = (field: string, key: string) => (index: number) => [...path, field, index, key];
  checkUnique(person.titles, (title) => title.id, at("titles", "id"), "title.duplicate", report);
  const placeOfEntry = at("training", "id");
  checkUnique(person.training, (entry) => entry.id, placeOfEntry, "training.duplicate", report);
  const placeOfYear = at("appraisals", "year");
  checkUnique(person.appraisals, (one) => one.year, placeOfYear, "appraisal.duplicate", report);
}

function checkYearlyHours(person: Person, path: Path, report: Report): void {
  const totals = new Map<number, number>();
  for (const [index, { year, hours }] of person.training.entries()) {
    const before = totals.get(year) ?? 0;
    const total = before + hours;
    totals.set(year, total);
    if (total <= HOURS_IN_A_YEAR || before > HOURS_IN_A_YEAR) continue;
    report({
      code: "training.yearTotal",
      path: [...path, "training", index, "hours"],
      value: hours,
      details: { year, total, most: HOURS_IN_A_YEAR },
    });
  }
}
