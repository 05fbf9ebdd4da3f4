/** Text as clerks type it, made comparable (promise 21). */

/** Most cells of a roster: nothing in them needs cleaning, which is found out quicker than it is done. */
const CLEAN = /^[\u4E00-\u9FFF0-9A-Za-z]*$/;

/** What no one sees: zero-width characters and byte-order marks. */
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;
const EDGES = /^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/g;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Text for keeping: NFC, without blanks at its ends (ideographic ones included), a line break inside
 * as one space, since the unit file holds no control characters.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text.normalize("NFC").replaceAll(EDGES, "").replaceAll(BREAKS, " ");
}

const WIDE = /[\u3000\uFF01-\uFF5E]/;

/** Full-width letters, digits and signs as their ASCII forms, the ideographic space as a space. */
export function foldWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replaceAll(/[\u3000\uFF01-\uFF5E]/g, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** A number, a code or an id for keeping: folded, with neither blanks nor invisible characters. */
export function cleanCode(text: string): string {
  if (CLEAN.test(text)) return text;
  return foldWidth(text.normalize("NFC")).replaceAll(INVISIBLE, "").replaceAll(/\s+/g, "");
}

/** The dots that stand between the parts of a name (阿卜杜拉·买买提), as they are found typed. */
const NAME_DOTS = /[•‧∙⋅・･．.]/g;

/** What two spellings of one name have in common: blanks are layout, dots are one dot. */
export function nameKey(name: string): string {
  if (CLEAN.test(name)) return name;
  return name
    .normalize("NFC")
    .replaceAll(INVISIBLE, "")
    .replaceAll(/\s+/g, "")
    .replaceAll(NAME_DOTS, "·");
}

const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A name or a heading: the blanks that spread two characters to the width of three go. */
export function closeText(text: string): string {
  return cleanText(text).replaceAll(BETWEEN_HAN, "");
}

const HEADING_NOISE = /[\s*★:：,，、。.．\-—_·"'“”/／\\]+/g;

/** A heading without what headings are decorated with: blanks, line breaks, stars, colons. */
export function headingKey(heading: string): string {
  if (CLEAN.test(heading)) return heading.toLowerCase();
  return foldWidth(heading.normalize("NFC"))
    .replaceAll(INVISIBLE, "")
    .replaceAll(HEADING_NOISE, "")
    .toLowerCase();
}

/** The same without what stands in brackets: 出生日期（年/月/日） is a 出生日期. */
export function bareHeadingKey(heading: string): string {
  return headingKey(foldWidth(heading).replaceAll(/[([【〔<].*?[)\]】〕>]/g, ""));
}
