import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { S3, S3ClientConfig } from "@aws-sdk/client-s3";

/** A bucket of an S3 store, and how it is reached. Secrets come from the environment (`AWS_…`) alone. */
export interface BucketPlace {
  readonly bucket: string;
  /** `http://127.0.0.1:9000`; null for Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** Objects of the bucket, whole files each. */
export interface Bucket {
  readonly place: BucketPlace;
  /** Puts a file there; what returned is stored. S3 takes 5 GiB in one piece. */
  readonly put: (key: string, path: string) => Promise<void>;
  /** Fetches an object into a file; false where there is none. */
  readonly fetch: (key: string, path: string) => Promise<boolean>;
  readonly remove: (key: string) => Promise<void>;
  /** False where the store cannot be reached, or knows no such bucket or no such secrets. */
  readonly isThere: () => Promise<boolean>;
  readonly close: () => void;
}

/** How the SDK is set up, for the tus store as well. Other makers' servers know neither host names for buckets nor the SDK's newer checksums. */
export function clientConfig({ endpoint, region }: BucketPlace): S3ClientConfig {
  return {
    region,
    ...(endpoint !== null && { endpoint }),
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
}

/** Opens a bucket. The SDK is large and loaded only here. */
export async function openBucket(place: BucketPlace): Promise<Bucket> {
  const { S3: Client } = await import("@aws-sdk/client-s3");
  const client = new Client(clientConfig(place));
  const { bucket: Bucket } = place;
  return {
    place,
    put: async (Key, path) => {
      const { size } = await stat(path);
      await client.putObject({ Bucket, Key, Body: createReadStream(path), ContentLength: size });
    },
    fetch: (key, path) => fetchObject(client, Bucket, key, path),
    remove: async (Key) => {
      await client.deleteObject({ Bucket, Key });
    },
    isThere: async () => {
      try {
        await client.headBucket({ Bucket });
        return true;
      } catch {
        // Whatever the reason, the clerk checks the same things.
        return false;
      }
    },
    close: () => {
      client.destroy();
    },
  };
}

async function fetchObject(
  client: S3,
  bucket: string,
  key: string,
  path: string,
): Promise<boolean> {
  try {
    const { Body } = await client.getObject({ Bucket: bucket, Key: key });
    if (!(Body instanceof Readable)) throw new Error("an object without a body");
    await pipeline(Body, createWriteStream(path, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (isNoObject(error)) return false;
    throw error;
  }
}

/** True where S3 says that there is no such object. */
function isNoObject(error: unknown): boolean {
  return error instanceof Error && ["NoSuchKey", "NotFound"].includes(error.name);
}
