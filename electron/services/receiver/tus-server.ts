import { randomBytes } from "node:crypto";
import { ERRORS, Server, type ServerOptions } from "@tus/server";
import {
  CODE_HEADER,
  RECEIVER_REFUSALS,
  type ReceiverRefusal,
} from "../../../shared/submission/receiver-answer.ts";
import { hasItsHash } from "./reading.ts";
import { refusalBody } from "./refusal.ts";
import type { UploadStore } from "./upload-store.ts";

/** tus 1.0 by `@tus/server`. Who asks, and whether that may be asked, was settled before (`upload-rules.ts`). */

interface TusSetting {
  readonly uploads: UploadStore;
  readonly mostBytes: () => Promise<number>;
  readonly now: () => number;
  /** The last byte has come and the hash is right. */
  readonly onComplete: (id: string) => void;
  /** The store could not be read or written. */
  readonly onFault: (error: unknown) => void;
}

/** What the library makes an answer of. */
class TusRefusal extends Error {
  // The library's own name for it.
  readonly status_code: number;
  readonly body: string;

  constructor(code: ReceiverRefusal, now: number) {
    super(code);
    this.status_code = RECEIVER_REFUSALS[code].status;
    this.body = refusalBody(code, now);
  }
}

const SERVER_ERROR = 500;
const PATH = "/uploads";

/** Makes the tus server over a store. */
export function makeTusServer({
  uploads,
  mostBytes,
  now,
  onComplete,
  onFault,
}: TusSetting): Server {
  return new Server({
    path: PATH,
    datastore: uploads.tus,
    locker: uploads.locker,
    maxSize: mostBytes,
    namingFunction: () => randomBytes(16).toString("hex"),
    // From the address that was asked: right behind any proxy and below any path.
    generateUrl: (_request, { id }) => `uploads/${id}`,
    // No page of another site has any business here.
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    onUploadFinish: async (_request, { id }) => {
      if (!(await isSound(uploads, id))) {
        await uploads.remove(id);
        throw new TusRefusal("wrong-hash", now());
      }
      onComplete(id);
      return {};
    },
    onResponseError: async (request, error) => {
      const code = await orFull(uploads, codeOf(error));
      if (code === null) return undefined;
      // Waiting in vain for another request's lock says nothing of the store.
      if (code === "server-fault" && !isLockTimeout(error)) onFault(error);
      request.runtime?.node?.res?.setHeader(CODE_HEADER, code);
      return new TusRefusal(code, now());
    },
  } satisfies ServerOptions & { datastore: unknown });
}

/** Hashes what has come; null, where another receiver has read it by now, is sound. */
async function isSound(uploads: UploadStore, id: string): Promise<boolean> {
  const upload = await uploads.find(id);
  if (upload === null) return true;
  return (await uploads.withFile(id, (path) => hasItsHash(path, upload))) ?? true;
}

/** Less than this free, bytes: what could not be written found no room. */
const NO_ROOM_BYTES = 16 * 1_048_576;

/** The library says of a disk that filled up under an upload no more than that it could not write. */
async function orFull(
  uploads: UploadStore,
  code: ReceiverRefusal | null,
): Promise<ReceiverRefusal | null> {
  if (code !== "server-fault") return code;
  const free = await uploads.freeBytes();
  return free !== null && free < NO_ROOM_BYTES ? "server-full" : code;
}

/** What the library says, in our codes; null for what a tus client understands by its status alone. */
function codeOf(error: Error | { readonly status_code: number }): ReceiverRefusal | null {
  const status = "status_code" in error ? error.status_code : SERVER_ERROR;
  switch (status) {
    case 404:
    case 410:
      return "upload-gone";
    case 413:
      return "too-big";
    case 460:
      return "wrong-hash";
    case SERVER_ERROR:
      return "server-fault";
    default:
      return null;
  }
}

function isLockTimeout(error: Error | { readonly body: string }): boolean {
  return "body" in error && error.body === ERRORS.ERR_LOCK_TIMEOUT.body;
}
