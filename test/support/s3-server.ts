import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import type { BucketPlace } from "../../electron/services/receiver/shared/bucket.ts";

/**
 * An S3 store on loopback: s3rver, which neither lists nor gives up the parts of an upload (ListParts,
 * AbortMultipartUpload). These two calls are answered here from the folder in which it keeps them.
 */
export interface S3Server {
  readonly place: BucketPlace;
  /** False: uploads are not put together from their parts: the store answers 500. */
  isPuttingTogether: boolean;
  /** The keys of everything in the bucket. */
  readonly keys: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const BUCKET = "jiceng";
const UPLOADS = "._S3rver_uploads";
const OBJECT = "._S3rver_object";

/** The only secrets that s3rver knows; the SDK finds them where it looks for any. */
export const S3_SECRETS = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" };

export async function startS3(): Promise<S3Server> {
  Object.assign(process.env, S3_SECRETS);
  const directory = mkdtempSync(join(tmpdir(), "jiceng-s3-"));
  const s3 = new S3rver({
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET }],
  });
  await s3.configureBuckets();
  const answer = s3.callback();
  const bucket = join(directory, BUCKET);
  const server = createServer((request, response) => {
    const isCompletion = request.method === "POST" && request.url?.includes("uploadId=") === true;
    if (isCompletion && !store.isPuttingTogether) {
      send(response, 500, "<Error><Code>InternalError</Code></Error>");
    } else if (!answerPartCall(bucket, request, response)) answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const store: S3Server = {
    isPuttingTogether: true,
    place: { bucket: BUCKET, endpoint: `http://127.0.0.1:${port}`, region: "us-east-1" },
    keys: () => keysIn(bucket),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return store;
}

function keysIn(bucket: string): readonly string[] {
  return readdirSync(bucket, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(OBJECT))
    .map((name) => name.slice(0, -OBJECT.length));
}

/** True where the call was one of the two. */
function answerPartCall(
  bucket: string,
  { method, url }: IncomingMessage,
  response: ServerResponse,
): boolean {
  const query = new URL(url ?? "", "http://s3").searchParams;
  const uploadId = query.get("uploadId");
  if (uploadId === null || (method !== "GET" && method !== "DELETE")) return false;
  const folder = join(bucket, UPLOADS, uploadId);
  const names = namesIn(folder);
  if (names === null) {
    send(response, 404, "<Error><Code>NoSuchUpload</Code></Error>");
  } else if (method === "DELETE") {
    rmSync(folder, { recursive: true, force: true });
    response.writeHead(204).end();
  } else {
    send(response, 200, listParts(folder, names));
  }
  return true;
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** A part counts once its hash is beside it. */
function listParts(folder: string, names: readonly string[]): string {
  const parts = names
    .filter((name) => /^\d+$/.test(name) && names.includes(`${name}.md5`))
    .toSorted((a, b) => Number(a) - Number(b))
    .map((name) => {
      const etag = readFileSync(join(folder, `${name}.md5`), "utf8");
      const { size } = statSync(join(folder, name));
      return `<Part><PartNumber>${name}</PartNumber><ETag>"${etag}"</ETag><Size>${size}</Size></Part>`;
    });
  return `<ListPartsResult><IsTruncated>false</IsTruncated>${parts.join("")}</ListPartsResult>`;
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}
