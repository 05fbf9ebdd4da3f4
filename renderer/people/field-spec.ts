import type { Person } from "../../shared/records/person.ts";
import type { RecordKey } from "./record-messages.ts";

/** The lists of a person's file; each is shown as a table and edited by one form. */
export const RECORD_KINDS = [
  "education",
  "postings",
  "titles",
  "appointments",
  "appraisals",
  "training",
  "sanctions",
  "applications",
  "exams",
] as const satisfies readonly (keyof Person)[];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One subject of an examination while it is being typed. */
export interface SubjectValues {
  readonly name: string;
  readonly score: string;
  readonly nationalLine: string;
}

/** What a field holds while a form is filled in: plain JSON, since drafts keep it. Numbers stay text until they are checked. */
export type FieldValue = string | boolean | null | readonly SubjectValues[];
export type FormValues = Readonly<Record<string, FieldValue>>;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** How a field is asked for. */
export type FieldType =
  | { readonly type: "text" | "name" | "idNumber" | "number" | "year" | "start" }
  | { readonly type: "subjects" }
  /** null: still running. */
  | { readonly type: "end" }
  /** Yes or no; `isOptional`: no is not written down. */
  | { readonly type: "flag"; readonly isOptional: boolean }
  /** Yes, no, or not stated, which is neither. */
  | { readonly type: "statement" }
  | { readonly type: "choice"; readonly options: readonly Option[]; readonly isNullable: boolean }
  /** One of the person's own titles. */
  | { readonly type: "title" };

export type FieldSpec = FieldType & {
  readonly key: string;
  readonly label: RecordKey;
  readonly help?: RecordKey;
  readonly isRequired: boolean;
};

/** A form as data: its fields, and the order of its table. */
export interface RecordSpec {
  readonly kind: RecordKind;
  readonly name: RecordKey;
  readonly fields: readonly FieldSpec[];
  /** Titles and training entries bear an id that no one types. */
  readonly hasId: boolean;
  /** The field by which the table is sorted, newest first. */
  readonly sortBy: string;
  /** What a new record begins with besides empty fields. */
  readonly defaults: FormValues;
}
