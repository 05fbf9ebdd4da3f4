/**
 * What is searched for is often a name, and some offices take the ID number for a person's id; a browser
 * writes addresses into its history on the disk, in clear (promise 15). So the address holds a sign for such
 * words and numbers, and they stay in memory: going back and forth finds them, a new start does not.
 */

/** The part of a query in which every page keeps the words searched for. */
const WORDS = "q";
/** As long as an ID number, of 15 or 18 digits; no id that the program gives has as many in a row. */
const NUMBER = /\d{15,}[Xx]?/g;
/** In place of a number; ids have no such character. */
const NUMBER_SIGN = /~(\d+)/g;

export interface PrivateAddresses {
  /** The query as the browser may keep it. */
  readonly hide: (search: string) => string;
  /** The query behind such an address; words that this run does not know are left out. */
  readonly reveal: (search: string) => string;
  readonly hidePath: (path: string) => string;
  readonly revealPath: (path: string) => string;
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
  const hidePath = (path: string) => path.replace(NUMBER, (number) => `~${signOf(number)}`);
  const revealPath = (path: string) =>
    path.replace(NUMBER_SIGN, (whole, sign: string) => words.get(sign) ?? whole);
  return {
    hidePath,
    revealPath,
    hide: (search) => hidePath(replaceWords(search, signOf)),
    reveal: (search) =>
      replaceWords(revealPath(search.replaceAll("%7E", "~")), (sign) => words.get(sign) ?? null),
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
