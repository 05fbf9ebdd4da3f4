import { useMessages } from "../i18n/messages.ts";
import { sayBytes } from "../widgets/safety.ts";
import { policyMessages } from "./messages.ts";
import type { ParameterValue } from "./parameters.ts";

const UNITS = {
  hours: "unit.hours",
  years: "unit.years",
  year: "unit.year",
  points: "unit.points",
  workingDays: "unit.workingDays",
  people: "unit.people",
} as const;

/** Words a parameter's value. */
export function useParameterWords(): (value: ParameterValue) => string {
  const say = useMessages(policyMessages);
  return (value) => {
    if (value.unit === "bytes") return sayBytes(value.bytes);
    if (value.unit === "text") return value.text;
    return say(UNITS[value.unit], { count: value.count });
  };
}
