import { z } from "zod";
import type { Ledger, LedgerRefusal } from "./ledger.ts";
import { refuseLedger } from "./ledger.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Migration } from "./migration.ts";

/** Any number, the same in every program that opens a ledger: two that start at once take turns. */
const TURN = 7_264_501;

const row = z.object({ number: z.number() });

/** Brings a ledger's tables up to date. One that a newer program made is refused (promise 5). */
export async function migrate(
  ledger: Ledger,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<{ readonly ok: true } | LedgerRefusal> {
  return ledger.transaction(async ({ query, run }) => {
    await run("SELECT pg_advisory_xact_lock($1)", [TURN]);
    await run(
      "CREATE TABLE IF NOT EXISTS ledger_migrations (number integer PRIMARY KEY, name text NOT NULL)",
    );
    const done = new Set(
      (await query("SELECT number FROM ledger_migrations", [], row)).map(({ number }) => number),
    );
    const known = new Set(migrations.map(({ number }) => number));
    if ([...done].some((number) => !known.has(number))) return refuseLedger("ledger-newer");
    for (const { number, name, statements } of migrations) {
      if (done.has(number)) continue;
      for (const statement of statements) await run(statement);
      await run("INSERT INTO ledger_migrations (number, name) VALUES ($1, $2)", [number, name]);
    }
    return { ok: true } as const;
  });
}
