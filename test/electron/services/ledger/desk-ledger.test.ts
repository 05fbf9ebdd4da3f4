import { mkdtempSync, renameSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import {
  decide,
  type GivenDecision,
  readStates,
} from "../../../../electron/services/ledger/desk-decisions.ts";
import { findSharedChecks } from "../../../../electron/services/ledger/find-desk-checks.ts";
import { draftAnswer } from "../../../../electron/services/ledger/issue-answers.ts";
import { listPackages, NO_CHECKS } from "../../../../electron/services/ledger/list-packages.ts";
import type { DeskLedger } from "../../../../electron/services/ledger/open-desk-ledger.ts";
import type { LedgerPlace } from "../../../../electron/services/ledger/open-ledger.ts";
import { sumYear } from "../../../../electron/services/ledger/sum-year.ts";
import { issueAnswer } from "../../../../electron/services/packages/answer-package.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { type County, makeCounty } from "../../../support/county.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { idNumberOf } from "../../../support/id-number.ts";
import { describeLedgers, openDeskAt } from "../../../support/ledgers.ts";
import { confirmedCandidates, orderWith } from "../../../support/offices.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../../support/unit-file.ts";

const FOLDER = temporaryFolder();
const ID_NUMBER = idNumberOf("1980-01-01", 2);
const NAME = "张示例独一";

const STAFF = unitFileWith(
  [
    personWith({
      id: "p-001",
      name: NAME,
      idNumber: ID_NUMBER,
      postings: [postingWith()],
      titles: [titleWith()],
    }),
  ],
  { posts: { junior: 9, intermediate: 8, associateSenior: 0, senior: null } },
);

const ACCEPTED: GivenDecision["decision"] = { kind: "accepted", reasons: [], note: null };
const BY = { by: "李受理", at: "2026-12-01T00:00:00Z" } as const;
const everything = z.record(z.string(), z.unknown());

describeLedgers("A bureau's ledger", ({ kind, makePlace }) => {
  let county: County;
  let place: LedgerPlace;
  let desk: DeskLedger;

  beforeAll(async () => {
    county = await makeCounty(mkdtempSync(join(FOLDER, "county-")));
    place = await makePlace(county.dataFolder);
    const pack = await county.enrol(STAFF);
    const order = orderWith({ candidates: confirmedCandidates(STAFF, ["p-001"]) }, STAFF);
    const received = await receivePackage(await pack(order), await county.openOffice());
    if (!received.ok) throw new Error(received.code);
    desk = await openDeskAt(place, county.keys);
    return async () => {
      await desk.close();
    };
  });

  const packages = () => listPackages(desk.context, 2026, NO_CHECKS);
  const keyOf = async (packageId: string) =>
    (await readStates(desk.context, packageId))[0]?.key ?? "";

  it("takes in what lies on the shelf, once", async () => {
    expect(await desk.sync.run()).toMatchObject({ read: 1, damaged: [] });
    expect(await desk.sync.run()).toMatchObject({ read: 0, removed: 0 });
    expect((await packages()).map(({ unitName }) => unitName)).toEqual([STAFF.unit.name]);
  });

  it("counts the posts of a package against its candidates", async () => {
    const checks = await findSharedChecks(desk.context, 2026);
    expect(checks.map(({ code }) => code)).toContain("quota-exceeded");
    const [one] = await packages();
    expect(await findSharedChecks(desk.context, 2026, one?.packageId)).toEqual(checks);
  });

  it("holds no name, no ID number and no id in clear", async () => {
    const tables = ["packages", "candidacies", "post_uses", "desk_decisions", "desk_results"];
    const texts: string[] = [];
    for (const table of tables) {
      const rows = await desk.context.ledger.query(`SELECT * FROM ${table}`, [], everything);
      for (const row of rows) {
        for (const value of Object.values(row)) {
          const isBytes = value instanceof Uint8Array;
          texts.push(isBytes ? Buffer.from(value).toString("utf8") : String(value));
        }
      }
    }
    const all = texts.join("\n");
    expect(all).toContain("2026");
    for (const secret of [NAME, ID_NUMBER, STAFF.unit.name, "p-001", "u-001"]) {
      expect(all).not.toContain(secret);
    }
  });

  it("learns from the shelf what another program answered", async () => {
    const [one] = await packages();
    const packageId = one?.packageId ?? "";
    const key = await keyOf(packageId);
    await decide(desk.context, packageId, [{ key, decision: ACCEPTED, before: null }], BY);
    expect((await packages())[0]).toMatchObject({ hasUntold: true, status: "received" });
    const drafted = await draftAnswer(desk.context, packageId, null);
    if (!drafted.ok) throw new Error(drafted.code);
    const office = await county.openOffice();
    const shelf = receivedShelf(county.dataFolder, county.keys.sealer);
    const listed = await listShelf(shelf);
    const [shelved] = listed.ok ? listed.entries : [];
    if (shelved === undefined) throw new Error("nothing on the shelf");
    await issueAnswer(office, shelved, drafted);
    expect(await desk.sync.run()).toMatchObject({ read: 1 });
    expect((await packages())[0]).toMatchObject({
      hasUntold: false,
      status: "accepted",
      decisions: { accepted: 1 },
    });
  });

  it("gets told decisions back from the receipts where the tables are empty", async () => {
    await desk.context.ledger.run("DELETE FROM desk_decisions");
    await desk.context.ledger.run("DELETE FROM packages");
    await desk.sync.run();
    expect((await packages())[0]).toMatchObject({
      status: "accepted",
      hasUntold: false,
      decisions: { accepted: 1 },
    });
  });

  it("sums nobody of a package that was taken from the shelf", async () => {
    await desk.sync.run();
    expect((await sumYear(desk.context, 2026)).total.candidacies).toBe(1);
    renameSync(join(county.dataFolder, "received"), join(county.dataFolder, "elsewhere"));
    await desk.sync.run();
    const { total } = await sumYear(desk.context, 2026);
    // On a server other desks have packages that this machine does not.
    expect(total.candidacies).toBe(kind === "pglite" ? 0 : 1);
  });
});
