import { NOTICE_TEXT } from "./notice-text.ts";

/** One paragraph with the name under which rules cite its clause. */
export interface NoticeParagraph {
  readonly text: string;
  readonly isHeading: boolean;
}

/** An article of the notice, or a numbered part of one; the first of a document holds its head. */
export interface NoticeClause {
  /** `42-四`, `42-五（一）`; unique in the whole text. */
  readonly anchor: string;
  readonly paragraphs: readonly NoticeParagraph[];
}

export interface NoticeDocument {
  /** `36` or `42`. */
  readonly number: NoticeNumber;
  readonly clauses: readonly NoticeClause[];
}

export type NoticeNumber = "36" | "42";

/** The numbers under which the documents are cited. */
export const NOTICE_NUMBERS = {
  "36": "威人社字〔2020〕36号",
  "42": "鲁人社字〔2020〕42号",
} as const satisfies Record<NoticeNumber, string>;

const ARTICLE = /^([一二三四五六七八九十]+)、/;
const PART = /^(（[一二三四五六七八九十]+）)/;
/** What stands after the articles: signatures, the annex, who printed it. */
const TAIL = /^(附件|[（(]此件|威海市人力资源\s*$)/;
const SENTENCE_END = /[。：；！？)）”]$/;

/** The two documents, by clause. Page breaks of the printed notice split sentences: they are joined again. */
export function readNotice(text: string = NOTICE_TEXT): readonly NoticeDocument[] {
  const lines = text
    .split("\n")
    .map((line) => line.replaceAll("**", "").trim())
    .filter((line) => line !== "");
  // The forwarded notice begins with its own issuers, after the annex of the one that forwards it.
  const start = lines.findIndex((line) => line.startsWith("山东省人力资源和社会保障厅"));
  const forwarded = lines.findIndex((line, index) => index > 20 && line === lines[start]);
  const split = forwarded === -1 ? start : forwarded;
  return [
    { number: "36", clauses: readClauses("36", lines.slice(0, split)) },
    { number: "42", clauses: readClauses("42", lines.slice(split)) },
  ];
}

interface OpenClause {
  readonly anchor: string;
  readonly paragraphs: NoticeParagraph[];
}

function readClauses(number: NoticeNumber, lines: readonly string[]): readonly NoticeClause[] {
  let current: OpenClause = { anchor: `${number}-首`, paragraphs: [] };
  const clauses: OpenClause[] = [current];
  let article = "";
  const open = (anchor: string) => {
    current = { anchor, paragraphs: [] };
    clauses.push(current);
  };
  for (const line of lines) {
    const numbered = ARTICLE.exec(line)?.[1];
    const part = PART.exec(line)?.[1];
    if (numbered !== undefined) open(`${number}-${(article = numbered)}`);
    else if (part !== undefined && article !== "") open(`${number}-${article}${part}`);
    else if (article !== "" && TAIL.test(line)) {
      article = "";
      open(`${number}-尾`);
    }
    addLine(current, line, article !== "");
  }
  return clauses;
}

/** In an article, a line that goes on where the one before broke off belongs to the same paragraph. */
function addLine({ paragraphs }: OpenClause, text: string, isInArticle: boolean): void {
  const last = paragraphs.at(-1);
  if (isInArticle && last !== undefined && !last.isHeading && !SENTENCE_END.test(last.text)) {
    paragraphs[paragraphs.length - 1] = { text: last.text + text, isHeading: false };
    return;
  }
  const isHeading = isInArticle && ARTICLE.test(text) && !/[。；]/.test(text);
  paragraphs.push({ text, isHeading });
}

/** 鲁人社字〔2020〕42号 五（二）（县局口径） → `42-五（二）`; several articles give several; other laws none. */
export function anchorsOf(citation: string): readonly string[] {
  const number = (Object.keys(NOTICE_NUMBERS) as NoticeNumber[]).find((key) =>
    citation.includes(NOTICE_NUMBERS[key]),
  );
  if (number === undefined) return [];
  const articles = citation.slice(citation.indexOf("号") + 1).replaceAll("（县局口径）", "");
  return [...articles.matchAll(/[一二三四五六七八九十]+(?:（[一二三四五六七八九十]+）)?/gu)]
    .filter(([text]) => text !== "")
    .map(([text]) => `${number}-${text}`);
}

let clausesByAnchor: ReadonlyMap<string, NoticeClause> | null = null;

/** The clauses that a citation names, with their text; none for other laws. */
export function citedClauses(citation: string): readonly NoticeClause[] {
  clausesByAnchor ??= new Map(
    readNotice()
      .flatMap(({ clauses }) => clauses)
      .map((clause) => [clause.anchor, clause]),
  );
  const known = clausesByAnchor;
  return anchorsOf(citation).flatMap((anchor) => known.get(anchor) ?? []);
}
