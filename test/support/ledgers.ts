import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import type { Ledger } from "../../electron/services/ledger/ledger.ts";
import {
  type DeskLedger,
  openDeskLedger,
} from "../../electron/services/ledger/open-desk-ledger.ts";
import { type LedgerPlace, openLedger } from "../../electron/services/ledger/open-ledger.ts";
import type { ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { temporaryFolder } from "./folder.ts";
import { NOW } from "./offices.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** The same specs for both homes of a ledger. */

export interface LedgerHome {
  readonly kind: Ledger["kind"];
  /** A place of its own for a ledger that is empty, in this data folder or a new one. */
  readonly makePlace: (dataFolder?: string) => Promise<LedgerPlace>;
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
      else await makeTemplate(folder);
    });
    afterAll(async () => {
      for (const ledger of opened) await ledger.close();
      for (const server of servers) await server.stop();
    });
    const makePlace = async (given?: string) => {
      const dataFolder = given ?? mkdtempSync(join(folder, "data-"));
      if (kind === "pglite") copyTemplate(folder, dataFolder);
      return { dataFolder, address: (await servers[0]?.createDatabase()) ?? null };
    };
    specs({
      kind,
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

/** Making a database takes seconds: one is made for all tests of a file, and copied. */
export async function makeTemplate(folder: string): Promise<void> {
  const { openPglite } = await import("../../electron/services/ledger/open-pglite.ts");
  const opened = await openPglite(join(folder, "template"));
  if (!opened.ok) throw new Error(opened.code);
  await opened.ledger.close();
}

/** Puts the database of `makeTemplate` into a data folder that has none. */
export function copyTemplate(folder: string, dataFolder: string): void {
  if (existsSync(join(dataFolder, "ledger"))) return;
  cpSync(join(folder, "template", "ledger"), join(dataFolder, "ledger"), { recursive: true });
}

/** Opens the ledger of a bureau at a place; a refusal is a fault of the test and throws. */
export async function openDeskAt(
  { dataFolder, address }: LedgerPlace,
  keys: UnlockedKeys,
  now = NOW,
): Promise<DeskLedger> {
  const opened = await openDeskLedger({
    dataFolder,
    keys,
    address,
    packs: () => Promise.resolve(SHIPPED_PACKS),
    catalogueOf: () => Promise.resolve(null),
    now: () => now,
    floorBytes: 0,
  });
  if (!opened.ok) throw new Error(`not opened: ${opened.code}`);
  return opened;
}

/** A plan that tells its number. */
export function planOf(number: number): ReformPlan {
  return {
    id: "plan",
    title: `示例县基层职称改革规划第${number}稿`,
    from: 2026,
    years: 3,
    lines: [{ series: "health", group: "associateSenior", planned: [4, 5, 6] }],
    tasks: [],
    by: "李受理",
    at: "2026-12-01T00:00:00Z",
  };
}
