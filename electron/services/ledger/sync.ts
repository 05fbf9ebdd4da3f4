import { z } from "zod";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { inOrder } from "../files/in-order.ts";
import { type ContentsBox, contentsBox, packageBox, places } from "./boxes.ts";
import { type Ledger, LedgerFaultError } from "./ledger.ts";
import { isOutdated } from "./own-assessments.ts";
import { rowsOf } from "./package-rows.ts";
import { putPackage, removePlaces } from "./put-package.ts";
import type { Seals } from "./seals.ts";
import type { PackageSource, PackageState } from "./shelf-source.ts";

/** Keeps the rows of packages in step with the packages themselves, which are what counts. */

export interface SyncSetting {
  readonly ledger: Ledger;
  readonly seals: Seals;
  readonly source: PackageSource;
  /** The bureau's packs as they are now. */
  readonly packs: () => Promise<readonly Pack[]>;
  /** False where the disk is nearly full: PostgreSQL must not meet the end of it (promise 6). */
  readonly hasRoom: () => Promise<boolean>;
}

export interface Synced {
  /** How many packages were read. */
  readonly read: number;
  readonly removed: number;
  /** The names of packages whose record or file does not open. */
  readonly damaged: readonly string[];
}

type OnProgress = (done: number, total: number) => void;

export interface LedgerSync {
  /** Takes in what is new or changed, and takes out what is gone. `onProgress` is told the packages read so far. */
  readonly run: (onProgress?: OnProgress) => Promise<Synced>;
  /** Runs for the first time; from then on gives what came of the last run. */
  readonly runOnce: (onProgress?: OnProgress) => Promise<Synced>;
  /** Takes in a package whose documents were just read. */
  readonly put: (name: string, entry: LedgerEntry, contents: ContentsBox) => Promise<void>;
}

const row = z.object({ place_key: z.string(), state: z.string(), own_pack: z.string() });
type Row = z.infer<typeof row>;

/** Opens the sync of a ledger; its works run one after the other. */
export function openSync(setting: SyncSetting): LedgerSync {
  const queue = inOrder();
  let last: Synced | null = null;
  const run = (onProgress: OnProgress = () => undefined) =>
    queue(async () => (last = await runSync(setting, onProgress)));
  return {
    run,
    runOnce: async (onProgress) => last ?? run(onProgress),
    put: (name, entry, contents) =>
      queue(async () => {
        const state = await setting.source.readState(name);
        // Gone again already: the next run takes it out.
        if (state !== null) await writePackage(setting, { name, state }, entry, contents);
      }),
  };
}

async function runSync(setting: SyncSetting, onProgress: OnProgress): Promise<Synced> {
  const { ledger, seals, source } = setting;
  const packs = await setting.packs();
  const rows = await ledger.query("SELECT place_key, state, own_pack FROM packages", [], row);
  const known = new Map(rows.map((one) => [one.place_key, one]));
  const states = await source.listStates();
  const keyOf = ({ name }: PackageState) => seals.hash("place", name);
  const present = new Set(states.map(keyOf));
  const gone = source.isWhole ? [...known.keys()].filter((key) => !present.has(key)) : [];
  await removePlaces(ledger, gone);
  const changed = states.filter((one) => isChanged(one, known.get(keyOf(one)), packs));
  const damaged: string[] = [];
  for (const [index, one] of changed.entries()) {
    if (!(await takeIn(setting, one))) damaged.push(one.name);
    onProgress(index + 1, changed.length);
  }
  return { read: changed.length - damaged.length, removed: gone.length, damaged };
}

function isChanged(
  { state }: PackageState,
  known: Row | undefined,
  packs: readonly Pack[],
): boolean {
  return known === undefined || known.state !== state || isOutdated(packs, known.own_pack);
}

async function takeIn(setting: SyncSetting, state: PackageState): Promise<boolean> {
  const entry = await setting.source.readEntry(state.name);
  if (entry === null) return false;
  const contents =
    (await readKept(setting, entry)) ?? (await setting.source.readContents(state.name, entry));
  if (contents === null) return false;
  await writePackage(setting, state, entry, contents);
  return true;
}

const kept = z.object({ sealed: z.instanceof(Uint8Array), contents: z.instanceof(Uint8Array) });

/** The documents that the ledger has of these bytes already; an answer changes the record alone. */
async function readKept(
  { ledger, seals }: SyncSetting,
  { manifest, tagmanifest }: LedgerEntry,
): Promise<ContentsBox | null> {
  const key = seals.hash("package", manifest.id);
  const [found] = await ledger.query(
    "SELECT sealed, contents FROM packages WHERE package_key = $1",
    [key],
    kept,
  );
  if (found === undefined) return null;
  const { entry } = seals.open(places.package(key), found.sealed, packageBox);
  if (entry.tagmanifest !== tagmanifest) return null;
  return seals.openLarge(places.contents(key), found.contents, contentsBox);
}

async function writePackage(
  { ledger, seals, packs, hasRoom }: SyncSetting,
  { name, state }: PackageState,
  entry: LedgerEntry,
  contents: ContentsBox,
): Promise<void> {
  if (!(await hasRoom())) throw new LedgerFaultError("space-low", null);
  await putPackage(ledger, rowsOf(seals, { name, state, entry, contents }, await packs()));
}
