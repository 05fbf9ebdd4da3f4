import { describeIssue, type Issue } from "../../shared/records/issue.ts";
import type { Series } from "../../shared/records/series.ts";
import { checkUnitFile, UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import type { Unit } from "../../shared/records/unit.ts";
import type { Operator, Settings } from "../store/types.ts";

const MOST_NAME = 40;

/** A name as it is kept: composed Unicode, no spaces around it, ideographic ones neither (promise 21). */
export function tidyName(name: string): string {
  return name.normalize("NFC").replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
}

export type NameFault = "empty" | "long" | "taken";

/** What is wrong with an operator's name; null: nothing. */
export function checkOperatorName(
  operators: readonly Operator[],
  name: string,
  self: string | null = null,
): NameFault | null {
  const tidy = tidyName(name);
  if (tidy === "") return "empty";
  if (Array.from(tidy).length > MOST_NAME) return "long";
  return operators.some(({ id, name: other }) => id !== self && other === tidy) ? "taken" : null;
}

/** Settings with one more operator, who works now where nobody did. */
export function addOperator(settings: Settings, operator: Operator): Settings {
  const added = { id: operator.id, name: tidyName(operator.name) };
  return {
    ...settings,
    operators: [...settings.operators, added],
    operatorId: settings.operatorId ?? added.id,
  };
}

/** Settings without an operator; who works now stays. */
export function removeOperator(settings: Settings, id: string): Settings {
  return { ...settings, operators: settings.operators.filter((one) => one.id !== id) };
}

/** Settings with an operator's name changed; the history keeps saying who it was by id. */
export function renameOperator(settings: Settings, id: string, name: string): Settings {
  const operators = settings.operators.map((one) =>
    one.id === id ? { id, name: tidyName(name) } : one,
  );
  return { ...settings, operators };
}

/** The unit's profile as the form holds it. */
export interface UnitForm {
  readonly name: string;
  readonly creditCode: string;
  readonly series: Series;
  readonly county: string;
  readonly township: string;
  readonly address: string;
  /** `unknown`: the record does not say. */
  readonly townshipAllowance: "yes" | "no" | "unknown";
  /** Empty until it is chosen: much hangs on it, and only the county's list knows. */
  readonly inCatalogue: "yes" | "no" | "";
}

const EMPTY_FORM: UnitForm = {
  name: "",
  creditCode: "",
  series: "health",
  county: "",
  township: "",
  address: "",
  townshipAllowance: "unknown",
  inCatalogue: "",
};

/** The form of the unit on file, or an empty one. */
export function formOfUnit(unit: Unit | null): UnitForm {
  if (unit === null) return EMPTY_FORM;
  return {
    name: unit.name,
    creditCode: unit.creditCode ?? "",
    series: unit.series,
    county: unit.county ?? "",
    township: unit.township ?? "",
    address: unit.address ?? "",
    townshipAllowance: sayAllowance(unit.townshipAllowance),
    inCatalogue: unit.inCatalogue ? "yes" : "no",
  };
}

function sayAllowance(allowance: boolean | undefined): UnitForm["townshipAllowance"] {
  if (allowance === undefined) return "unknown";
  return allowance ? "yes" : "no";
}

/** What the form says of the unit, or the core's sentence for each field that does not pass its checks. */
export type ReadUnitForm =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** The unit that a form says; what the form does not show stays as it is on file. */
export function readUnitForm(form: UnitForm, onFile: Pick<Unit, "id" | "posts">): ReadUnitForm {
  const unit = toData(form, onFile);
  const checked = checkUnitFile({ format: UNIT_FILE_FORMAT, unit, people: [] });
  if (checked.ok) return { ok: true, unit: checked.value.unit };
  const faults = checked.issues.map((issue) => [fieldOf(issue), describeIssue(issue)] as const);
  return { ok: false, faults: Object.fromEntries(faults) };
}

function toData(form: UnitForm, onFile: Pick<Unit, "id" | "posts">) {
  const creditCode = form.creditCode.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  const written = {
    county: tidyName(form.county),
    township: tidyName(form.township),
    address: tidyName(form.address),
  };
  const { id, posts } = onFile;
  return {
    id,
    posts,
    ...Object.fromEntries(Object.entries(written).filter(([, text]) => text !== "")),
    ...(form.townshipAllowance === "unknown"
      ? {}
      : { townshipAllowance: form.townshipAllowance === "yes" }),
    name: tidyName(form.name),
    creditCode: creditCode === "" ? null : creditCode,
    series: form.series,
    ...(form.inCatalogue === "" ? {} : { inCatalogue: form.inCatalogue === "yes" }),
  };
}

function fieldOf({ path }: Issue): string {
  return String(path[1] ?? "name");
}

/** How long the program may lie unused before it locks itself. */
export const LOCK_MINUTES = [5, 10, 15, 30, 60] as const;

/** The passphrase's length as the key store asks it: at least 12 characters. */
export function isPassphraseLongEnough(passphrase: string): boolean {
  return Array.from(passphrase.normalize("NFKC")).length >= 12;
}
