const LOWEST = 1_024;
const HIGHEST = 65_535;

/** A port as typed, which an ordinary program may listen on; null for anything else. */
export function readPort(typed: string): number | null {
  const digits = typed.normalize("NFKC").trim();
  if (!/^\d{1,5}$/.test(digits)) return null;
  const port = Number(digits);
  return port >= LOWEST && port <= HIGHEST ? port : null;
}
