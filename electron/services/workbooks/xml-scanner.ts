import { TextDecoder } from "node:util";
import { WorkbookFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { decodeXml } from "./xml-text.ts";

/** What is told of a document, in its order. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `attributes` is the tag's text after its name, for `attributesOf`. */
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  /** Text between tags, decoded; one run may come in pieces. Left out where nobody wants it. */
  text?: (text: string) => void;
}

const LESS = "<";
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const GREATER = 0x3e;
const SLASH = 0x2f;
const LITERAL = "<![CDATA[";
const LITERAL_END = "]]>";

/**
 * A scanner for XML that arrives in pieces: as strict as is needed to notice a cut or mangled part,
 * and with no document types at all, so that no entity can be defined, let alone blown up.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #rest = "";

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Takes the next piece of the document. */
  push(piece: string): void {
    const text = this.#rest === "" ? piece : this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.startsWith(LESS, at)
        ? this.#scanMarkup(text, at)
        : this.#scanText(text, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LIMITS.tokenCharacters) throw new WorkbookFault("tooBig");
  }

  /** Says that the document is over; one cut short is broken. */
  end(): void {
    if (this.#open.length > 0 || this.#rest.trim() !== "") throw new WorkbookFault("broken");
  }

  /** Text up to the next tag; a reference cut in two waits for its other half. */
  #scanText(text: string, from: number): number {
    const tag = text.indexOf(LESS, from);
    let to = tag === -1 ? text.length : tag;
    if (tag === -1) {
      const reference = text.lastIndexOf("&");
      if (reference >= from && !text.includes(";", reference)) to = reference;
    }
    if (to > from) this.#handler.text?.(decodeXml(text.slice(from, to)));
    return to;
  }

  /** A tag, comment, instruction or literal section; the place it starts at where it is not whole yet. */
  #scanMarkup(text: string, from: number): number {
    const end = endOfMarkup(text, from);
    if (end === -1) return from;
    if (isTag(text, from)) this.#scanTag(text, from, end - 1);
    else if (text.startsWith(LITERAL, from)) {
      this.#handler.text?.(text.slice(from + LITERAL.length, end - LITERAL_END.length));
    }
    return end;
  }

  /** `end` is the place of the tag's closing bracket. */
  #scanTag(text: string, from: number, end: number): void {
    if (text.charCodeAt(from + 1) === SLASH) {
      this.#close(localName(text.slice(from + 2, end).trimEnd()));
      return;
    }
    const isEmpty = text.charCodeAt(end - 1) === SLASH;
    const body = text.slice(from + 1, isEmpty ? end - 1 : end);
    const space = body.search(/\s/);
    const name = localName(space === -1 ? body : body.slice(0, space));
    if (this.#open.length >= LIMITS.depth) throw new WorkbookFault("tooBig");
    this.#handler.open(name, space === -1 ? "" : body.slice(space));
    if (isEmpty) this.#handler.close(name);
    else this.#open.push(name);
  }

  #close(name: string): void {
    if (this.#open.pop() !== name) throw new WorkbookFault("broken");
    this.#handler.close(name);
  }
}

/** True where the markup at a place is a tag. */
export function isTag(text: string, at: number): boolean {
  const second = text.charAt(at + 1);
  return second !== "?" && second !== "!";
}

/**
 * The place after the tag, comment, instruction or literal section that starts at a place; -1 where it
 * is not whole yet. A document type is refused.
 */
export function endOfMarkup(text: string, from: number): number {
  if (isTag(text, from)) {
    const end = endOfTag(text, from + 1);
    return end === -1 ? -1 : end + 1;
  }
  if (text.startsWith("<?", from)) return endOfSection(text, from, "?>");
  if (text.startsWith("<!--", from)) return endOfSection(text, from, "-->");
  if (text.startsWith(LITERAL, from)) return endOfSection(text, from, LITERAL_END);
  // "<!" alone may still become a comment or a literal section.
  const start = text.slice(from);
  if ("<!--".startsWith(start) || LITERAL.startsWith(start)) return -1;
  throw new WorkbookFault("broken");
}

function endOfSection(text: string, from: number, mark: string): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? -1 : end + mark.length;
}

/** The `>` that ends a tag, passing over those in quotes; -1 where it is not there yet. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) {
      return at;
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      quote = code;
    }
  }
  return -1;
}

/** A name without its namespace prefix: some writers put `x:` before everything. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A tag's attributes by local name. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(localName(name), decodeXml(double ?? single ?? ""));
  }
  return attributes;
}

const ODDLY_WRITTEN = /'|\s=|=\s|[\n\r\t]/;

/** One attribute; quick for tags as spreadsheet programs write them, since a big sheet has a million. */
export function attributeOf(text: string, name: string): string | undefined {
  const start = text.indexOf(` ${name}="`);
  if (start === -1) return ODDLY_WRITTEN.test(text) ? attributesOf(text).get(name) : undefined;
  const from = start + name.length + 3;
  return decodeXml(text.slice(from, text.indexOf('"', from)));
}

/** Scans a whole part. */
export async function scanXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const text of decodePieces(pieces)) scanner.push(text);
  scanner.end();
}

/** A part's text, in pieces that end between characters. */
export async function* decodePieces(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    yield decode(decoder, piece);
  }
  if (decoder !== undefined) yield decode(decoder);
}

function decode(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch (error) {
    throw new WorkbookFault("broken", { cause: error });
  }
}

/** XML is UTF-8 unless it begins with a mark of UTF-16. */
function decoderFor(first: Buffer): TextDecoder {
  const mark = first.subarray(0, 2).toString("hex");
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true });
}
