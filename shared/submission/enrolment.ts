import { z } from "zod";
import { checkDocument, type Checked } from "../records/document.ts";
import { record } from "../records/fields.ts";
import { checkUnit } from "../records/unit.ts";
import { unitProfileSchema } from "./profiles.ts";
import { statementFields } from "./statement-fields.ts";

export const ENROLMENT_FORMAT = "jiceng.enrolment/1";

/** 登记申请 (`*.jce`): a unit asks its bureau to know its keys; signed by the unit's own key. */
export const enrolmentSchema = record({
  format: z.literal(ENROLMENT_FORMAT),
  unit: unitProfileSchema,
  ...statementFields(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** Checks data that claims to be an enrolment; its signature is another matter. */
export function checkEnrolment(data: unknown): Checked<Enrolment> {
  return checkDocument(data, ENROLMENT_FORMAT, enrolmentSchema, ({ unit }, report) => {
    checkUnit(unit, ["unit"], report);
  });
}
