/** Null: nothing is written, where that is allowed; undefined: no number. */
export function readNumber(text: string, canBeNone: boolean): number | null | undefined {
  if (text === "") return canBeNone ? null : undefined;
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
}
