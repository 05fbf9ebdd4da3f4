import type { Objection } from "../../shared/recommendation/round.ts";
import { type ObjectionOutcome, OBJECTION_OUTCOMES } from "../../shared/submission/proceedings.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** An objection as its form holds it; an empty text stands for null. */
export interface ObjectionForm {
  readonly receivedOn: string;
  readonly from: string;
  readonly candidacyId: string;
  readonly text: string;
  readonly handling: string;
  readonly outcome: ObjectionOutcome | "";
  readonly closedOn: string;
}

/** The form of an objection on file, or of a new one that came in today. */
export function formOfObjection(objection: Objection | null, today: string): ObjectionForm {
  return {
    receivedOn: objection?.receivedOn ?? today,
    from: objection?.from ?? "",
    candidacyId: objection?.candidacyId ?? "",
    text: objection?.text ?? "",
    handling: objection?.handling ?? "",
    outcome: objection?.outcome ?? "",
    closedOn: objection?.closedOn ?? "",
  };
}

export type ObjectionFault = "receivedOn" | "text" | "handling" | "closedOn";

/** What is missing: an outcome asks how it was handled and when. */
export function checkObjection(form: ObjectionForm): readonly ObjectionFault[] {
  const isClosed = form.outcome !== "";
  return [
    ...(form.receivedOn === "" ? (["receivedOn"] as const) : []),
    ...(cleanText(form.text) === "" ? (["text"] as const) : []),
    ...(isClosed && cleanText(form.handling) === "" ? (["handling"] as const) : []),
    ...(isClosed && (form.closedOn === "" || form.closedOn < form.receivedOn)
      ? (["closedOn"] as const)
      : []),
  ];
}

/** The objection that a form without faults says. */
export function objectionOfForm(id: string, form: ObjectionForm): Objection {
  const filled = (text: string) => (cleanText(text) === "" ? null : cleanText(text));
  const outcome = OBJECTION_OUTCOMES.find((one) => one === form.outcome) ?? null;
  return {
    id,
    receivedOn: form.receivedOn,
    from: filled(form.from),
    candidacyId: filled(form.candidacyId),
    text: cleanText(form.text),
    handling: filled(form.handling),
    outcome,
    closedOn: outcome === null ? null : filled(form.closedOn),
  };
}

/** The list with an objection put in its place, or at its end. */
export function withObjection(all: readonly Objection[], one: Objection): Objection[] {
  const at = all.findIndex(({ id }) => id === one.id);
  return at === -1 ? [...all, one] : all.with(at, one);
}
