import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { createKeyStore } from "../../../../electron/services/keys/key-store.ts";
import { isTrialUnit } from "../../../../shared/demo/trial-county.ts";
import { type County, makeCounty } from "../../../support/county.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { NOW } from "../../../support/offices.ts";
import { STAFF } from "../../../support/package-documents.ts";
import { callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "example passphrase";

let county: County;
let desktop: DesktopServices;

const inbox = async () => (await callOk(desktop, "desk.inbox", { year: null })).output;
const enrolled = async () => (await callOk(desktop, "registry.state", {})).output.keys;

beforeAll(async () => {
  const created = await createKeyStore(join(FOLDER, "bureau"), {
    role: "bureau",
    passphrase: PASSPHRASE,
    now: NOW,
  });
  if (!created.ok) throw new Error(created.code);
  county = await makeCounty(FOLDER, created.keys);
  const pack = await county.enrol(STAFF);
  desktop = await openTestDesktop(county.dataFolder, { now: () => NOW + 60_000 });
  await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
  const bytes = readFileSync(await pack());
  await callOk(desktop, "desk.receive", { id: "j", fileName: "real.jcp", handle: null }, bytes);
});
afterAll(async () => desktop.close());

/** A sample of one person, whom chance takes from the trial. */
async function drawOneOfTrial(packages: Awaited<ReturnType<typeof inbox>>["packages"]) {
  const invented = packages.filter(({ unitId }) => isTrialUnit(unitId));
  const isInvented = (id: string) => invented.some(({ packageId }) => packageId === id);
  for (let seed = 0; ; seed += 1) {
    const wish = { year: 2026, scope: "all" as const, size: 1, seed, by: "李受理" };
    const { sample } = (await callOk(desktop, "desk.sample", wish)).output;
    if (sample.members.every(({ packageId }) => isInvented(packageId))) return sample;
  }
}

describe("a trial at the desk", () => {
  it("takes three fictitious packages in beside real ones, with what there is to find in them", async () => {
    expect((await callOk(desktop, "trial.load", {})).output).toEqual({ packages: 3 });
    const { packages } = await inbox();
    const invented = packages.filter(({ unitId }) => isTrialUnit(unitId));
    expect(invented.map(({ candidacies }) => candidacies > 0)).toEqual([true, true, true]);
    expect(packages.length).toBe(4);
    const { checks } = (await callOk(desktop, "desk.checks", { year: 2026 })).output;
    const codes = new Set(checks.map(({ code }) => code));
    expect(codes).toContain("person-in-two-units");
    expect(codes).toContain("quota-exceeded");
  });

  it("is not begun twice", async () => {
    expect(await codeOf(desktop, "trial.load", {})).toBe("trial-running");
  });

  it("leaves nothing of the units' own folders", () => {
    expect(readdirSync(join(county.dataFolder, "spool"))).toEqual([]);
  });

  it("takes what was noted on its packages along, and nothing of the real one's", async () => {
    const { packages } = await inbox();
    for (const { packageId } of packages) {
      const { candidates } = (await callOk(desktop, "desk.package", { packageId })).output.package;
      const decision = { kind: "accepted" as const, reasons: [], note: null };
      const decisions = candidates.map(({ key }) => ({ key, decision, before: null }));
      await callOk(desktop, "desk.decide", { packageId, by: "李受理", decisions });
    }
    const wish = { year: 2026, scope: "all" as const, seed: 7, by: "李受理" };
    const whole = (await callOk(desktop, "desk.sample", { ...wish, size: 10_000 })).output.sample;
    const drawn = whole.members.filter(({ packageId }) =>
      packages.some((one) => one.packageId === packageId && isTrialUnit(one.unitId)),
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(whole.members.length);
    const ofTrial = await drawOneOfTrial(packages);
    const decided = (await inbox()).packages.find(({ unitId }) => !isTrialUnit(unitId))?.decisions;
    await callOk(desktop, "trial.end", {});
    expect((await inbox()).packages.map(({ decisions }) => decisions)).toEqual([decided]);
    expect(ofTrial.members).toHaveLength(1);
    // A sample that names real people too stays as it was drawn.
    expect((await callOk(desktop, "desk.samples", {})).output.samples).toEqual([whole]);
    await callOk(desktop, "trial.load", {});
    const invented = (await inbox()).packages.filter(({ unitId }) => isTrialUnit(unitId));
    expect(invented.map(({ decisions }) => decisions.accepted)).toEqual([0, 0, 0]);
  });

  it("ends with the real package and its unit alone, and can begin again", async () => {
    expect((await callOk(desktop, "trial.end", {})).output).toEqual({ packages: 3 });
    expect((await inbox()).packages.map(({ unitId }) => unitId)).toEqual([STAFF.unit.id]);
    expect((await enrolled()).map(({ unit: { id } }) => id)).toEqual([STAFF.unit.id]);
    expect((await callOk(desktop, "trial.load", {})).output).toEqual({ packages: 3 });
    await callOk(desktop, "trial.end", {});
  });
});
