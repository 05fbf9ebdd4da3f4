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
  /** The core's own word; null where the screen words it. */
  readonly label: string | null;
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
      { value: "byTitle", label: null },
      { value: YES, label: null },
      { value: NO, label: null },
    ],
  },
  { id: "line", options: labelled(LINES, LINE_LABELS) },
  { id: "post", options: labelled(POSTS, POST_LABELS) },
  { id: "trainingCategory", options: labelled(TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS) },
  {
    id: "inSpecialty",
    options: [
      { value: YES, label: null },
      { value: NO, label: null },
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
