import { z } from "zod";
import { filledText, id, record } from "../records/fields.ts";
import type { Unit } from "../records/unit.ts";

/** Who somebody is, as cards, enrolments and packages say it. */

export const unitProfileSchema = record({
  id: id(),
  name: filledText(),
  creditCode: z.string().nullable(),
});
export type UnitProfile = z.infer<typeof unitProfileSchema>;

export const bureauProfileSchema = record({ id: id(), name: filledText() });
export type BureauProfile = z.infer<typeof bureauProfileSchema>;

/** The profile of a unit on file. */
export function unitProfileOf({ id: unitId, name, creditCode }: Unit): UnitProfile {
  return { id: unitId, name, creditCode };
}
