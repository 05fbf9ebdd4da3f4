import { WorkbookFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { attributeOf, endOfMarkup, isTag, localName } from "./xml-scanner.ts";

/** A sheet's part cut at its rows, letter by letter as it is: put together again it is the same. */
export type SheetPiece =
  /** Everything up to the rows. */
  | { readonly kind: "head"; readonly xml: string }
  | { readonly kind: "row"; readonly xml: string; readonly number: number }
  /** What stands between rows and after them. */
  | { readonly kind: "rest"; readonly xml: string };

interface Cut {
  readonly piece: SheetPiece;
  /** Where the next piece starts. */
  readonly end: number;
}

/** Cuts a sheet's text at its rows. */
export async function* splitRows(texts: AsyncIterable<string>): AsyncGenerator<SheetPiece> {
  const splitter = new RowSplitter();
  for await (const text of texts) yield* splitter.push(text);
  yield* splitter.end();
}

class RowSplitter {
  #text = "";
  #state: "head" | "rows" | "tail" = "head";
  #number = 0;

  *push(text: string): Generator<SheetPiece> {
    this.#text += text;
    for (let cut = this.#cut(); cut !== null; cut = this.#cut()) {
      this.#text = this.#text.slice(cut.end);
      yield cut.piece;
    }
    if (this.#text.length > LIMITS.tokenCharacters * 8) throw new WorkbookFault("tooBig");
  }

  *end(): Generator<SheetPiece> {
    if (this.#text !== "") yield { kind: "rest", xml: this.#text };
  }

  /** The next whole piece; null until more text is there. */
  #cut(): Cut | null {
    if (this.#state === "rows") return this.#cutRow();
    if (this.#state === "head") return this.#cutHead();
    return this.#text === "" ? null : this.#cutRest(this.#text.length);
  }

  #cutHead(): Cut | null {
    for (const tag of tagsIn(this.#text)) {
      if (tag.name !== "sheetData") continue;
      this.#state = tag.isEmpty ? "tail" : "rows";
      return { piece: { kind: "head", xml: this.#text.slice(0, tag.end) }, end: tag.end };
    }
    return null;
  }

  #cutRow(): Cut | null {
    let start = -1;
    for (const tag of tagsIn(this.#text)) {
      if (tag.name === "sheetData") {
        this.#state = "tail";
        return this.#cutRest(tag.end);
      }
      if (tag.name !== "row") continue;
      if (start === -1) {
        if (tag.start > 0) return this.#cutRest(tag.start);
        start = 0;
        const written = attributeOf(tag.body, "r");
        this.#number = written === undefined ? this.#number + 1 : Number(written);
        if (!tag.isEmpty) continue;
      }
      const xml = this.#text.slice(0, tag.end);
      return { piece: { kind: "row", xml, number: this.#number }, end: tag.end };
    }
    return null;
  }

  #cutRest(end: number): Cut {
    return { piece: { kind: "rest", xml: this.#text.slice(0, end) }, end };
  }
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** What stands before the local name: empty, or a namespace prefix with its colon. */
  readonly prefix: string;
  /** The text from after the name on. */
  readonly body: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
}

/** The whole tags of a text, in order. */
export function* tagsIn(text: string): Generator<Tag> {
  for (let start = text.indexOf("<"); start !== -1;) {
    const end = endOfMarkup(text, start);
    if (end === -1) return;
    if (isTag(text, start)) yield tagAt(text, start, end);
    start = text.indexOf("<", end);
  }
}

function tagAt(text: string, start: number, end: number): Tag {
  const isClosing = text.charAt(start + 1) === "/";
  const isEmpty = text.charAt(end - 2) === "/";
  const inner = text.slice(start + (isClosing ? 2 : 1), isEmpty ? end - 2 : end - 1);
  const space = inner.search(/\s/);
  const written = space === -1 ? inner : inner.slice(0, space);
  const name = localName(written);
  const prefix = written.slice(0, written.length - name.length);
  return { start, end, name, prefix, body: inner.slice(written.length), isClosing, isEmpty };
}
