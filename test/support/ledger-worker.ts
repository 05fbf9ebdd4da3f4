import { readFileSync } from "node:fs";
import { putPlan, readPlan } from "../../electron/services/ledger/keep-plan.ts";
import { openDeskLedger } from "../../electron/services/ledger/open-desk-ledger.ts";
import { type KeyBundle, openKeyBundle } from "./key-bundle.ts";
import { planOf } from "./ledgers.ts";

/** A process that keeps plan after plan until somebody kills it. Says "kept <number>" after each. */

const [dataFolder = "", keysFile = "", first = "1"] = process.argv.slice(2);
const bundle = JSON.parse(readFileSync(keysFile, "utf8")) as KeyBundle;
const opened = await openDeskLedger({
  dataFolder,
  keys: await openKeyBundle(bundle),
  address: null,
  packs: () => Promise.resolve([]),
  catalogueOf: () => Promise.resolve(null),
  now: () => 0,
  floorBytes: 0,
});
if (!opened.ok) throw new Error(opened.code);
let { plan: before } = await readPlan(opened.context);
for (let number = Number(first); ; number += 1) {
  const plan = planOf(number);
  const put = await putPlan(opened.context, plan, before);
  if (!put.ok) throw new Error(put.code);
  before = plan;
  process.stdout.write(`kept ${number}\n`);
}
