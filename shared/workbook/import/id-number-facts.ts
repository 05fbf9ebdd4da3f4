import { idNumberBirthDate, idNumberSex, isIdNumberSound } from "../../records/id-number.ts";
import type { Fields, RecordDraft } from "./draft.ts";

/** Sex and birth date as the ID number has them, where a row leaves them open and the number is sound. */
export function withIdNumberFacts(draft: RecordDraft): RecordDraft {
  const { idNumber, sex, birthDate } = draft.known;
  const isComplete = sex !== undefined && birthDate !== undefined;
  if (isComplete || typeof idNumber !== "string" || !isIdNumberSound(idNumber)) return draft;
  const derived: Record<string, Fields[string]> = { ...draft.assumed };
  if (sex === undefined) derived["sex"] = idNumberSex(idNumber);
  if (birthDate === undefined) derived["birthDate"] = idNumberBirthDate(idNumber);
  return { ...draft, assumed: derived };
}
