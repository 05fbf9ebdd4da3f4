import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useStoreState } from "../store/context.ts";
import type { RosterRow, StoreState } from "../store/types.ts";
import { readQuery, type RosterQuery, writeQuery } from "./roster-query.ts";
import { selectRows } from "./roster-view.ts";

const PAUSE_MS = 250;
const selectAnswers = ({ assessed }: StoreState) => assessed.answers;

/** The people for whom some rule had to answer 'cannot tell'. */
export function useUndetermined(): ReadonlySet<string> {
  const answers = useStoreState(selectAnswers);
  return useMemo(() => {
    const found = new Set<string>();
    for (const [id, { assessments }] of answers) {
      if (assessments.some(({ decision }) => decision === "undetermined")) found.add(id);
    }
    return found;
  }, [answers]);
}

export interface Roster {
  readonly query: RosterQuery;
  readonly setQuery: (query: RosterQuery) => void;
  /** What stands in the search field, which is ahead of the list while one types. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly rows: readonly RosterRow[];
  /** Where this list stands, with what is typed. */
  readonly address: string;
  /** Told before another page is opened. */
  readonly leave: () => void;
}

/** The query of the address, the search typed, and the rows that both leave. */
export function useRoster(all: readonly RosterRow[], undetermined: ReadonlySet<string>): Roster {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(search), [search]);
  const [text, setText] = useState(query.text);
  const written = useRef(query.text);
  const isLeaving = useRef(false);
  useEffect(() => {
    // The address was changed by a link, not by typing here.
    if (query.text === written.current) return;
    written.current = query.text;
    setText(query.text);
  }, [query.text]);
  useEffect(() => {
    if (text === written.current) return undefined;
    const timer = setTimeout(() => {
      // Whoever was quick is on another page already, whose address is not ours to change.
      if (isLeaving.current) return;
      written.current = text;
      setSearch(writeQuery({ ...query, text }), { replace: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, query, setSearch]);

  const searched = useDeferredValue(text);
  const rows = useMemo(
    () => selectRows(all, { ...query, text: searched }, undetermined),
    [all, query, searched, undetermined],
  );
  const setQuery = (next: RosterQuery) => {
    const merged = { ...next, text };
    written.current = text;
    setSearch(writeQuery(merged), { replace: true });
  };
  const leave = () => {
    isLeaving.current = true;
  };
  const asked = writeQuery({ ...query, text }).toString();
  const address = asked === "" ? "/people" : `/people?${asked}`;
  return { query, setQuery, text, setText, rows, address, leave };
}
