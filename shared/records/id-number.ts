import { parseStart } from "../calendar/text.ts";

/** 公民身份号码, GB 11643-1999: region (6), birth date (8), sequence (3, odd for men), check digit. */
const FORM = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";

/** True for 17 digits and a digit or capital X. */
export function hasIdNumberForm(text: string): boolean {
  return FORM.test(text);
}

/** The check digit (ISO 7064 MOD 11-2) that belongs to the first 17 digits. */
export function idNumberCheckDigit(first17: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(first17[index]);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** The birth date in an ID number as `YYYY-MM-DD`; null where no such date exists. */
export function idNumberBirthDate(idNumber: string): string | null {
  const text = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return parseStart(text) === null ? null : text;
}

/** The sex in an ID number: its 17th digit is odd for men. */
export function idNumberSex(idNumber: string): "male" | "female" {
  return Number(idNumber[16]) % 2 === 1 ? "male" : "female";
}

/** Whether an ID number can be relied on: form, date and check digit. */
export function isIdNumberSound(idNumber: string): boolean {
  return (
    hasIdNumberForm(idNumber) &&
    idNumberBirthDate(idNumber) !== null &&
    idNumberCheckDigit(idNumber) === idNumber[17]
  );
}
