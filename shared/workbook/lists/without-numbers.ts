/**
 * Free text for the wall: whatever looks like a telephone or ID number is blotted out, wherever somebody put
 * it (promise 30). Digits may be of full width, and set apart by spaces, dashes, dots or brackets.
 */
export function withoutNumbers(text: string): string {
  return text.replaceAll(NUMBER, "＊＊＊");
}

const NUMBER = /[\d０-９][\d０-９\s.·()（）—–－-]{5,}[\d０-９XxＸｘ]/g;
