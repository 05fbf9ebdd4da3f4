import { Pool, type PoolClient } from "pg";
import {
  type Ledger,
  LedgerFaultError,
  type LedgerRefusal,
  type OpenedLedger,
  type Queries,
  refuseLedger,
} from "./ledger.ts";
import { orLedgerFault } from "./sql-errors.ts";

/** A PostgreSQL server that several desks and receivers share. */

const MOST_CONNECTIONS = 8;
/** Milliseconds until a server that does not answer counts as unreachable. */
const CONNECT_WITHIN = 10_000;

/** Connects to a server by its address, `postgres://user@host/database`. */
export async function openPostgres(address: string): Promise<OpenedLedger | LedgerRefusal> {
  const pool = new Pool({
    connectionString: address,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN,
    application_name: "jiceng",
  });
  // A connection that breaks while nobody uses it: the next query makes another one, or says so.
  pool.on("error", () => undefined);
  try {
    await orLedgerFault(() => pool.query("SELECT 1"));
  } catch (error) {
    await pool.end();
    if (error instanceof LedgerFaultError) return refuseLedger(error.code);
    throw error;
  }
  return { ok: true, ledger: ledgerOver(pool) };
}

function ledgerOver(pool: Pool): Ledger {
  const direct = queriesOn(pool);
  return {
    kind: "postgres",
    query: (sql, parameters, row) => orLedgerFault(() => direct.query(sql, parameters, row)),
    run: (sql, parameters) => orLedgerFault(() => direct.run(sql, parameters)),
    transaction: (work) => orLedgerFault(() => inTransaction(pool, work)),
    close: () => pool.end(),
  };
}

async function inTransaction<Value>(
  pool: Pool,
  work: (queries: Queries) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const value = await work(queriesOn(client));
    await client.query("COMMIT");
    return value;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection that cannot even roll back is given up. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("not rolled back");
  }
}

function queriesOn(client: Pick<Pool, "query">): Queries {
  return {
    query: async (sql, parameters, row) => {
      const { rows } = await client.query<Record<string, unknown>>(sql, toSend(parameters));
      return rows.map((one) => row.parse(one));
    },
    run: async (sql, parameters = []) => {
      const { rowCount } = await client.query(sql, toSend(parameters));
      return rowCount ?? 0;
    },
  };
}

/** The driver knows bytes as Buffers alone. */
function toSend(parameters: readonly unknown[]): unknown[] {
  return parameters.map((one) =>
    one instanceof Uint8Array ? Buffer.from(one.buffer, one.byteOffset, one.byteLength) : one,
  );
}
