import { afterAll, beforeAll, expect, it } from "vitest";
import { expectFilesKept, readFiles } from "../support/files-on-disk.ts";
import {
  build,
  decide,
  enrol,
  killWithin,
  orCut,
  renewCard,
  send,
  startTwoHosts,
  type TwoHosts,
  untilReceipts,
} from "./support/two-hosts.ts";

/** Promise 8: taking each other's keys anew deletes nothing on either side, wherever it is cut short. */

const ROUNDS = Number(process.env["ROUNDS"] ?? 2);
/** About what each step takes. */
const LONGEST = 60;
const UNIT_FOLDERS = ["attachments", "keys", "sent"];
const BUREAU_FOLDERS = ["keys", "received"];

let hosts: TwoHosts;
beforeAll(async () => {
  hosts = await startTwoHosts();
}, 120_000);
afterAll(() => hosts.remove());

/** What both sides know of packages, answers, and whose keys they take. */
async function readKnown({ unit, bureau }: TwoHosts) {
  const { items } = (await unit.ok("outbox.list", {})).output;
  const { packages, damaged } = (await bureau.ok("desk.inbox", { year: 2026 })).output;
  const { keys } = (await bureau.ok("registry.state", {})).output;
  return {
    items: items.map(({ packageId, step, receipts }) => ({ packageId, step, receipts })),
    packages,
    damaged,
    fingerprints: [...new Set(keys.map(({ fingerprint }) => fingerprint))],
    trusted: (await unit.ok("trust.state", {})).output.bureau?.fingerprint,
  };
}

it("keeps every package, answer, scan and key on both sides, where it is cut short too", async () => {
  const { unit, bureau } = hosts;
  const packageId = await build(unit, 100_000);
  await send(unit, packageId);
  await untilReceipts(unit, packageId, 1);
  await decide(bureau, packageId, "returned");
  await bureau.ok("desk.answer", { packageId, whole: null });
  await untilReceipts(unit, packageId, 2);

  const known = await readKnown(hosts);
  const ofUnit = readFiles(unit.dataFolder, UNIT_FOLDERS);
  const ofBureau = readFiles(bureau.dataFolder, BUREAU_FOLDERS);
  expect([...ofUnit.fixed.keys()].some((name) => name.startsWith("sent"))).toBe(true);
  expect([...ofBureau.fixed.keys()].some((name) => name.startsWith("received"))).toBe(true);
  const steps = [
    { work: () => enrol(unit, bureau), cut: bureau },
    { work: () => renewCard(hosts), cut: unit },
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { work, cut } of steps) {
      const working = orCut(work());
      await killWithin(LONGEST, cut);
      await working;
      await cut.start();
      expectFilesKept(unit.dataFolder, ofUnit, UNIT_FOLDERS);
      expectFilesKept(bureau.dataFolder, ofBureau, BUREAU_FOLDERS);
      expect(await readKnown(hosts)).toEqual(known);
      await work();
      expect(await readKnown(hosts)).toEqual(known);
    }
  }
  const next = await build(unit, 100_000);
  await send(unit, next);
  expect((await untilReceipts(unit, next, 1)).revision).toBe(2);
});
