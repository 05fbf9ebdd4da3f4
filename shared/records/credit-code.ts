/** 统一社会信用代码, GB 32100-2015: 17 characters of a 31-letter alphabet and a check character. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = new RegExp(`^[${ALPHABET}]{18}$`);

/** True for 18 characters of the code's alphabet (no I, O, S, V, Z). */
export function hasCreditCodeForm(text: string): boolean {
  return FORM.test(text);
}

/** The check character (weights 3^i mod 31) that belongs to the first 17 characters. */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
