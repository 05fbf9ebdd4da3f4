import { Input } from "antd";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import {
  NOTICE_NUMBERS,
  type NoticeClause,
  type NoticeDocument,
} from "../../shared/policy/notice/clauses.ts";
import { policyMessages } from "./messages.ts";
import { citationsIn, countFound, markFound } from "./notice.ts";

interface NoticePaneProps {
  readonly documents: readonly NoticeDocument[];
  /** The clauses that a value cites: marked, and the first of them brought into sight. */
  readonly marked: readonly string[];
  /** Changes with each press on a clause, the same one again too. */
  readonly visit: string;
}

/** The text of the notice by clause, with search. */
export function NoticePane({ documents, marked, visit }: NoticePaneProps) {
  const say = useMessages(policyMessages);
  const text = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query);
  const count = useMemo(() => countFound(documents, wanted), [documents, wanted]);
  useEffect(() => {
    scrollTo(text.current, ".policy-clause-marked");
  }, [marked, visit]);
  useEffect(() => {
    if (wanted.trim() !== "") scrollTo(text.current, "mark");
  }, [wanted]);
  return (
    <section className="policy-notice" aria-label={say("notice")}>
      <div className="policy-search">
        <h2>{say("notice")}</h2>
        <Input
          type="search"
          aria-label={say("search")}
          placeholder={say("searchHint")}
          allowClear
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <span role="status">
          {wanted.trim() === "" ? "" : count === 0 ? say("notFound") : say("found", { count })}
        </span>
      </div>
      <div ref={text} className="policy-text">
        {documents.map((document) => (
          <article key={document.number}>
            <Contents document={document} />
            {document.clauses.map((clause) => (
              <Clause
                key={clause.anchor}
                clause={clause}
                query={wanted}
                isMarked={marked.includes(clause.anchor)}
              />
            ))}
          </article>
        ))}
      </div>
    </section>
  );
}

/** The articles of a document, to jump to. */
function Contents({ document }: { readonly document: NoticeDocument }) {
  return (
    <nav className="policy-contents" aria-label={NOTICE_NUMBERS[document.number]}>
      <strong>{NOTICE_NUMBERS[document.number]}</strong>
      {citationsIn(document).map(({ article, citation }) => (
        <Link
          key={citation}
          to={{ hash: `#${encodeURIComponent(citation)}` }}
          aria-label={citation}
          replace
        >
          {article}
        </Link>
      ))}
    </nav>
  );
}

/** Brings something into sight inside its own scroller, and leaves the page where it is. */
function scrollTo(scroller: HTMLElement | null, selector: string): void {
  const target = scroller?.querySelector(selector) ?? null;
  if (scroller === null || target === null) return;
  const by = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += by - 12;
}

interface ClauseProps {
  readonly clause: NoticeClause;
  readonly query: string;
  readonly isMarked: boolean;
}

function Clause({ clause: { anchor, paragraphs }, query, isMarked }: ClauseProps) {
  const className = `policy-clause ${isMarked ? "policy-clause-marked" : ""}`;
  return (
    <div id={`notice-${anchor}`} className={className} aria-current={isMarked ? true : undefined}>
      {paragraphs.map(({ text, isHeading }, index) => {
        const pieces = markFound(text, query).map((piece) =>
          piece.isFound ? <mark key={piece.at}>{piece.text}</mark> : piece.text,
        );
        const key = `${anchor} ${index}`;
        return isHeading ? <h3 key={key}>{pieces}</h3> : <p key={key}>{pieces}</p>;
      })}
    </div>
  );
}
