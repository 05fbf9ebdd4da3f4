import { type LedgerFaultCode, LedgerFaultError } from "./ledger.ts";

/** What PostgreSQL says by its codes (appendix A of its manual), and what Node says of the connection. */

const UNIQUE_VIOLATION = "23505";
/** Class XX: a page whose checksum is wrong, an index that contradicts its table. */
const DAMAGED = /^XX00[12]$/;
/** Class 08: the connection; 57P01 to 57P03: the server is shutting down or starting. */
const UNREACHABLE = /^(?:08|57P0[123]$)/;
/** `disk_full`: the statement was taken back, and the database goes on once there is room. */
const DISK_FULL = "53100";
const UNREACHABLE_BY_NODE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);

/** The code of what a database threw; an empty text for anything else. */
export function sqlCodeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** True where a row of this key is there already. */
export function isTakenKey(error: unknown): boolean {
  return sqlCodeOf(error) === UNIQUE_VIOLATION;
}

function faultOf(error: unknown): LedgerFaultCode | null {
  const code = sqlCodeOf(error);
  if (DAMAGED.test(code)) return "ledger-damaged";
  if (code === DISK_FULL) return "space-low";
  if (UNREACHABLE.test(code) || UNREACHABLE_BY_NODE.has(code)) return "ledger-unreachable";
  const isClosed = error instanceof Error && error.message.startsWith("Connection terminated");
  return isClosed ? "ledger-unreachable" : null;
}

/** Runs a query; what offices meet becomes a `LedgerFaultError`, anything else throws as it is. */
export async function orLedgerFault<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const code = faultOf(error);
    throw code === null ? error : new LedgerFaultError(code, error);
  }
}
