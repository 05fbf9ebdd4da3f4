import { rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder, sweepUnfinished, unfinishedName } from "../../files/durable.ts";
import { takeTurn } from "../../files/turn.ts";
import type { Ledger, LedgerFaultCode } from "../../ledger/ledger.ts";
import { openLedger } from "../../ledger/open-ledger.ts";
import type { PackageStore } from "../../packages/package-store.ts";
import type { Bureau } from "../folder-receiver.ts";
import type { ReceiverBase } from "../receiver-base.ts";
import { type Bucket, type BucketPlace, openBucket } from "./bucket.ts";
import { openLocks, type PostgresLocks } from "./postgres-locks.ts";
import { sealedRows } from "./sealed-rows.ts";
import { readPublished, readPublishedStatements } from "./shared-office.ts";
import { sharedPackages } from "./shared-packages.ts";
import { openSharedUploads } from "./shared-uploads.ts";

/** Where several receivers meet. */
export interface SharedPlace {
  /** `postgres://…` */
  readonly ledger: string;
  readonly bucket: BucketPlace;
}

export type OpenedShared =
  | { readonly ok: true; readonly base: ReceiverBase }
  | {
      readonly ok: false;
      readonly code: "receiver-running" | "store-unreachable" | LedgerFaultCode;
    };

/**
 * What a receiver among several stands on: a bucket and a database. Its own data folder holds the bureau's
 * keys, and packages while they are read; nothing in it is missed when it is lost.
 */
export async function openSharedReceiver(
  bureau: Bureau,
  { ledger: address, bucket: bucketPlace }: SharedPlace,
): Promise<OpenedShared> {
  const folder = join(bureau.dataFolder, "incoming");
  const turn = await takeTurn(folder, { patience: 0 });
  if (!turn.ok) return { ok: false, code: "receiver-running" };
  const held = [turn.end];
  const close = async () => {
    for (const letGo of held.splice(0).toReversed()) await letGo();
  };
  let isOpen = false;
  try {
    await sweepUnfinished(folder);
    const opened = await openLedger({ dataFolder: bureau.dataFolder, address });
    if (!opened.ok) return opened;
    const { ledger } = opened;
    held.push(ledger.close);
    const bucket = await openBucket(bucketPlace);
    held.push(() => Promise.resolve(bucket.close()));
    if (!(await bucket.isThere())) return { ok: false, code: "store-unreachable" };
    const locks = await openLocks(address);
    held.push(locks.close);
    const workIn: PackageStore["workIn"] = (work) => workBelow(folder, work);
    const base = await makeBase(bureau, { ledger, bucket, locks, workIn }, close);
    isOpen = true;
    return { ok: true, base };
  } finally {
    if (!isOpen) await close();
  }
}

interface Opened {
  readonly ledger: Ledger;
  readonly bucket: Bucket;
  readonly locks: PostgresLocks;
  readonly workIn: PackageStore["workIn"];
}

async function makeBase(
  bureau: Bureau,
  opened: Opened,
  close: () => Promise<void>,
): Promise<ReceiverBase> {
  const rows = sealedRows(bureau.keys);
  const place = { ...opened, rows };
  return {
    office: () => readPublished(place, bureau),
    packages: sharedPackages(place, opened.workIn),
    uploads: await openSharedUploads(place),
    statements: () => readPublishedStatements(place),
    // The database keeps receivers apart.
    exclusively: (work) => work(),
    close,
  };
}

async function workBelow<Result>(
  folder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const unfinished = unfinishedName(join(folder, "package"));
  await makeFolder(unfinished);
  try {
    return await work(unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
