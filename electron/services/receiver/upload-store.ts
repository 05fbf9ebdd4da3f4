import type { DataStore, Locker } from "@tus/server";

/** Where uploads lie until they are read: a folder, or a bucket that several receivers share. */
export interface UploadStore {
  /** What the tus server writes to. */
  readonly tus: DataStore;
  readonly locker: Locker;
  /** Every upload, begun or complete. */
  readonly list: () => Promise<readonly StoredUpload[]>;
  /** An upload by its id; null where there is none. */
  readonly find: (id: string) => Promise<StoredUpload | null>;
  /**
   * Hands a complete upload to the work as a file of this machine. Null where another receiver is at it, or
   * was faster.
   */
  readonly withFile: <Result>(
    id: string,
    work: (path: string) => Promise<Result>,
  ) => Promise<Result | null>;
  /** Removes an upload, begun or complete; one that is gone already is no fault. */
  readonly remove: (id: string) => Promise<void>;
  /** Bytes that are free for uploads; null where nobody can tell. */
  readonly freeBytes: () => Promise<number | null>;
}

/** An upload as far as it has come. */
export interface StoredUpload extends UploadClaim {
  readonly id: string;
  readonly offset: number;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

/** What an upload says that it is; its token said the same. */
export interface UploadClaim {
  readonly unitId: string;
  readonly packageId: string;
  readonly sha256: string;
  readonly size: number;
}

/** True where the last byte has come. */
export function isComplete({ offset, size }: Pick<StoredUpload, "offset" | "size">): boolean {
  return offset === size;
}
