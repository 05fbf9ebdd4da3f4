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
  const readEntry = async (name: string) => {
    const read = await readRecord(shelf, name);
    return read.ok ? read.entry : null;
  };
  const markOf = (name: string) => stateOf(join(shelf.folder, name, RECORD_FILE));
  const readState = isWhole ? markOf : rememberContent(markOf, readEntry);
  return {
    isWhole,
    listStates: async () => {
      const states: PackageState[] = [];
      for (const name of await shelfNames(shelf.folder)) {
        const state = await readState(name);
        if (state !== null) states.push({ name, state });
      }
      return states;
    },
    readState,
    readEntry,
    readContents: (name, entry) =>
      readStored(join(shelf.folder, name, PACKAGE_FILE), entry, ageIdentities),
  };
}

/**
 * A state that is the same on every machine that has the package, where several desks share a ledger: times of
 * files are each machine's own. A record is read again only where its file is another one.
 */
function rememberContent(
  markOf: (name: string) => Promise<string | null>,
  readEntry: (name: string) => Promise<LedgerEntry | null>,
): (name: string) => Promise<string | null> {
  const known = new Map<string, { readonly mark: string; readonly state: string }>();
  return async (name) => {
    const mark = await markOf(name);
    if (mark === null) return null;
    const before = known.get(name);
    if (before?.mark === mark) return before.state;
    const entry = await readEntry(name);
    const state = entry === null ? mark : `${entry.tagmanifest} ${entry.receipts.length}`;
    known.set(name, { mark, state });
    return state;
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
