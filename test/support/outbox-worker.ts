import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type KeyBundle, openKeyBundle } from "./key-bundle.ts";
import { pairOf } from "./offices.ts";
import { OutboxUnit } from "./outbox-unit.ts";

/**
 * A unit's outbox at work until somebody kills it. Begins to send the packages that are named; those that were
 * begun before go on by themselves.
 */

const [folder = "", keysPath = "", ...packageIds] = process.argv.slice(2);
const bundles = JSON.parse(readFileSync(join(keysPath), "utf8")) as {
  readonly unit: KeyBundle;
  readonly bureau: KeyBundle;
};
const pair = pairOf(folder, await openKeyBundle(bundles.unit), await openKeyBundle(bundles.bureau));
const unit = new OutboxUnit(pair).open();
for (const packageId of packageIds) {
  const sent = await unit.outbox.send(packageId);
  if (!sent.ok) throw new Error(sent.code);
}
