import { useCallback, useEffect, useRef } from "react";
import { type NavigateOptions, useSearchParams } from "react-router";

export type ChangeQuery = (
  change: (before: URLSearchParams) => URLSearchParams,
  options?: NavigateOptions,
) => void;

/**
 * The query of the address and a function that changes it. Two changes one right after the other add up:
 * the router draws later, and by itself would build the second on what stood before the first.
 */
export function useQuery(): readonly [query: URLSearchParams, change: ChangeQuery] {
  const [query, setQuery] = useSearchParams();
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  }, [query]);
  const change = useCallback<ChangeQuery>(
    (alter, options) => {
      const next = alter(latest.current);
      latest.current = next;
      setQuery(next, options);
    },
    [setQuery],
  );
  return [query, change];
}
