import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { type KvStore, MemoryLocker, Upload } from "@tus/server";
import { makeFolder, sweepUnfinished, writeDurably } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { readFreeBytes } from "../health/free-space.ts";
import { UPLOAD_MILLISECONDS } from "./limits.ts";
import { keptUploadSchema, readUpload, UPLOAD_ID } from "./upload-record.ts";
import type { StoredUpload, UploadStore } from "./upload-store.ts";

const RECORD_ENDING = ".json";

/** Uploads in a folder that this process alone uses: the bytes under the upload's id, and a small record beside them. */
export async function openFolderUploads(folder: string): Promise<UploadStore> {
  await makeFolder(folder);
  await sweepUnfinished(folder);
  await sweepForeign(folder);
  const records = new UploadRecords(folder);
  const tus = new FileStore({
    directory: folder,
    configstore: records,
    expirationPeriodInMilliseconds: UPLOAD_MILLISECONDS,
  });
  const find = (id: string) => findIn(folder, records, id);
  return {
    tus,
    locker: new MemoryLocker(),
    find,
    list: async () => {
      const found = await Promise.all((await records.list()).map(find));
      return found.filter((one) => one !== null);
    },
    withFile: async (id, work) => work(join(folder, id)),
    remove: (id) => removeFrom(folder, id),
    freeBytes: () => readFreeBytes(folder),
  };
}

/** The bytes go first: they are what takes room. Names that are none of ours are left alone. */
async function removeFrom(folder: string, id: string): Promise<void> {
  if (!UPLOAD_ID.test(id)) return;
  await rm(join(folder, id), { force: true });
  await rm(join(folder, id + RECORD_ENDING), { force: true });
}

async function findIn(
  folder: string,
  records: UploadRecords,
  id: string,
): Promise<StoredUpload | null> {
  const kept = await records.get(id);
  if (kept === undefined) return null;
  try {
    const { size: offset } = await stat(join(folder, id));
    return readUpload(kept, offset);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** What a crash left of an upload that had only begun: bytes without a record, a record without bytes. */
async function sweepForeign(folder: string): Promise<void> {
  const names = new Set(await readdir(folder));
  for (const name of names) {
    const id = name.endsWith(RECORD_ENDING) ? name.slice(0, -RECORD_ENDING.length) : name;
    if (!names.has(id) || !names.has(id + RECORD_ENDING)) await removeFrom(folder, id);
  }
}

/** The records beside the uploads, each written as a whole: the library's own may be left half written. */
class UploadRecords implements KvStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(id: string): Promise<Upload | undefined> {
    if (!UPLOAD_ID.test(id)) return undefined;
    try {
      const text = await readFile(this.#pathOf(id), "utf8");
      const kept = keptUploadSchema.safeParse(JSON.parse(text)).data;
      return kept === undefined ? undefined : new Upload(kept);
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async set(id: string, upload: Upload): Promise<void> {
    if (!UPLOAD_ID.test(id)) throw new Error("an upload whose name is none of ours");
    await writeDurably(this.#pathOf(id), JSON.stringify(upload));
  }

  async delete(id: string): Promise<void> {
    if (UPLOAD_ID.test(id)) await rm(this.#pathOf(id), { force: true });
  }

  async list(): Promise<string[]> {
    const names = await readdir(this.#folder);
    return names.filter((name) => UPLOAD_ID.test(name));
  }

  #pathOf(id: string): string {
    return join(this.#folder, id + RECORD_ENDING);
  }
}
