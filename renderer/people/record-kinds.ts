import {
  APPLICATION_OUTCOME_LABELS,
  APPLICATION_OUTCOMES,
} from "../../shared/records/application.ts";
import { POST_LABELS, POSTS } from "../../shared/records/appointment.ts";
import { APPRAISAL_RESULT_LABELS, APPRAISAL_RESULTS } from "../../shared/records/appraisal.ts";
import {
  DEGREE_LABELS,
  DEGREES,
  EDUCATION_LEVEL_LABELS,
  EDUCATION_LEVELS,
} from "../../shared/records/education.ts";
import { SEX_LABELS, SEXES } from "../../shared/records/person.ts";
import {
  POSTING_KIND_LABELS,
  POSTING_KINDS,
  SETTING_LABELS,
  SETTINGS,
} from "../../shared/records/posting.ts";
import { SANCTION_KIND_LABELS, SANCTION_KINDS } from "../../shared/records/sanction.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import {
  LINE_LABELS,
  LINES,
  TITLE_LEVEL_LABELS,
  TITLE_LEVELS,
} from "../../shared/records/title.ts";
import { TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import type { FieldSpec, FieldType, Option, RecordKind, RecordSpec } from "./field-spec.ts";
import type { RecordKey } from "./record-messages.ts";

/** Each kind of record as data: one editor serves them all. */

function choice<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  isNullable = false,
): FieldType {
  const options: readonly Option[] = values.map((value) => ({ value, label: labels[value] }));
  return { type: "choice", options, isNullable };
}

interface Extras {
  readonly isOptional?: boolean;
  readonly help?: RecordKey;
}

function field(
  key: string,
  label: RecordKey,
  type: FieldType,
  { isOptional = false, help }: Extras = {},
): FieldSpec {
  return { ...type, key, label, isRequired: !isOptional, ...(help === undefined ? {} : { help }) };
}

const SERIES_TYPE = choice(SERIES, SERIES_LABELS);
const LEVEL_TYPE = choice(TITLE_LEVELS, TITLE_LEVEL_LABELS);
const LINE_TYPE = choice(LINES, LINE_LABELS);
const OPTIONAL = { isOptional: true } as const;

/** The year in which a title was asked for, and which title it was. */
function askedTitle(year: RecordKey): readonly FieldSpec[] {
  return [
    field("year", year, { type: "year" }),
    field("series", "field.series", SERIES_TYPE),
    field("level", "field.level", LEVEL_TYPE),
  ];
}

/** 基本信息. The unit's statements stand in the same form. */
export const BASIC_FIELDS: readonly FieldSpec[] = [
  field("name", "field.name", { type: "name" }),
  field("idNumber", "field.idNumber", { type: "idNumber" }, { ...OPTIONAL, help: "help.idNumber" }),
  field("sex", "field.sex", choice(SEXES, SEX_LABELS)),
  field("birthDate", "field.birthDate", { type: "start" }, { help: "help.month" }),
  field(
    "outstandingTownshipWork",
    "field.outstandingTownshipWork",
    { type: "statement" },
    { ...OPTIONAL, help: "help.statement" },
  ),
  field(
    "volunteersForTownship",
    "field.volunteersForTownship",
    { type: "statement" },
    { ...OPTIONAL, help: "help.statement" },
  ),
];

const EDUCATION: RecordSpec = {
  kind: "education",
  name: "kind.education",
  fields: [
    field("level", "field.educationLevel", choice(EDUCATION_LEVELS, EDUCATION_LEVEL_LABELS)),
    field("degree", "field.degree", choice(DEGREES, DEGREE_LABELS, true), OPTIONAL),
    field("major", "field.major", { type: "text" }, OPTIONAL),
    field("school", "field.school", { type: "text" }, OPTIONAL),
    field("graduatedOn", "field.graduatedOn", { type: "start" }, { help: "help.graduatedOn" }),
  ],
  hasId: false,
  sortBy: "graduatedOn",
  defaults: {},
};

const POSTINGS: RecordSpec = {
  kind: "postings",
  name: "kind.postings",
  fields: [
    field("from", "field.from", { type: "start" }, { help: "help.month" }),
    field("to", "field.to", { type: "end" }, { help: "help.to" }),
    field("employer", "field.employer", { type: "text" }, OPTIONAL),
    field("setting", "field.setting", choice(SETTINGS, SETTING_LABELS), { help: "help.setting" }),
    field("kind", "field.postingKind", choice(POSTING_KINDS, POSTING_KIND_LABELS), {
      help: "help.postingKind",
    }),
    field("series", "field.series", SERIES_TYPE),
    field(
      "professional",
      "field.professional",
      { type: "flag", isOptional: false },
      { help: "help.professional" },
    ),
    field(
      "management",
      "field.management",
      { type: "flag", isOptional: true },
      { ...OPTIONAL, help: "help.management" },
    ),
  ],
  hasId: false,
  sortBy: "from",
  defaults: { to: null, setting: "township", kind: "regular", professional: true },
};

const TITLES: RecordSpec = {
  kind: "titles",
  name: "kind.titles",
  fields: [
    field("name", "field.titleName", { type: "name" }, { help: "help.titleName" }),
    field("series", "field.series", SERIES_TYPE),
    field("level", "field.level", LEVEL_TYPE),
    field("line", "field.line", LINE_TYPE, { help: "help.line" }),
    field("obtainedOn", "field.obtainedOn", { type: "start" }, { help: "help.obtainedOn" }),
  ],
  hasId: true,
  sortBy: "obtainedOn",
  defaults: { line: "provincial" },
};

const APPOINTMENTS: RecordSpec = {
  kind: "appointments",
  name: "kind.appointments",
  fields: [
    field("titleId", "field.appointedTitle", { type: "title" }, { help: "help.appointedTitle" }),
    field("post", "field.post", choice(POSTS, POST_LABELS), { help: "help.post" }),
    field("from", "field.appointedFrom", { type: "start" }, { help: "help.month" }),
    field("to", "field.to", { type: "end" }, { help: "help.to" }),
  ],
  hasId: false,
  sortBy: "from",
  defaults: { to: null, post: "regular" },
};

const APPRAISALS: RecordSpec = {
  kind: "appraisals",
  name: "kind.appraisals",
  fields: [
    field("year", "field.year", { type: "year" }),
    field("result", "field.result", choice(APPRAISAL_RESULTS, APPRAISAL_RESULT_LABELS), {
      help: "help.result",
    }),
  ],
  hasId: false,
  sortBy: "year",
  defaults: {},
};

const TRAINING: RecordSpec = {
  kind: "training",
  name: "kind.training",
  fields: [
    field("year", "field.year", { type: "year" }),
    field("hours", "field.hours", { type: "number" }),
    field("category", "field.category", choice(TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS)),
    field(
      "inSpecialty",
      "field.inSpecialty",
      { type: "flag", isOptional: false },
      { help: "help.inSpecialty" },
    ),
    field("title", "field.course", { type: "text" }, OPTIONAL),
    field("organizer", "field.organizer", { type: "text" }, OPTIONAL),
  ],
  hasId: true,
  sortBy: "year",
  defaults: { category: "professional", inSpecialty: false },
};

const SANCTIONS: RecordSpec = {
  kind: "sanctions",
  name: "kind.sanctions",
  fields: [
    field("kind", "field.sanctionKind", choice(SANCTION_KINDS, SANCTION_KIND_LABELS)),
    field("from", "field.sanctionFrom", { type: "start" }, { help: "help.month" }),
    field("to", "field.sanctionTo", { type: "end" }, { help: "help.sanctionTo" }),
  ],
  hasId: false,
  sortBy: "from",
  defaults: { to: "" },
};

const APPLICATIONS: RecordSpec = {
  kind: "applications",
  name: "kind.applications",
  fields: [
    ...askedTitle("field.applicationYear"),
    field("line", "field.line", LINE_TYPE, { help: "help.line" }),
    field("outcome", "field.outcome", choice(APPLICATION_OUTCOMES, APPLICATION_OUTCOME_LABELS)),
  ],
  hasId: false,
  sortBy: "year",
  defaults: { outcome: "pending" },
};

const EXAMS: RecordSpec = {
  kind: "exams",
  name: "kind.exams",
  fields: [
    ...askedTitle("field.examYear"),
    field("subjects", "field.subjects", { type: "subjects" }, { help: "help.subjects" }),
  ],
  hasId: false,
  sortBy: "year",
  defaults: {},
};

/** The form and the table of each kind. */
export const RECORD_SPECS = {
  education: EDUCATION,
  postings: POSTINGS,
  titles: TITLES,
  appointments: APPOINTMENTS,
  appraisals: APPRAISALS,
  training: TRAINING,
  sanctions: SANCTIONS,
  applications: APPLICATIONS,
  exams: EXAMS,
} as const satisfies Record<RecordKind, RecordSpec>;
