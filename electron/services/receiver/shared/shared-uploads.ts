import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type KvStore, Upload } from "@tus/server";
import type { MetadataValue } from "@tus/s3-store";
import { z } from "zod";
import type { Ledger } from "../../ledger/ledger.ts";
import type { PackageStore } from "../../packages/package-store.ts";
import { UPLOAD_MILLISECONDS } from "../limits.ts";
import { keptUploadSchema, readUpload, UPLOAD_ID } from "../upload-record.ts";
import type { StoredUpload, UploadStore } from "../upload-store.ts";
import { type Bucket, clientConfig } from "./bucket.ts";
import type { PostgresLocks } from "./postgres-locks.ts";
import type { ResumableStore } from "./resumable-store.ts";
import type { SealedRows } from "./sealed-rows.ts";

/** S3 takes no smaller parts but the last; what is smaller lies beside them until more has come. */
const PART_BYTES = 8 * 1_048_576;

const bytes = z.instanceof(Uint8Array);
const idRow = z.object({ id: z.string() });
const tusRow = z.object({ tus: bytes.nullable() });
const keptSchema = z.object({
  "upload-id": z.string(),
  "tus-version": z.string(),
  file: keptUploadSchema,
});

interface Place {
  readonly ledger: Ledger;
  readonly bucket: Bucket;
  readonly rows: SealedRows;
  readonly locks: PostgresLocks;
  readonly workIn: PackageStore["workIn"];
}

/** Uploads in a bucket, noted in the database, so that any receiver goes on where another was killed. */
export async function openSharedUploads(place: Place): Promise<UploadStore> {
  const { ledger, bucket, locks } = place;
  const { ResumableStore: Store, isGone } = await import("./resumable-store.ts");
  const records = new UploadRows(place);
  const tus = new Store({
    partSize: PART_BYTES,
    useTags: false,
    cache: records,
    expirationPeriodInMilliseconds: UPLOAD_MILLISECONDS,
    s3ClientConfig: { ...clientConfig(bucket.place), bucket: bucket.place.bucket },
  });
  // A row from the first moment: what nobody notes nobody would ever remove.
  const create = tus.create.bind(tus);
  tus.create = async (upload) => {
    await ledger.run("INSERT INTO stored_uploads (id, sealed) VALUES ($1, $2)", [
      upload.id,
      place.rows.seal("upload", { metadata: upload.metadata }),
    ]);
    return create(upload);
  };
  // The row last: while it is there, what is left in the bucket can still be found.
  const removeObjects = tus.remove.bind(tus);
  tus.remove = async (id) => {
    await removeObjects(id);
    await ledger.run("DELETE FROM stored_uploads WHERE id = $1", [id]);
  };
  const find = (id: string) => findUpload(tus, records, id);
  return {
    tus,
    locker: locks.locker("upload"),
    find,
    list: async () => {
      const ids = await ledger.query("SELECT id FROM stored_uploads", [], idRow);
      const found = await Promise.all(ids.map(({ id }) => find(id)));
      return found.filter((one) => one !== null);
    },
    withFile: (id, work) =>
      locks.ifFree(`reading ${id}`, () =>
        place.workIn(async (folder) => {
          const path = join(folder, "upload");
          if (!(await bucket.fetch(id, path))) {
            try {
              await tus.complete(id);
            } catch (error) {
              // Another receiver has read and removed it.
              if (isGone(error)) return null;
              throw error;
            }
            await bucket.fetch(id, path);
          }
          const result = await work(path);
          await rm(path, { force: true });
          return result;
        }),
      ),
    remove: async (id) => {
      if (UPLOAD_ID.test(id)) await tus.remove(id);
    },
    freeBytes: () => Promise.resolve(null),
  };
}

async function findUpload(
  tus: ResumableStore,
  records: UploadRows,
  id: string,
): Promise<StoredUpload | null> {
  if (!UPLOAD_ID.test(id) || !(await records.has(id))) return null;
  try {
    return readUpload(await tus.getUpload(id));
  } catch (error) {
    // Noted, and nothing in the bucket: a receiver was killed in between.
    if (isNotFound(error)) return null;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === "object" && error !== null && "status_code" in error
    ? error.status_code === 404
    : false;
}

/** What the library keeps of uploads, sealed, in their rows; it forgets what is complete, the row stays. */
class UploadRows implements KvStore<MetadataValue> {
  readonly #place: Pick<Place, "ledger" | "rows">;

  constructor(place: Pick<Place, "ledger" | "rows">) {
    this.#place = place;
  }

  async has(id: string): Promise<boolean> {
    const { ledger } = this.#place;
    const found = await ledger.query("SELECT id FROM stored_uploads WHERE id = $1", [id], idRow);
    return found.length > 0;
  }

  async get(id: string): Promise<MetadataValue | undefined> {
    const { ledger, rows } = this.#place;
    const [row] = await ledger.query("SELECT tus FROM stored_uploads WHERE id = $1", [id], tusRow);
    const sealed = row?.tus ?? null;
    if (sealed === null) return undefined;
    const kept = rows.open("tus", sealed, keptSchema);
    return kept === undefined ? undefined : { ...kept, file: new Upload(kept.file) };
  }

  async set(id: string, value: MetadataValue): Promise<void> {
    const { ledger, rows } = this.#place;
    const sealed = rows.seal("tus", value);
    await ledger.run("UPDATE stored_uploads SET tus = $2 WHERE id = $1", [id, sealed]);
  }

  async delete(id: string): Promise<void> {
    await this.#place.ledger.run("UPDATE stored_uploads SET tus = NULL WHERE id = $1", [id]);
  }
}
