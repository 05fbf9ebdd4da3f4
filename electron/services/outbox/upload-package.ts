import { open } from "node:fs/promises";
import type * as tusModule from "tus-js-client";
import type { HttpResponse, PreviousUpload, Upload, UrlStorage } from "tus-js-client";
import { CODE_HEADER, uploadsUrl } from "../../../shared/submission/receiver-answer.ts";
import { TIME_HEADER } from "../../../shared/submission/upload-token.ts";
import type { BegunUpload } from "./errand-files.ts";
import type { OutboxFault } from "./fault.ts";
import { faultOfAnswer, faultOfNetwork, readRetryAfter } from "./receiver-answers.ts";

/**
 * One try at uploading a package by tus 1.0, from where the last one stopped. Tries after it are the queue's
 * business: what went wrong must be seen, and a new try may take another address.
 */

/** One request's worth: a cut link loses no more than this, and proxies that buffer pass it. */
const CHUNK_BYTES = 8 * 1024 * 1024;

export interface UploadTask {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly packageId: string;
  readonly unitId: string;
  /** The receiver's, as the bureau's card has it. */
  readonly address: string;
  /** What an earlier try began; null where nothing did. */
  readonly begun: BegunUpload | null;
  /** Keeps what was begun, or that it is no more: called before any byte is sent. */
  readonly keep: (begun: BegunUpload | null) => Promise<void>;
  /** A new token, good for one request. */
  readonly makeToken: () => Promise<string>;
  readonly onProgress: (sent: number) => void;
  /** The bureau's time, as each answer's header says it. */
  readonly onTime: (header: string | undefined) => void;
  readonly signal: AbortSignal;
  readonly patience: UploadPatience;
}

/** Milliseconds to wait for a link on which nothing moves. */
export interface UploadPatience {
  readonly stalled: number;
  /** After the last byte: the receiver hashes and reads the whole package before it answers. */
  readonly answer: number;
}

export type UploadResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: OutboxFault | "stopped";
      /** Seconds that the receiver asks to wait; null where it says nothing. */
      readonly retryAfter: number | null;
    };

type Failure = Extract<UploadResult, { readonly ok: false }>;

/** An answer that is no success, on its way through tus-js-client, which else would begin anew after any of them. */
class RefusedError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Loaded when it is first needed: it listens to every signal of the process from then on. */
type Tus = typeof tusModule;

/** Uploads; what goes wrong on the way is an answer, what the disk says throws. */
export async function uploadPackage(task: UploadTask): Promise<UploadResult> {
  const tus: Tus = await import("tus-js-client");
  return new Promise((settle, fail) => {
    const run = new UploadRun(tus, task, settle, fail);
    run.start();
  });
}

class UploadRun {
  private readonly tus: Tus;
  private readonly task: UploadTask;
  private readonly settle: (result: UploadResult) => void;
  private readonly fail: (error: unknown) => void;
  private readonly upload: Upload;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    tus: Tus,
    task: UploadTask,
    settle: (result: UploadResult) => void,
    fail: (error: unknown) => void,
  ) {
    this.tus = tus;
    this.task = task;
    this.settle = settle;
    this.fail = fail;
    this.upload = this.makeUpload();
  }

  start(): void {
    const { signal, patience } = this.task;
    if (signal.aborted) return this.end(stopped());
    signal.addEventListener("abort", this.stop, { once: true });
    this.watch(patience.stalled);
    this.upload
      .findPreviousUploads()
      .then((previous) => this.startFrom(previous))
      .catch((error: unknown) => this.endBadly(error));
    return undefined;
  }

  private startFrom([previous]: readonly PreviousUpload[]): null {
    if (previous !== undefined) this.upload.resumeFromPreviousUpload(previous);
    if (!this.isOver) this.upload.start();
    return null;
  }

  private makeUpload(): Upload {
    const { path, size, sha256, packageId, unitId, address, patience } = this.task;
    // The reader below takes the place of the input.
    return new this.tus.Upload(Buffer.alloc(0), {
      endpoint: uploadsUrl(address),
      metadata: { packageId, unitId, sha256 },
      uploadSize: size,
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: true,
      removeFingerprintOnSuccess: false,
      fingerprint: () => Promise.resolve(sha256),
      fileReader: { openFile: () => Promise.resolve(sourceOf(path, size)) },
      urlStorage: this.makeStorage(),
      onBeforeRequest: async (request) => {
        request.setHeader("Authorization", `Bearer ${await this.task.makeToken()}`);
      },
      onAfterResponse: (request, response) => this.look(request.getMethod(), response),
      onUploadUrlAvailable: () => {
        this.upload.url = ownUrl(this.upload.url, address);
      },
      onProgress: (sent) => {
        this.task.onProgress(sent);
        this.watch(sent === size ? patience.answer : patience.stalled);
      },
      onSuccess: () => this.end({ ok: true }),
      onError: (error) => this.endBadly(error),
    });
  }

  /** Keeps the one upload in the errand. It must not throw: nothing in tus-js-client would catch that. */
  private makeStorage(): UrlStorage {
    const { begun, keep, sha256, address, size } = this.task;
    const previous = previousOf(begun, address, size);
    const list = () => Promise.resolve(previous === null ? [] : [previous]);
    const save = (kept: BegunUpload | null) =>
      keep(kept).catch((error: unknown) => this.endBadly(error));
    return {
      findAllUploads: list,
      findUploadsByFingerprint: list,
      removeUpload: () => save(null),
      addUpload: async (_fingerprint, { uploadUrl, metadata, creationTime }) => {
        await save({ address, url: uploadUrl ?? "", size, metadata, begunAt: creationTime });
        return sha256;
      },
    };
  }

  private look(method: string, response: HttpResponse): void {
    this.task.onTime(response.getHeader(TIME_HEADER));
    this.watch(this.task.patience.stalled);
    const status = response.getStatus();
    if (status >= 200 && status < 300) return;
    const said = response.getHeader(CODE_HEADER);
    const code = faultOfAnswer({ status, code: said, body: response.getBody() });
    // The receiver knows nothing of it any more: tus-js-client begins anew.
    if (method === "HEAD" && (status === 404 || status === 410 || code === "upload-gone")) return;
    throw new RefusedError({
      ok: false,
      code,
      retryAfter: readRetryAfter(response.getHeader("Retry-After")),
    });
  }

  private readonly stop = (): void => this.end(stopped());

  /** A link that was cut without a word never says so: nothing moving for so long is as good as cut. */
  private watch(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    this.timer = setTimeout(
      () => this.end({ ok: false, code: "link-cut", retryAfter: null }),
      milliseconds,
    );
  }

  private endBadly(error: unknown): void {
    const cause = this.causeOf(error);
    const failure = this.failureOf(cause);
    if (failure !== null) this.end(failure);
    else this.finish(() => this.fail(cause));
  }

  private failureOf(cause: unknown): Failure | null {
    if (cause instanceof RefusedError) return cause.failure;
    const code = faultOfNetwork(cause);
    if (code !== null) return { ok: false, code, retryAfter: null };
    // An answer of success that lacks what tus asks for: something else listens there.
    const isBare = cause instanceof this.tus.DetailedError;
    return isBare ? { ok: false, code: "not-a-receiver", retryAfter: null } : null;
  }

  private causeOf(error: unknown): unknown {
    const isWrapped = error instanceof this.tus.DetailedError && error.causingError !== null;
    return isWrapped ? error.causingError : error;
  }

  private end(result: UploadResult): void {
    this.finish(() => this.settle(result));
  }

  private finish(tell: () => void): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    this.task.signal.removeEventListener("abort", this.stop);
    void this.upload.abort();
    tell();
  }
}

function stopped(): Failure {
  return { ok: false, code: "stopped", retryAfter: null };
}

/** Reads the package piece by piece, each time from the file itself: nothing is held open while the link is slow. */
function sourceOf(path: string, size: number) {
  return {
    size,
    slice: async (start: number, end: number) => {
      const file = await open(path, "r");
      try {
        const length = Math.min(end, size) - start;
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await file.read(bytes, 0, length, start);
        const piece = bytes.subarray(0, bytesRead);
        // tus-js-client takes the length from a property that buffers do not have.
        return { value: Object.assign(piece, { size: bytesRead }), done: start + length >= size };
      } finally {
        await file.close();
      }
    },
    close: () => {},
  };
}

function previousOf(
  begun: BegunUpload | null,
  address: string,
  size: number,
): PreviousUpload | null {
  if (begun === null || begun.size !== size) return null;
  return {
    size,
    metadata: { ...begun.metadata },
    creationTime: begun.begunAt,
    urlStorageKey: begun.metadata["sha256"] ?? "",
    // The same receiver may stand behind several addresses; where it does not, it says 404 and we begin anew.
    uploadUrl: ownUrl(begun.url, address),
    parallelUploadUrls: null,
  };
}

/**
 * An upload below the address that we asked: of what the receiver says of itself only the upload's own name
 * counts, since a proxy in between changes host, scheme and path.
 */
function ownUrl(url: string | null, address: string): string | null {
  const name = url?.split("/").at(-1);
  return name === undefined || name === "" ? null : `${uploadsUrl(address)}/${name}`;
}
