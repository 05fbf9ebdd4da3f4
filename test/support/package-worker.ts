import { readFileSync } from "node:fs";
import { join } from "node:path";
import { receivePackage } from "../../electron/services/packages/receive-package.ts";
import { type KeyBundle, openKeyBundle } from "./key-bundle.ts";
import { orderWith, packFor, pairOf, scanOf } from "./offices.ts";

/**
 * A process that packs without end, or receives what lies on the stick over and over, until somebody kills
 * it. Says "ready" when it begins and "done" after each.
 */

const [task = "", folder = ""] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")) as {
  readonly unit: KeyBundle;
  readonly bureau: KeyBundle;
};
const pair = pairOf(folder, await openKeyBundle(bundles.unit), await openKeyBundle(bundles.bureau));
const SCAN_BYTES = 1_500_000;

async function packOn(): Promise<never> {
  const attachments = [await scanOf(folder, "scan.jpg", Buffer.alloc(SCAN_BYTES, process.pid))];
  process.stdout.write("ready\n");
  for (;;) {
    await packFor(pair, orderWith({ attachments }), { onRehearsal: () => {} });
    process.stdout.write("done\n");
  }
}

async function receiveOn(): Promise<never> {
  process.stdout.write("ready\n");
  for (let revision = 1; ; revision += 1) {
    const path = join(pair.stick, `u-001-2026-r${revision}.jcp`);
    const received = await receivePackage(path, pair.office);
    if (!received.ok) throw new Error(`${path}: ${received.code}`);
    process.stdout.write("done\n");
  }
}

await (task === "pack" ? packOn() : receiveOn());
