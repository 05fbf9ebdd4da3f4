import { readOwnOffice } from "../packages/own-office.ts";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StatementsAnswer } from "../../../shared/submission/receiver-answer.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { isMissing } from "../files/faults.ts";
import { takeTurn } from "../files/turn.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { folderPackages } from "../packages/folder-packages.ts";
import { type Office, openOffice } from "../packages/office.ts";
import { readOwnCard } from "../trust/own-statement.ts";
import { openFolderUploads } from "./folder-uploads.ts";
import type { ReadOffice, ReceiverBase } from "./receiver-base.ts";

/** Milliseconds to wait for another program on the data folder before an upload is left for later. */
const PATIENCE = 600_000;
/** Signed catalogues and policy packs, as the bureau publishes them. */
const STATEMENTS_FOLDER = "statements";
const STATEMENT_FILE = /\.(jcc|jcy)$/;

export interface Bureau {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type OpenedBase =
  | { readonly ok: true; readonly base: ReceiverBase }
  /** Another receiver is at work on the same data folder. */
  | { readonly ok: false; readonly code: "receiver-running" };

/** What a receiver on one machine stands on: the bureau's data folder. What a crash left there is swept. */
export async function openFolderReceiver(bureau: Bureau): Promise<OpenedBase> {
  const folder = join(bureau.dataFolder, "uploads");
  const turn = await takeTurn(folder, { patience: 0 });
  if (!turn.ok) return { ok: false, code: "receiver-running" };
  try {
    return { ok: true, base: await openBase(bureau, folder, turn.end) };
  } catch (error) {
    await turn.end();
    throw error;
  }
}

async function openBase(
  bureau: Bureau,
  uploadsFolder: string,
  end: () => Promise<void>,
): Promise<ReceiverBase> {
  const { dataFolder, keys } = bureau;
  const exclusively = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = await takeTurn(dataFolder, { patience: PATIENCE });
    if (!turn.ok) throw new Error(`${turn.code}: ${turn.ticket}`);
    try {
      return await work();
    } finally {
      await turn.end();
    }
  };
  await exclusively(() => openOffice({ dataFolder, keys }));
  return {
    office: rememberOffice(bureau),
    packages: folderPackages(dataFolder, keys.sealer),
    uploads: await openFolderUploads(uploadsFolder),
    statements: () => readStatements(bureau),
    exclusively,
    close: end,
  };
}

type KnownOffice = Omit<Office, "now">;

/** Card, register and packs are read anew whenever one of their files is another one than before. */
function rememberOffice(bureau: Bureau): () => Promise<ReadOffice> {
  const files = ["own.sealed", "units.sealed", "published.sealed"].map((name) =>
    join(bureau.dataFolder, "trust", name),
  );
  let known: { readonly mark: string; readonly office: KnownOffice } | null = null;
  return async () => {
    const mark = (await Promise.all(files.map(markOf))).join(" ");
    if (known?.mark !== mark) {
      const read = await readOffice(bureau);
      if (!read.ok) return read;
      known = { mark, office: read.office };
    }
    return { ok: true, office: { ...known.office, now: bureau.now() } };
  };
}

/** Files are replaced as a whole, so that a changed one is another file. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino}-${size}-${mtimeNs}`;
  } catch (error) {
    if (isMissing(error)) return "none";
    throw error;
  }
}

/** The bureau as its data folder has it. */
export async function readOffice({ dataFolder, keys, now }: Bureau): Promise<ReadOffice> {
  const own = await readOwnOffice(dataFolder, keys, now());
  if (own.ok || own.code === "card-missing") return own;
  return { ok: false, code: "trust-damaged" };
}

/** What the bureau publishes: its card, and the signed files in `<data>/statements`. */
export async function readStatements({ dataFolder, keys }: Bureau): Promise<StatementsAnswer> {
  const own = await readOwnCard(dataFolder, keys);
  const card = own.ok ? own.card : null;
  const text = card === null ? null : await keys.signAttached(SIGNATURE_TYPES.bureauCard, card);
  const folder = join(dataFolder, STATEMENTS_FOLDER);
  const names = (await namesIn(folder)).filter((name) => STATEMENT_FILE.test(name)).toSorted();
  const statements = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return { card: text === null ? null : `${text}\n`, statements };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
