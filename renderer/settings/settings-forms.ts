import type { Unit } from "../../shared/records/unit.ts";
import type { Operator, Settings } from "../store/types.ts";
import { tidyName } from "../widgets/tidy-name.ts";
import { EMPTY_PROFILE, type UnitProfile } from "../widgets/unit-profile.ts";

const MOST_NAME = 40;

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

/** The profile of the unit on file, or an empty one. */
export function profileOf(unit: Unit | null): UnitProfile {
  if (unit === null) return EMPTY_PROFILE;
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

function sayAllowance(allowance: boolean | undefined): UnitProfile["townshipAllowance"] {
  if (allowance === undefined) return "unknown";
  return allowance ? "yes" : "no";
}

/** How long the program may lie unused before it locks itself. */
export const LOCK_MINUTES = [5, 10, 15, 30, 60] as const;

/** The passphrase's length as the key store asks it: at least 12 characters. */
export function isPassphraseLongEnough(passphrase: string): boolean {
  return Array.from(passphrase.normalize("NFKC")).length >= 12;
}
