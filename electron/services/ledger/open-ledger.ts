import type { LedgerRefusal, OpenedLedger } from "./ledger.ts";
import { migrate } from "./migrate.ts";

/** Where a ledger is: in the data folder, or on a server by its address. */
export interface LedgerPlace {
  readonly dataFolder: string;
  /** `postgres://…`; null for the one in the data folder. */
  readonly address: string | null;
}

/** Opens a ledger with its tables up to date. Both libraries are loaded only here, only where asked for. */
export async function openLedger(place: LedgerPlace): Promise<OpenedLedger | LedgerRefusal> {
  const opened = await connect(place);
  if (!opened.ok) return opened;
  try {
    const migrated = await migrate(opened.ledger);
    if (migrated.ok) return opened;
    await opened.ledger.close();
    return migrated;
  } catch (error) {
    await opened.ledger.close();
    throw error;
  }
}

async function connect({
  dataFolder,
  address,
}: LedgerPlace): Promise<OpenedLedger | LedgerRefusal> {
  if (address === null) {
    const { openPglite } = await import("./open-pglite.ts");
    return openPglite(dataFolder);
  }
  const { openPostgres } = await import("./open-postgres.ts");
  return openPostgres(address);
}

/** What the environment says of the ledger: `JICENG_LEDGER=postgres://…`; null where it says nothing. */
export function ledgerAddress(env: Readonly<Record<string, string | undefined>>): string | null {
  const address = env["JICENG_LEDGER"] ?? "";
  return address === "" ? null : address;
}
