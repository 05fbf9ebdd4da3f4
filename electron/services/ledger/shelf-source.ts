import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { isMissing } from "../files/faults.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { openBag } from "../packages/open-bag.ts";
import { readContents } from "../packages/read-contents.ts";
import { receivedShelf } from "../packages/received-shelf.ts";
import { PACKAGE_FILE, RECORD_FILE, readRecord, shelfNames } from "../packages/shelf.ts";
import type { ContentsBox } from "./boxes.ts";

/** Where the packages are that the ledger's rows are made from. */
export interface PackageSource {
  /** True where it has every package: rows of others are then taken out. */
  readonly isWhole: boolean;
  /** The names of all packages with a text that changes whenever the package's record does. */
  readonly listStates: () => Promise<readonly PackageState[]>;
  /** The state of one package; null where it is not there. */
  readonly readState: (name: string) => Promise<string | null>;
  readonly readEntry: (name: string) => Promise<LedgerEntry | null>;
  /** The documents of a package, read from its file. */
  readonly readContents: (name: string, entry: LedgerEntry) => Promise<ContentsBox | null>;
}

export interface PackageState {
  readonly name: string;
  readonly state: string;
}

/** The shelf `<data>/received` of this machine. */
export function shelfSource(
  dataFolder: string,
  { sealer, ageIdentities }: Pick<UnlockedKeys, "sealer" | "ageIdentities">,
  { isWhole }: Pick<PackageSource, "isWhole">,
): PackageSource {
  const shelf = receivedShelf(dataFolder, sealer);
  return {
    isWhole,
    listStates: async () => {
      const states: PackageState[] = [];
      for (const name of await shelfNames(shelf.folder)) {
        const state = await stateOf(join(shelf.folder, name, RECORD_FILE));
        if (state !== null) states.push({ name, state });
      }
      return states;
    },
    readState: (name) => stateOf(join(shelf.folder, name, RECORD_FILE)),
    readEntry: async (name) => {
      const read = await readRecord(shelf, name);
      return read.ok ? read.entry : null;
    },
    readContents: (name, entry) =>
      readStored(join(shelf.folder, name, PACKAGE_FILE), entry, ageIdentities),
  };
}

async function stateOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return `${mtimeMs} ${size}`;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function readStored(
  path: string,
  { manifest }: LedgerEntry,
  identities: readonly string[],
): Promise<ContentsBox | null> {
  const opened = await openBag(path, identities);
  if (!opened.ok) return null;
  try {
    const read = await readContents(opened.bag, manifest);
    return read.ok ? contentsOf(read.contents) : null;
  } finally {
    await opened.bag.close();
  }
}

/** What of a package's documents the ledger keeps. */
export function contentsOf({ unit, assessments, recommendation, files }: ContentsBox): ContentsBox {
  return { unit, assessments, recommendation, files };
}
