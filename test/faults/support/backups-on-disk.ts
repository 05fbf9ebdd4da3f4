import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readBackup } from "../../../renderer/store/backup/read-backup.ts";
import type { Migration } from "../../../renderer/store/database/migration.ts";
import { MIGRATIONS } from "../../../renderer/store/database/migrations.ts";
import { openSealer } from "../../../renderer/store/seal/sealer.ts";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import { PASSPHRASE } from "../../e2e/support/clerk.ts";
import { callOk, openTestDesktop } from "../../electron/services/desktop/desktop.ts";

/** All records in a backup: each table with its documents as text, in an order of their own. */
export type WholeRecords = Readonly<Record<string, readonly string[]>>;

/** The backups of a data folder, read beside the app by the code that restores them. */
export interface BackupsOnDisk {
  /** The last one made first; throws where one of them is not whole. */
  readonly listWhole: () => Promise<readonly BackupInfo[]>;
  readonly readRecords: (id: string) => Promise<WholeRecords>;
  /** The number of the last entry in the journal. */
  readonly readHead: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Opens the backups; to be called while the app is idle, for opening sweeps what is under way. */
export async function openBackupsOnDisk(
  dataFolder: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<BackupsOnDisk> {
  const desktop = await openTestDesktop(dataFolder);
  const { bytes } = await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
  if (bytes === null) throw new Error("no data key");
  const bridge: Bridge = {
    call: ((method, input, beside) =>
      desktop.call(method, input, beside ?? null)) as Bridge["call"],
    on: () => () => {},
  };
  const reading = { bridge, sealer: await openSealer(bytes), migrations };
  return {
    listWhole: async () => {
      const { backups } = (await callOk(desktop, "backups.list", {})).output;
      const files = namesIn(join(dataFolder, "backups"));
      if (files.length !== backups.length) throw new Error("a backup that is not listed");
      for (const { id } of backups) {
        const { isWhole } = (await callOk(desktop, "backups.verify", { id })).output;
        if (!isWhole) throw new Error("a backup that is not whole");
      }
      return backups;
    },
    readRecords: async (id) => {
      const read = await readBackup(reading, id);
      if (!read.ok) throw new Error(read.message);
      const tables = Object.entries(read.content.tables);
      return Object.fromEntries(
        tables.map(([table, docs]) => [table, docs.map((doc) => JSON.stringify(doc)).toSorted()]),
      );
    },
    readHead: async () => (await callOk(desktop, "journal.state", {})).output.head,
    close: () => desktop.close(),
  };
}

/** Those that are finished: what is not begins with a dot. */
function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];
}
