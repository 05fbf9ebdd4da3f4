import type { LedgerEntry } from "../../shared/submission/ledger-entry.ts";
import type { SentPackage } from "../../shared/submission/sent-package.ts";
import type { Office } from "../services/packages/office.ts";
import { readOwnOffice } from "../services/packages/own-office.ts";
import { receivedShelf } from "../services/packages/received-shelf.ts";
import { sentShelf } from "../services/packages/sent-shelf.ts";
import { listShelf, type Shelf, type Shelved, tidyShelf } from "../services/packages/shelf.ts";
import { type Io, refused } from "./io.ts";
import { trustRefusal } from "./trust-refusal.ts";
import type { Installation } from "./unlock.ts";

/** What an installation keeps of packages, opened for a command. */

/** A record that does not open, as a refusal. */
export function recordsRefusal(folder: string) {
  return refused(`${folder}：记录已损坏或被改动，没有打开；请用备份恢复这个文件夹`);
}

async function openShelf<Entry>(shelf: Shelf<Entry>): Promise<readonly Shelved<Entry>[]> {
  const listed = await listShelf(shelf);
  if (!listed.ok) throw recordsRefusal(listed.folder);
  return listed.entries;
}

/** Removes what a crash left of packages: only where one is about to be packed, or another command at work would lose its own. */
export async function tidySent({ dataFolder, keys }: Installation): Promise<void> {
  await tidyShelf(sentShelf(dataFolder, keys.sealer));
}

/** What this unit has packed. */
export function openSent({
  dataFolder,
  keys,
}: Installation): Promise<readonly Shelved<SentPackage>[]> {
  return openShelf(sentShelf(dataFolder, keys.sealer));
}

/** What this bureau has received. */
export function openReceived({
  dataFolder,
  keys,
}: Installation): Promise<readonly Shelved<LedgerEntry>[]> {
  return openShelf(receivedShelf(dataFolder, keys.sealer));
}

/** The bureau of an installation. */
export async function openBureau({ dataFolder, keys }: Installation, io: Io): Promise<Office> {
  const own = await readOwnOffice(dataFolder, keys, io.now());
  if (own.ok) return own.office;
  if (own.code !== "card-missing") throw trustRefusal(dataFolder, own);
  throw refused(`${dataFolder}：还没有信息卡，单位无法向本局报送；请先运行 jiceng enrol card`);
}

/** Finds a package by its id, by its place (`u-001-2026-r1`) or by the name of its file; undefined for none. */
export function findShelved<Entry extends { readonly manifest: { readonly id: string } }>(
  entries: readonly Shelved<Entry>[],
  reference: string,
): Shelved<Entry> | undefined {
  const name = reference.replace(/^.*[/\\]/, "").replace(/\.jcp$/, "");
  return (
    entries.find(({ entry }) => entry.manifest.id === reference) ??
    entries.find((one) => one.name === name)
  );
}
