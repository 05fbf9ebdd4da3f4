import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import type { Ledger } from "../../electron/services/ledger/ledger.ts";
import { openLedger } from "../../electron/services/ledger/open-ledger.ts";
import { temporaryFolder } from "./folder.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** The same specs for both homes of a ledger. */

export interface LedgerHome {
  /** A place of its own for a ledger that is empty. */
  readonly makePlace: () => Promise<{
    readonly dataFolder: string;
    readonly address: string | null;
  }>;
  readonly open: () => Promise<Ledger>;
}

/** Describes what holds of a ledger inside the process and of one on a server. */
export function describeLedgers(title: string, specs: (home: LedgerHome) => void): void {
  describe.each(["pglite", "postgres"] as const)(`${title} (%s)`, (kind) => {
    const folder = temporaryFolder();
    const servers: PostgresServer[] = [];
    const opened: Ledger[] = [];
    beforeAll(async () => {
      if (kind === "postgres") servers.push(await startPostgres());
    });
    afterAll(async () => {
      for (const ledger of opened) await ledger.close();
      for (const server of servers) await server.stop();
    });
    const makePlace = async () => ({
      dataFolder: mkdtempSync(join(folder, "data-")),
      address: (await servers[0]?.createDatabase()) ?? null,
    });
    specs({
      makePlace,
      open: async () => {
        const result = await openLedger(await makePlace());
        if (!result.ok) throw new Error(`not opened: ${result.code}`);
        opened.push(result.ledger);
        return result.ledger;
      },
    });
  });
}
