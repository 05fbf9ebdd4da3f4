import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeEntries } from "../journal/entries.ts";
import { call, callOk, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
const NOW = 1_795_420_800_000;

describe("the desktop's services", () => {
  it("say what the program is and how the disk and the journal are", async () => {
    const dataFolder = join(FOLDER, "info");
    const desktop = await openTestDesktop(dataFolder, { now: () => NOW });
    expect((await callOk(desktop, "app.info", {})).output).toEqual({
      version: "1.2.3",
      platform: process.platform,
      host: "loopback",
      dataFolder,
      now: NOW,
    });
    const { output: before } = await callOk(desktop, "health.state", {});
    expect(before).toMatchObject({ lastCounts: null, journalTime: null });
    expect(before.floorBytes).toBe(200 * 1024 * 1024);
    expect(before.freeBytes).toBeGreaterThan(0);
    const counts = { people: 3, entries: 9 };
    await callOk(desktop, "journal.append", { entries: makeEntries(1, 2), counts });
    expect((await callOk(desktop, "health.state", {})).output).toMatchObject({
      lastCounts: counts,
      journalTime: "2026-11-23T08:02:30Z",
    });
    await desktop.close();
  });

  it("carry the journal over the bridge, and name its refusals", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "journal"));
    const counts = { people: 3, entries: 9 };
    const entries = makeEntries(1, 5);
    expect((await callOk(desktop, "journal.append", { entries, counts })).output.head).toBe(5);
    const read = await callOk(desktop, "journal.read", { from: 3 });
    expect(read.output).toEqual({ entries: entries.slice(2), isEnd: true });
    const gap = await call(desktop, "journal.append", { entries: makeEntries(7, 7), counts });
    expect(gap.ok ? null : gap.error).toMatchObject({ code: "journal-gap", details: { head: 5 } });
    await desktop.close();
  });

  it("save through the host where it has a dialog, else leave it to the browser", async () => {
    const browser = await openTestDesktop(join(FOLDER, "browser"));
    const bytes = Buffer.from("a workbook");
    const given = { name: "花名册.xlsx" };
    expect((await callOk(browser, "files.save", given, bytes)).output.how).toBe("browser");
    expect((await callOk(browser, "files.savePdf", { name: "公示.pdf" })).output.how).toBe(
      "browser",
    );
    expect((await callOk(browser, "app.showDataFolder", {})).output.isShown).toBe(false);
    await browser.close();

    const saved: unknown[] = [];
    const electron = await openTestDesktop(join(FOLDER, "electron"), {
      host: "electron",
      saveFile: (name, content) => {
        saved.push([name, Buffer.from(content).toString()]);
        return Promise.resolve({ how: "saved", path: `/home/clerk/${name}` });
      },
      showFolder: (path) => Promise.resolve(path === join(FOLDER, "electron")),
    });
    expect((await callOk(electron, "files.save", given, bytes)).output).toEqual({
      how: "saved",
      path: "/home/clerk/花名册.xlsx",
    });
    expect(saved).toEqual([["花名册.xlsx", "a workbook"]]);
    expect((await callOk(electron, "app.showDataFolder", {})).output.isShown).toBe(true);
    await electron.close();
  });

  it("refuse unknown methods, wrong inputs, and bytes that a method does not take", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "refused"));
    const codes: unknown[] = [];
    for (const [method, input, bytes] of [
      ["app.formatDisk", {}, null],
      ["toString", {}, null],
      ["app.info", { more: 1 }, null],
      ["app.info", null, null],
      ["app.info", {}, Buffer.from("x")],
      ["files.save", { name: "" }, Buffer.from("x")],
      ["files.save", { name: "a.xlsx" }, null],
    ] as const) {
      const answer = await desktop.call(method, input, bytes);
      codes.push(answer.ok ? null : answer.error.code);
    }
    expect(codes).toEqual([
      "unknown-method",
      "unknown-method",
      "bad-input",
      "bad-input",
      "too-large",
      "bad-input",
      "bad-input",
    ]);
    await desktop.close();
  });

  it("answer a bug with its code, and log where it was but not what it said", async () => {
    const dataFolder = join(FOLDER, "bug");
    const desktop = await openTestDesktop(dataFolder, {
      now: () => NOW,
      saveFile: () => Promise.reject(new TypeError("cannot save for 王小明")),
    });
    const saving = codeOf(desktop, "files.save", { name: "a.xlsx" }, Buffer.from("x"));
    expect(await saving).toBe("bug");
    const log = readFileSync(join(dataFolder, "log", "jiceng.log"), "utf8");
    expect(log).toMatch(/^2026-11-23T08:00:00Z files\.save TypeError\n\s+at /);
    expect(log).not.toContain("王小明");
    await desktop.close();
  });

  it("keep two small log files at most", async () => {
    const dataFolder = join(FOLDER, "log");
    const log = join(dataFolder, "log", "jiceng.log");
    mkdirSync(join(dataFolder, "log"), { recursive: true });
    writeFileSync(log, "x".repeat(300_000));
    const desktop = await openTestDesktop(dataFolder, {
      saveFile: () => Promise.reject(new Error("bug")),
    });
    await codeOf(desktop, "files.save", { name: "a.xlsx" }, Buffer.from("x"));
    expect(readFileSync(log).length).toBeLessThan(10_000);
    expect(readFileSync(join(dataFolder, "log", "jiceng.1.log")).length).toBe(300_000);
    await desktop.close();
  });

  it("answer what the disk says in words", async () => {
    const dataFolder = join(FOLDER, "disk");
    const desktop = await openTestDesktop(dataFolder);
    // A file where the folder should be.
    writeFileSync(join(dataFolder, "keys"), "");
    const state = await call(desktop, "keys.state", {});
    expect(state.ok ? null : state.error.code).toBe("disk-gone");
    expect(state.ok ? "" : state.error.message).toContain("找不到这个位置");
    expect(existsSync(join(dataFolder, "log"))).toBe(false);
    await desktop.close();
  });

  it("finish what is under way before they close, and answer nothing after", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "closing"));
    const counts = { people: 1, entries: 1 };
    const appending = callOk(desktop, "journal.append", { entries: makeEntries(1, 500), counts });
    await desktop.close();
    expect((await appending).output.head).toBe(500);
    expect(await codeOf(desktop, "app.info", {})).toBe("host-gone");
  });
});
