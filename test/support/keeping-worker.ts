import { openDesktop } from "../../electron/services/desktop/open-desktop.ts";
import { call, callOk } from "../electron/services/desktop/desktop.ts";
import { makeEntries } from "../electron/services/journal/entries.ts";

/**
 * A process that appends to the journal and makes backups without end, until somebody kills it. Says
 * "head <number>" after each answer of the journal and "backup <id>" after each backup; "refused <code>"
 * ends it.
 */

const [dataFolder = ""] = process.argv.slice(2);
const ENTRIES_A_BACKUP = 40;
const PIECE_BYTES = 100_000;

const desktop = await openDesktop({
  dataFolder,
  osSealer: null,
  host: "loopback",
  version: "0",
  floorBytes: 0,
});
let { head } = (await callOk(desktop, "journal.state", {})).output;
process.stdout.write(`head ${head}\n`);
for (;;) {
  const before = head;
  const entries = makeEntries(before + 1, before + 1 + (before % 4), { bytes: 500 });
  const counts = { people: 50, entries: before };
  const appended = await call(desktop, "journal.append", { entries, counts });
  if (!appended.ok) {
    process.stdout.write(`refused ${appended.error.code}\n`);
    break;
  }
  ({ head } = appended.output);
  process.stdout.write(`head ${head}\n`);
  const backups = (number: number) => Math.floor(number / ENTRIES_A_BACKUP);
  if (backups(head) > backups(before)) process.stdout.write(`backup ${await makeBackup()}\n`);
}

async function makeBackup(): Promise<string> {
  const header = { reason: "asked", people: 50, head, schemaVersion: 1 } as const;
  const { id } = (await callOk(desktop, "backups.begin", header)).output;
  for (let piece = 0; piece < 3; piece += 1) {
    await callOk(desktop, "backups.append", { id, documents: 1 }, Buffer.alloc(PIECE_BYTES, piece));
  }
  await callOk(desktop, "backups.finish", { id });
  return id;
}
