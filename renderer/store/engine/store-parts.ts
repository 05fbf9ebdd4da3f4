import type { Bridge } from "../../../shared/bridge/methods.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { HeadRow, ScreenDatabase } from "../database/database.ts";
import type { Migration } from "../database/migration.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { RebuildOptions, RebuildResult } from "../types.ts";
import type { JournalLink } from "./journal-link.ts";

/** What an open store stands on. */
export interface StoreParts {
  readonly bridge: Bridge;
  readonly database: ScreenDatabase;
  readonly sealer: Sealer;
  readonly migrations: readonly Migration[];
  readonly now: () => number;
  readonly packs: readonly Pack[];
  readonly link: JournalLink;
  readonly head: HeadRow;
  /** Why nothing may be written, from the first moment on; null: it may. */
  readonly stopped: { readonly code: string; readonly message: string } | null;
  /** Makes a new database of the journal; this one is closed by then. */
  readonly rebuild: (options: RebuildOptions) => Promise<RebuildResult>;
  /** Lets other windows in. */
  readonly release: () => void;
}
