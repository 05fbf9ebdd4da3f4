import { join } from "node:path";
import { z } from "zod";
import { record, wholeNumber } from "../../../shared/records/fields.ts";
import { instant, sha256 } from "../../../shared/submission/fields.ts";
import { inOrder } from "../files/in-order.ts";
import { readSealedJson, type Sealer, writeSealedJson } from "../keys/sealer.ts";

/**
 * What is to be done with each package and how far that is: one sealed file under `<data>/outbox`, named by
 * the SHA-256 of the package file (a path changes with a stick's drive letter). The package itself and its
 * receipts lie on the shelf `<data>/sent`: nothing here is needed to know what was sent.
 */

const FORMAT = "jiceng.outbox/1";
const LABEL = "outbox";
const bytes = wholeNumber(0, Number.MAX_SAFE_INTEGER);

const uploadSchema = record({
  /** The receiver's address as the bureau's card has it. */
  address: z.string(),
  url: z.string(),
  size: bytes,
  metadata: z.record(z.string(), z.string()),
  begunAt: z.string(),
});
export type BegunUpload = z.infer<typeof uploadSchema>;

const errandSchema = record({
  format: z.literal(FORMAT),
  sha256: sha256(),
  isToSend: z.boolean(),
  isPaused: z.boolean(),
  /** The upload that was begun and not finished; null where none was. */
  upload: uploadSchema.nullable(),
  /** What the receiver was known to have of it. */
  sentBytes: bytes,
  uploadedAt: instant().nullable(),
  exportedAt: instant().nullable(),
  /** `detail`: what the other side said, for people. */
  fault: record({ code: z.string(), at: instant(), detail: z.string().nullable() }).nullable(),
});
export type ErrandRecord = z.infer<typeof errandSchema>;
export type ErrandChange = Partial<Omit<ErrandRecord, "format" | "sha256">>;

/** The errands of a data folder; changes to them wait for each other. */
export interface ErrandFiles {
  /** A file that is missing or damaged is an errand that nobody has given yet. */
  readonly read: (fileSha256: string) => Promise<ErrandRecord>;
  readonly change: (fileSha256: string, change: ErrandChange) => Promise<ErrandRecord>;
}

/** Opens the errands under a sealer. What the disk says throws. */
export function openErrandFiles(dataFolder: string, sealer: Sealer): ErrandFiles {
  const queue = inOrder();
  const pathOf = (hash: string) => join(dataFolder, "outbox", `${hash}.sealed`);
  const read = async (hash: string): Promise<ErrandRecord> => {
    const found = await readSealedJson(sealer, pathOf(hash), LABEL);
    const parsed = found.ok ? errandSchema.safeParse(found.data).data : undefined;
    return parsed?.sha256 === hash ? parsed : newErrand(hash);
  };
  return {
    read,
    change: (hash, change) =>
      queue(async () => {
        const changed = { ...(await read(hash)), ...change };
        await writeSealedJson(sealer, pathOf(hash), LABEL, changed);
        return changed;
      }),
  };
}

function newErrand(hash: string): ErrandRecord {
  return {
    format: FORMAT,
    sha256: hash,
    isToSend: false,
    isPaused: false,
    upload: null,
    sentBytes: 0,
    uploadedAt: null,
    exportedAt: null,
    fault: null,
  };
}
