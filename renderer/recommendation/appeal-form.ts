import type { Appeal } from "../../shared/recommendation/candidacy.ts";
import { formOfObjection, type ObjectionForm, objectionOfForm } from "./objection-form.ts";
import type { Signed } from "./signed.ts";

/** The form of an appeal: that of an objection, whose sender and subject are the candidate. */

/** The form of an appeal on file, or of a new one that came in today. */
export function formOfAppeal(appeal: Appeal | null, today: string): ObjectionForm {
  const objection = appeal === null ? null : { ...appeal, from: null, candidacyId: null };
  return formOfObjection(objection, today);
}

/** The appeal that a form without faults says. */
export function appealOfForm(id: string, form: ObjectionForm, signed: Signed): Appeal {
  const { receivedOn, text, handling, outcome, closedOn } = objectionOfForm(id, form);
  return { id, receivedOn, text, handling, outcome, closedOn, ...signed };
}

/** The list with an appeal put in its place, or at its end. */
export function withAppeal(all: readonly Appeal[], one: Appeal): Appeal[] {
  const at = all.findIndex(({ id }) => id === one.id);
  return at === -1 ? [...all, one] : all.with(at, one);
}
