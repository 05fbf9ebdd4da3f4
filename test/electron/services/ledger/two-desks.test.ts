import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decide, readStates } from "../../../../electron/services/ledger/desk-decisions.ts";
import { putPlan, readPlan } from "../../../../electron/services/ledger/keep-plan.ts";
import {
  drawSample,
  listSamples,
  putChecklist,
} from "../../../../electron/services/ledger/keep-samples.ts";
import { listPackages, NO_CHECKS } from "../../../../electron/services/ledger/list-packages.ts";
import type { DeskLedger } from "../../../../electron/services/ledger/open-desk-ledger.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { makeCounty } from "../../../support/county.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { openDeskAt, planOf } from "../../../support/ledgers.ts";
import { confirmedCandidates, orderWith } from "../../../support/offices.ts";
import { startPostgres } from "../../../support/postgres.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../../support/unit-file.ts";

/** Two desks on one PostgreSQL server: neither writes over what the other did and it has not seen. */

const FOLDER = temporaryFolder();
const BY = { by: "李受理", at: "2026-12-01T00:00:00Z" } as const;
const OTHER = { by: "王受理", at: "2026-12-01T00:00:01Z" } as const;
const ROUNDS = 20;

const PEOPLE = ["p-001", "p-002"].map((id) =>
  personWith({ id, name: `示例${id}`, postings: [postingWith()], titles: [titleWith()] }),
);
const STAFF = unitFileWith(PEOPLE, {
  posts: { junior: 9, intermediate: 8, associateSenior: 0, senior: null },
});

let one: DeskLedger;
let other: DeskLedger;
let packageId: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startPostgres();
  const county = await makeCounty(mkdtempSync(join(FOLDER, "county-")));
  const pack = await county.enrol(STAFF);
  const order = orderWith({ candidates: confirmedCandidates(STAFF, ["p-001", "p-002"]) }, STAFF);
  const received = await receivePackage(await pack(order), await county.openOffice());
  if (!received.ok) throw new Error(received.code);
  const place = { dataFolder: county.dataFolder, address: await server.createDatabase() };
  one = await openDeskAt(place, county.keys);
  other = await openDeskAt(place, county.keys);
  await one.sync.run();
  await other.sync.run();
  packageId = (await listPackages(one.context, 2026, NO_CHECKS))[0]?.packageId ?? "";
  stop = async () => {
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  };
}, 120_000);
afterAll(() => stop());

const ACCEPTED = { kind: "accepted", reasons: [], note: null } as const;
const REJECTED = { kind: "rejected", reasons: [], note: "材料不实" } as const;

it("decide on one candidate at the same moment: one is noted, the other is told", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [state] = await readStates(one.context, packageId);
    if (state === undefined) throw new Error("nobody in it");
    const { key, desk: before } = state;
    // Saying once more what is on file, word for word, would change nothing that anybody could see.
    const at = `2026-12-01T00:00:${String(round).padStart(2, "0")}Z`;
    const accepting = { key, decision: { ...ACCEPTED, reasons: [] }, before };
    const rejecting = { key, decision: { ...REJECTED, reasons: [] }, before };
    const results = await Promise.all([
      decide(one.context, packageId, [accepting], { ...BY, at }),
      decide(other.context, packageId, [rejecting], { ...OTHER, at }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, code: "decision-changed" });
    const [after] = await readStates(other.context, packageId);
    expect(after?.desk?.by).toBe(results[0].ok ? BY.by : OTHER.by);
  }
});

it("save the plan at the same moment: one is kept, the other is told", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { plan: before } = await readPlan(one.context);
    const results = await Promise.all([
      putPlan(one.context, planOf(2 * round), before),
      putPlan(other.context, planOf(2 * round + 1), before),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, code: "plan-changed" });
    const { plan } = await readPlan(other.context);
    expect(plan).toEqual(planOf(results[0].ok ? 2 * round : 2 * round + 1));
  }
});

it("fill in two checklists of one sample at the same moment: both are kept", async () => {
  const wish = { id: "s-1", year: 2026, scope: "all", size: 2, seed: 7, ...BY } as const;
  const drawn = await drawSample(one.context, wish);
  if (!drawn.ok) throw new Error(drawn.code);
  const [first, second] = drawn.sample.members;
  if (first === undefined || second === undefined) throw new Error("two were not drawn");
  const filled = { sampleId: "s-1", before: first, items: first.items, ...BY };
  const results = await Promise.all([
    putChecklist(one.context, filled),
    putChecklist(other.context, { ...filled, before: second, items: second.items, ...OTHER }),
  ]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  const [kept] = await listSamples(other.context);
  expect(kept?.members.map(({ checkedBy }) => checkedBy)).toEqual([BY.by, OTHER.by]);
  expect(await putChecklist(other.context, filled)).toEqual({
    ok: false,
    code: "checklist-changed",
  });
});
