/**
 * What is searched for is often a name, and a browser writes addresses into its history on the disk, in
 * clear (promise 15). So the address holds a sign for the words, and the words stay in memory: going back
 * and forth finds them, a new start does not.
 */

/** The part of a query in which every page keeps the words searched for. */
const WORDS = "q";

export interface PrivateAddresses {
  /** An address as the browser may keep it. */
  readonly hide: (search: string) => string;
  /** The query behind such an address; words that this run does not know are left out. */
  readonly reveal: (search: string) => string;
}

/** A memory for the words of one run. */
export function openPrivateAddresses(): PrivateAddresses {
  const signs = new Map<string, string>();
  const words = new Map<string, string>();
  const signOf = (text: string): string => {
    const sign = signs.get(text) ?? String(signs.size + 1);
    signs.set(text, sign);
    words.set(sign, text);
    return sign;
  };
  return {
    hide: (search) => replaceWords(search, signOf),
    reveal: (search) => replaceWords(search, (sign) => words.get(sign) ?? null),
  };
}

function replaceWords(search: string, replace: (text: string) => string | null): string {
  const query = new URLSearchParams(search);
  const text = query.get(WORDS);
  if (text === null) return search;
  const other = replace(text);
  if (other === null) query.delete(WORDS);
  else query.set(WORDS, other);
  return query.size === 0 ? "" : `?${query.toString()}`;
}
