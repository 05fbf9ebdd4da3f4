import { idNumberCheckDigit } from "../../shared/records/id-number.ts";

/** An invented ID number with its check digit; an even sequence is a woman's, an odd one a man's. */
export function idNumberOf(birthDate: string, sequence: number): string {
  const first17 = `110101${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return first17 + idNumberCheckDigit(first17);
}
