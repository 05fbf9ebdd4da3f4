import { NOTICE_NUMBERS, type NoticeDocument } from "../../shared/policy/notice/clauses.ts";

/** A piece of a text and where it begins. */
export interface TextPiece {
  readonly at: number;
  readonly text: string;
  readonly isFound: boolean;
}

/** Pieces of a text, those that hold the words looked for marked. */
export function markFound(text: string, query: string): readonly TextPiece[] {
  const wanted = query.trim();
  if (wanted === "") return [{ at: 0, text, isFound: false }];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (let hit = text.indexOf(wanted); hit !== -1; hit = text.indexOf(wanted, at)) {
    if (hit > at) pieces.push({ at, text: text.slice(at, hit), isFound: false });
    pieces.push({ at: hit, text: wanted, isFound: true });
    at = hit + wanted.length;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), isFound: false });
  return pieces;
}

/** The articles of a document as rules cite them, for a list of contents. */
export function citationsIn({ number, clauses }: NoticeDocument): readonly NoticeCitation[] {
  return clauses.flatMap(({ anchor }) => {
    const article = anchor.slice(number.length + 1);
    if (article === "首" || article === "尾") return [];
    return [{ article, citation: `${NOTICE_NUMBERS[number]} ${article}` }];
  });
}

export interface NoticeCitation {
  readonly article: string;
  readonly citation: string;
}

/** How often the words stand in the documents. */
export function countFound(documents: readonly NoticeDocument[], query: string): number {
  if (query.trim() === "") return 0;
  let count = 0;
  for (const { clauses } of documents) {
    for (const { text } of clauses.flatMap(({ paragraphs }) => paragraphs)) {
      count += markFound(text, query).filter(({ isFound }) => isFound).length;
    }
  }
  return count;
}
