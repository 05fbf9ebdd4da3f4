import { POST_LABELS, POSTS } from "../../shared/records/appointment.ts";
import {
  POSTING_KIND_LABELS,
  POSTING_KINDS,
  SETTING_LABELS,
  SETTINGS,
} from "../../shared/records/posting.ts";
import { LINE_LABELS, LINES } from "../../shared/records/title.ts";
import { TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import type { RosterDefaults } from "../../shared/workbook/roster/defaults.ts";

/** What a roster leaves open, with the answers that it may be settled by. */

export interface DefaultOption {
  readonly value: string;
  readonly label: string;
}

export interface DefaultChoice {
  readonly id: keyof RosterDefaults;
  readonly options: readonly DefaultOption[];
}

function labelled<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly DefaultOption[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

const YES = "yes";
const NO = "no";

export const DEFAULT_CHOICES: readonly DefaultChoice[] = [
  { id: "setting", options: labelled(SETTINGS, SETTING_LABELS) },
  { id: "kind", options: labelled(POSTING_KINDS, POSTING_KIND_LABELS) },
  {
    id: "professional",
    options: [
      { value: "byTitle", label: "有职称或专技岗位等级的算专技岗位" },
      { value: YES, label: "都算专业技术岗位" },
      { value: NO, label: "都不算专业技术岗位" },
    ],
  },
  { id: "line", options: labelled(LINES, LINE_LABELS) },
  { id: "post", options: labelled(POSTS, POST_LABELS) },
  { id: "trainingCategory", options: labelled(TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS) },
  {
    id: "inSpecialty",
    options: [
      { value: YES, label: "都按本专业培训登记" },
      { value: NO, label: "不按本专业培训登记" },
    ],
  },
];

/** A default as its option has it. */
export function optionOf(value: RosterDefaults[keyof RosterDefaults]): string {
  return typeof value === "boolean" ? (value ? YES : NO) : value;
}

/** The defaults with one of them set to an option's value. */
export function withDefault(
  defaults: Partial<RosterDefaults>,
  id: keyof RosterDefaults,
  option: string,
): Partial<RosterDefaults> {
  return { ...defaults, [id]: option === YES ? true : option === NO ? false : option };
}
