import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { createKeyStore } from "../../../../electron/services/keys/key-store.ts";
import type { InboxPackage } from "../../../../shared/bridge/desk-schemas.ts";
import { idNumberOf } from "../../../support/id-number.ts";
import { titleWith, personWith, postingWith, unitFileWith } from "../../../support/unit-file.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { BUREAU, type County, makeCounty } from "../../../support/county.ts";
import { confirmedCandidates, NOW, orderWith } from "../../../support/offices.ts";
import { call, callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "example passphrase";
/** The same woman works at both places, as the ID number says. */
const ID_NUMBER = idNumberOf("1980-01-01", 2);

function unitOf(id: string, name: string, people: readonly (readonly [string, string | null])[]) {
  return unitFileWith(
    people.map(([personId, idNumber]) =>
      personWith({
        id: personId,
        name: `张示例${personId}`,
        idNumber,
        birthDate: "1980-01-01",
        postings: [postingWith()],
        titles: [titleWith()],
        appointments: [{ titleId: "t1", from: "2013-01", to: null, post: "regular" }],
      }),
    ),
    { id, name, posts: { junior: 9, intermediate: 8, associateSenior: 3, senior: null } },
  );
}

const CLINIC = unitOf("u-001", "示例镇卫生院", [
  ["p-001", ID_NUMBER],
  ["p-002", null],
]);
const OTHER = unitOf("u-002", "邻镇卫生院", [["p-009", ID_NUMBER]]);

let county: County;
let desktop: DesktopServices;
let pack: (order?: ReturnType<typeof orderWith>) => Promise<string>;

function order(unitFile: typeof CLINIC, ids: readonly string[]) {
  return orderWith({ candidates: confirmedCandidates(unitFile, ids) }, unitFile);
}

async function receive(path: string) {
  const bytes = readFileSync(path);
  const input = { id: "job-1", fileName: path, handle: null };
  return (await callOk(desktop, "desk.receive", input, bytes)).output;
}

async function inbox(): Promise<readonly InboxPackage[]> {
  return (await callOk(desktop, "desk.inbox", { year: null })).output.packages;
}

beforeAll(async () => {
  const folder = join(FOLDER, "county");
  const created = await createKeyStore(join(folder, "bureau"), {
    role: "bureau",
    passphrase: PASSPHRASE,
    now: NOW,
  });
  if (!created.ok) throw new Error(created.code);
  county = await makeCounty(folder, created.keys);
  pack = await county.enrol(CLINIC);
  const packOther = await county.enrol(OTHER);
  desktop = await openTestDesktop(county.dataFolder, { now: () => NOW + 60_000 });
  await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
  await receive(await pack(order(CLINIC, ["p-001", "p-002"])));
  await receive(await packOther(order(OTHER, ["p-009"])));
});

afterAll(async () => {
  await desktop.close();
});

describe("the desk of a bureau", () => {
  it("lists what came, with the figures of each package", async () => {
    expect(
      (await inbox()).map(({ unitName, candidacies, status, decisions }) => ({
        unitName,
        candidacies,
        status,
        undecided: decisions.undecided,
      })),
    ).toEqual([
      { unitName: "示例镇卫生院", candidacies: 2, status: "received", undecided: 2 },
      { unitName: "邻镇卫生院", candidacies: 1, status: "received", undecided: 1 },
    ]);
  });

  it("takes the same package twice as one", async () => {
    const again = await receive(join(FOLDER, "county", "stick", "u-002-2026-r1.jcp"));
    expect(again.code).toBe("already-received");
    expect((await inbox()).length).toBe(2);
  });

  it("says that one ID number stands in two units", async () => {
    const { checks } = (await callOk(desktop, "desk.checks", { year: 2026 })).output;
    const found = checks.find(({ code }) => code === "person-in-two-units");
    expect(found?.places.map(({ unitName }) => unitName).toSorted()).toEqual([
      "示例镇卫生院",
      "邻镇卫生院",
    ]);
    expect((await inbox()).map(({ checks: { conflict } }) => conflict > 0)).toEqual([true, true]);
  });

  it("shows a package with people, both assessments and files, and opens its forms", async () => {
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const { package: shown } = (await callOk(desktop, "desk.package", { packageId })).output;
    expect(shown.people.map(({ id }) => id)).toEqual(["p-001", "p-002"]);
    expect(shown.candidates.map(({ decision, ownDecision }) => decision === ownDecision)).toEqual([
      true,
      true,
    ]);
    const form = shown.files.find(({ kind }) => kind === "form");
    const file = await callOk(desktop, "desk.file", { packageId, path: form?.path ?? "" });
    expect(file.bytes?.length).toBe(form?.size);
    expect(await codeOf(desktop, "desk.file", { packageId, path: "unit.json" })).toBe(
      "file-unknown",
    );
  });

  it("does not answer before everybody is decided on", async () => {
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const input = { packageId, whole: null };
    expect(await codeOf(desktop, "desk.answer", input)).toBe("undecided");
  });

  it("asks for reasons and refuses candidacies that are not there", async () => {
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const returned = { kind: "returned" as const, reasons: [], note: null };
    const decide = (key: string) =>
      codeOf(desktop, "desk.decide", {
        packageId,
        by: "李受理",
        decisions: [{ key, decision: returned, before: null }],
      });
    const { package: shown } = (await callOk(desktop, "desk.package", { packageId })).output;
    expect(await decide("nobody")).toBe("candidacy-unknown");
    expect(await decide(shown.candidates[0]?.key ?? "")).toBe("reason-needed");
  });

  it("keeps decisions over a restart, tells them by a receipt, and gives the same receipt again", async () => {
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const { package: shown } = (await callOk(desktop, "desk.package", { packageId })).output;
    const decision = { kind: "accepted" as const, reasons: [], note: null };
    const decisions = shown.candidates.map(({ key }) => ({ key, decision, before: null }));
    await callOk(desktop, "desk.decide", { packageId, by: "李受理", decisions });
    // Once more over what another window has not seen.
    expect(await codeOf(desktop, "desk.decide", { packageId, by: "王受理", decisions })).toBe(
      "decision-changed",
    );
    await desktop.close();
    desktop = await openTestDesktop(county.dataFolder, { now: () => NOW + 120_000 });
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect((await inbox())[0]).toMatchObject({ decisions: { accepted: 2 }, hasUntold: true });
    const issued = await callOk(desktop, "desk.answer", { packageId, whole: null });
    expect(issued.output).toMatchObject({ serial: 2, status: "accepted", isNew: true });
    expect((await inbox())[0]).toMatchObject({ status: "accepted", hasUntold: false });
    const again = await callOk(desktop, "desk.answer", { packageId, whole: null });
    expect(again.output).toMatchObject({ serial: 2, isNew: false });
    expect(again.bytes).toEqual(issued.bytes);
    const kept = await callOk(desktop, "desk.receipt", { packageId, serial: 2 });
    expect(kept.bytes).toEqual(issued.bytes);
  });

  it("tells results by a further receipt and counts them", async () => {
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const { package: shown } = (await callOk(desktop, "desk.package", { packageId })).output;
    const key = shown.candidates[0]?.key ?? "";
    const result = { outcome: "passed" as const, on: "2026-12-20", certificate: "鲁基2026-001" };
    const issued = await callOk(desktop, "desk.results", { packageId, results: [{ key, result }] });
    expect(issued.output).toMatchObject({ serial: 3, status: "accepted" });
    const { output } = await callOk(desktop, "desk.summary", { year: 2026 });
    expect(output.total).toMatchObject({
      units: 2,
      people: 2,
      candidacies: 3,
      accepted: 2,
      passed: 1,
    });
    const after = (await callOk(desktop, "desk.package", { packageId })).output.package;
    expect(after.candidates[0]?.result).toEqual(result);
  });

  it("refuses to decide on a revision that another one has followed", async () => {
    const old = (await inbox()).find(({ unitId }) => unitId === "u-001")?.packageId ?? "";
    await receive(await pack(order(CLINIC, ["p-001"])));
    expect(await codeOf(desktop, "desk.answer", { packageId: old, whole: null })).toBe(
      "superseded",
    );
    const rows = (await inbox()).filter(({ unitId }) => unitId === "u-001");
    expect(rows.map(({ revision, isNewest }) => [revision, isNewest])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it("sends a package back as a whole with the reasons", async () => {
    const packageId = (await inbox()).find(
      ({ isNewest, unitId }) => isNewest && unitId === "u-001",
    )?.packageId;
    const whole = { status: "returned" as const, reasons: ["return.publicity"], note: "第3天撤下" };
    const issued = await callOk(desktop, "desk.answer", { packageId: packageId ?? "", whole });
    expect(issued.output.status).toBe("returned");
    const shown = await callOk(desktop, "desk.package", { packageId: packageId ?? "" });
    expect(shown.output.package.receipts.at(-1)?.remarks).toEqual([
      {
        personId: null,
        code: "return.publicity",
        text: "公示时间不足，或异议没有处理完；请重新公示或补充处理情况（第3天撤下）",
      },
    ]);
  });

  it("keeps what is no package out of the inbox and writes nothing of it in clear", async () => {
    const input = { id: "job-2", fileName: "名单.xlsx", handle: null };
    const answer = await call(desktop, "desk.receive", input, Buffer.from("张示例 名单"));
    expect(answer).toMatchObject({ ok: false, error: { code: "not-age" } });
    expect((await callOk(desktop, "desk.quarantine", {})).output.files).toEqual([]);
  });

  it("quarantines a package that was changed and lets it be discarded", async () => {
    const bytes = readFileSync(join(FOLDER, "county", "stick", "u-001-2026-r2.jcp"));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const input = { id: "job-3", fileName: "u-001-2026-r2.jcp", handle: null };
    const { output } = await callOk(desktop, "desk.receive", input, bytes);
    expect(output).toMatchObject({ code: "quarantined", quarantined: { code: "corrupt" } });
    const [file] = (await callOk(desktop, "desk.quarantine", {})).output.files;
    await callOk(desktop, "desk.discard", { name: file?.name ?? "" });
    expect((await callOk(desktop, "desk.quarantine", {})).output.files).toEqual([]);
  });

  it("writes the list for the city and the sums as one workbook", async () => {
    const written = await callOk(desktop, "desk.summaryWorkbook", { year: 2026, scope: "all" });
    expect(written.output.candidacies).toBe(2);
    const read = await callOk(desktop, "workbooks.read", {}, written.bytes);
    expect(read.output.sheets.map(({ name }) => name)).toEqual([
      "推荐人选情况一览表",
      "按单位汇总",
      "按系列汇总",
      "按级别汇总",
      "按类别汇总",
      "按通道汇总",
    ]);
    expect(JSON.stringify(read.output.sheets)).toContain(BUREAU.name);
    expect(JSON.stringify(read.output.sheets)).not.toContain(ID_NUMBER);
  });

  it("gives the same lists to look at, whole over the bridge", async () => {
    const asked = { year: 2026, scope: "all" } as const;
    const { lists } = (await callOk(desktop, "desk.summaryLists", asked)).output;
    expect(lists.map(({ name }) => name)[0]).toBe("推荐人选情况一览表");
    expect(lists.map(({ rows }) => rows.length).slice(0, 2)).toEqual([2, 2]);
    expect(JSON.parse(JSON.stringify(lists))).toEqual(lists);
  });

  it("counts the people of two units once", async () => {
    const { output } = await callOk(desktop, "desk.statistics", { year: 2026, scope: "all" });
    expect(output.people).toBe(1);
    expect(output.age.find(({ people }) => people > 0)).toMatchObject({ key: "46-50", women: 1 });
    expect(output.posts.find(({ group }) => group === "intermediate")).toMatchObject({
      approved: 16,
      filled: 3,
    });
  });

  it("draws the same people from the same seed, and keeps one checklist without touching another", async () => {
    const wish = { year: 2026, scope: "all" as const, size: 1, seed: 7, by: "李受理" };
    const one = (await callOk(desktop, "desk.sample", wish)).output.sample;
    const two = (await callOk(desktop, "desk.sample", wish)).output.sample;
    expect(two.members).toEqual(one.members);
    const [before] = one.members;
    if (before === undefined) throw new Error("nobody drawn");
    const items = before.items.map((item) => ({ ...item, isMet: true }));
    const filled = { sampleId: one.id, before, items, by: "李受理" };
    const put = (await callOk(desktop, "desk.putChecklist", filled)).output.sample;
    const kept = (await callOk(desktop, "desk.samples", {})).output.samples;
    expect(kept.find(({ id }) => id === one.id)).toEqual(put);
    expect(kept.map(({ members }) => members[0]?.checkedBy)).toEqual([null, "李受理"]);
    // What was filled in meanwhile, another's items, and somebody who was not drawn.
    expect(await codeOf(desktop, "desk.putChecklist", filled)).toBe("checklist-changed");
    const again = { ...filled, before: put.members[0] ?? before };
    const other = { ...again, items: items.map((item) => ({ ...item, text: "另一项" })) };
    expect(await codeOf(desktop, "desk.putChecklist", other)).toBe("items-changed");
    const stranger = { ...again, before: { ...before, key: "nobody" } };
    expect(await codeOf(desktop, "desk.putChecklist", stranger)).toBe("checklist-unknown");
    expect((await callOk(desktop, "desk.samples", {})).output.samples).toEqual(kept);
  });

  it("sets what came of the plan beside it", async () => {
    const plan = {
      id: "plan-2026",
      title: "示例县基层职称改革规划",
      from: 2026,
      years: 3,
      lines: [{ series: "health" as const, group: "associateSenior" as const, planned: [4, 5, 6] }],
      tasks: [{ text: "建立目录", owner: null, dueOn: "2026-06-30", doneOn: null }],
      by: "李受理",
      at: "2026-12-01T00:00:00Z",
    };
    await callOk(desktop, "desk.putPlan", { plan, before: null });
    const unseen = { plan: { ...plan, title: "另一份规划" }, before: null };
    expect(await codeOf(desktop, "desk.putPlan", unseen)).toBe("plan-changed");
    const kept = (await callOk(desktop, "desk.plan", {})).output;
    expect(kept.plan).toEqual(plan);
    expect(kept.actual[0]?.years.map(({ planned }) => planned)).toEqual([4, 5, 6]);
  });

  it("puts a backup back and keeps the state before it", async () => {
    const made = (await callOk(desktop, "desk.backup", {})).output;
    const samples = async () => (await callOk(desktop, "desk.samples", {})).output.samples.length;
    const before = await samples();
    const wish = { year: 2026, scope: "all" as const, size: 1, seed: 8, by: "李受理" };
    await callOk(desktop, "desk.sample", wish);
    const restored = (await callOk(desktop, "desk.restore", { name: made.name })).output;
    expect(await samples()).toBe(before);
    await callOk(desktop, "desk.restore", { name: restored.before.name });
    expect(await samples()).toBe(before + 1);
  });

  it("reads on and writes nothing where the disk is nearly full", async () => {
    await desktop.close();
    desktop = await openTestDesktop(county.dataFolder, { floorBytes: Number.MAX_SAFE_INTEGER });
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    const [first] = await inbox();
    const packageId = first?.packageId ?? "";
    const decisions = [{ key: "nobody", decision: null, before: null }];
    const input = { packageId, by: "李受理", decisions };
    expect(await codeOf(desktop, "desk.decide", input)).toBe("space-low");
    // What comes by another way is not put into the ledger either.
    await receivePackage(await pack(order(CLINIC, ["p-001"])), await county.openOffice());
    expect(await codeOf(desktop, "desk.inbox", { year: null })).toBe("space-low");
  });

  it("refuses everything while the keys are locked", async () => {
    await callOk(desktop, "keys.lock", {});
    expect(await codeOf(desktop, "desk.inbox", { year: null })).toBe("locked");
  });
});

describe("the desk of a unit", () => {
  it("is refused by its own code", async () => {
    const dataFolder = join(FOLDER, "unit");
    const unit = await openTestDesktop(dataFolder);
    await callOk(unit, "keys.create", { passphrase: PASSPHRASE });
    expect(await codeOf(unit, "desk.inbox", { year: null })).toBe("bureau-only");
    await unit.close();
  });
});
