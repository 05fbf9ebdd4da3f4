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

  it("ends with the real package and its unit alone, and can begin again", async () => {
    expect((await callOk(desktop, "trial.end", {})).output).toEqual({ packages: 3 });
    expect((await inbox()).packages.map(({ unitId }) => unitId)).toEqual([STAFF.unit.id]);
    expect((await enrolled()).map(({ unit: { id } }) => id)).toEqual([STAFF.unit.id]);
    expect((await callOk(desktop, "trial.load", {})).output).toEqual({ packages: 3 });
    await callOk(desktop, "trial.end", {});
  });
});
