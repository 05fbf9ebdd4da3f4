import { WorkbookFault } from "./fault.ts";

/** Text and its escaped form in the parts of a workbook. */

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Text with its references resolved. Entities that a document defines itself are refused. */
export function decodeXml(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);|&/g, (_, reference?: string) => {
    const character = reference === undefined ? undefined : resolve(reference);
    if (character === undefined) throw new WorkbookFault("broken");
    return character;
  });
}

function resolve(reference: string): string | undefined {
  if (!reference.startsWith("#")) return NAMED[reference];
  const code = reference.startsWith("#x")
    ? Number.parseInt(reference.slice(2), 16)
    : Number(reference.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text for XML, in an element or in quotes. */
export function encodeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Escapes of SpreadsheetML itself for what XML cannot hold: `_x000D_` (ECMA-376-1, 22.9.2.19). */
const XSTRING = /_x([0-9A-Fa-f]{4})_/g;

/** The text that a cell's stored string means. */
export function decodeCellText(stored: string): string {
  if (!stored.includes("_x")) return stored;
  return stored.replaceAll(XSTRING, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Half of a surrogate pair alone, which UTF-8 cannot hold, and what stands for it. */
const LONE = /\p{Surrogate}/gu;
const REPLACEMENT = "\uFFFD";
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNHOLDABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
/** Texts without any of these, most by far, are stored as they are. */
const PLAIN = /^[^&<>"_\p{Cc}\p{Surrogate}\uFFFE\uFFFF]*$/u;

/** A cell's text for storing: what looks like an escape is escaped, as is what XML cannot hold. */
export function encodeCellText(text: string): string {
  if (PLAIN.test(text)) return text;
  const escaped = text
    .replaceAll(XSTRING, (whole) => `_x005F${whole}`)
    .replaceAll(UNHOLDABLE, (character) => `_x${hex(character)}_`);
  return encodeXml(escaped.replaceAll(LONE, REPLACEMENT));
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
