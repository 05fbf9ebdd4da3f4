import { inOrder } from "../files/in-order.ts";
import { readThrough } from "../packages/copy-file.ts";
import { receivePackage } from "../packages/receive-package.ts";
import type { ReadUpload, ReceiverBase } from "./receiver-base.ts";
import type { ReceiverFault } from "./receiver-fault.ts";
import { isComplete, type StoredUpload } from "./upload-store.ts";

interface ReadingSetting {
  readonly base: ReceiverBase;
  readonly onRead: (read: ReadUpload) => Promise<void>;
  /** Told when nothing can be read for now, with what was thrown; null when it can again. */
  readonly onFault: (fault: ReceiverFault | null, error?: unknown) => void;
}

/** Reads complete uploads, one at a time and each by itself: a bad one holds up nobody (promise 12). */
export class UploadReader {
  readonly #setting: ReadingSetting;
  readonly #inTurn = inOrder();
  #isClosed = false;

  constructor(setting: ReadingSetting) {
    this.#setting = setting;
  }

  /** Reads everything that is complete: at the start, after each last byte, and now and then. */
  readAll(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        let fault: ReceiverFault | null = null;
        for (const upload of (await this.#setting.base.uploads.list()).filter(isComplete)) {
          if (this.#isClosed) return;
          fault = (await this.#readOne(upload)) ?? fault;
        }
        this.#setting.onFault(fault);
      } catch (error) {
        // The upload stays and is read again: nothing is lost, and the sender sees no receipt yet.
        this.#setting.onFault("store", error);
      }
    });
  }

  /** Takes no more, and waits for the one under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#inTurn(() => Promise.resolve());
  }

  async #readOne(upload: StoredUpload): Promise<ReceiverFault | null> {
    const { base, onRead } = this.#setting;
    const read = await base.uploads.withFile(upload.id, (path) =>
      base.exclusively(() => readFile(base, upload, path)),
    );
    if (read === null) return null;
    if ("fault" in read) return read.fault;
    if (read.done !== null) await onRead(read.done);
    // Last: killed before it, the upload is read once more and answered as the first time.
    await base.uploads.remove(upload.id);
    return null;
  }
}

type Read = { readonly done: ReadUpload | null } | { readonly fault: ReceiverFault };

async function readFile(base: ReceiverBase, upload: StoredUpload, path: string): Promise<Read> {
  if (!(await hasItsHash(path, upload))) return { done: null };
  const read = await base.office();
  if (!read.ok) return { fault: "office" };
  const { unitId, packageId } = upload;
  const received = await receivePackage(path, read.office, {
    packages: base.packages,
    fileName: `${packageId}.jcp`,
    unitId,
  });
  if (received.ok) {
    const { entry } = received;
    return { done: { kind: "received", isNew: received.code === "received", entry } };
  }
  const { code } = received;
  if (code === "records-damaged") return { fault: code };
  return { done: { kind: "refused", unitId, packageId, code } };
}

/** True where a file is what its upload said that it would be. */
export async function hasItsHash(path: string, { sha256 }: StoredUpload): Promise<boolean> {
  const { sha256: found } = await readThrough(path, () => Promise.resolve());
  return found === sha256;
}
