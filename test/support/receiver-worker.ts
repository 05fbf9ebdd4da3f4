import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openFolderReceiver } from "../../electron/services/receiver/folder-receiver.ts";
import { openReceiver } from "../../electron/services/receiver/open-receiver.ts";
import { type KeyBundle, openKeyBundle } from "./key-bundle.ts";

/** A receiver on a bureau's data folder, until somebody kills it. Says its address when it begins. */

const [keysPath = "", dataFolder = "", now = ""] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(join(keysPath), "utf8")) as { readonly bureau: KeyBundle };
const keys = await openKeyBundle(bundles.bureau);
const opened = await openFolderReceiver({ dataFolder, keys, now: () => Number(now) });
if (!opened.ok) throw new Error(opened.code);
const receiver = await openReceiver({
  base: opened.base,
  host: "127.0.0.1",
  port: 0,
  now: () => Number(now),
  onFault: (fault, error) => {
    if (fault !== null) throw error instanceof Error ? error : new Error(fault);
  },
});
process.stdout.write(`${receiver.address}\n`);
