import { readFileSync } from "node:fs";
import { openFolderReceiver } from "../../electron/services/receiver/folder-receiver.ts";
import { openReceiver } from "../../electron/services/receiver/open-receiver.ts";
import type { BucketPlace } from "../../electron/services/receiver/shared/bucket.ts";
import { openSharedReceiver } from "../../electron/services/receiver/shared/shared-receiver.ts";
import { type KeyBundle, openKeyBundle } from "./key-bundle.ts";

/**
 * A receiver on a bureau's data folder, or one of several on a shared store where its ledger and bucket are
 * given, until somebody kills it. Says its address when it begins.
 */

const [keysPath = "", dataFolder = "", now = "", ledger, bucket = ""] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(keysPath, "utf8")) as { readonly bureau: KeyBundle };
const bureau = {
  dataFolder,
  keys: await openKeyBundle(bundles.bureau),
  now: () => Number(now),
};
const opened =
  ledger === undefined
    ? await openFolderReceiver(bureau)
    : await openSharedReceiver(bureau, { ledger, bucket: JSON.parse(bucket) as BucketPlace });
if (!opened.ok) throw new Error(opened.code);
const receiver = await openReceiver({
  base: opened.base,
  host: "127.0.0.1",
  port: 0,
  now: bureau.now,
  onFault: (fault, error) => {
    if (fault !== null) throw error instanceof Error ? error : new Error(fault);
  },
});
process.stdout.write(`${receiver.address}\n`);
