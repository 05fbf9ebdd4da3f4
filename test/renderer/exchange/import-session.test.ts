import { describe, expect, it } from "vitest";
import { ImportJob } from "../../../renderer/exchange/import-job.ts";
import { chosenPlaces, ImportSession } from "../../../renderer/exchange/import-session.ts";
import type { JobPort } from "../../../renderer/exchange/job-port.ts";
import type { Answer } from "../../../shared/bridge/method.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { WorkbookData } from "../../../shared/workbook/cell.ts";
import { sheetOf, workbookOf } from "../../shared/workbook/importing.ts";
import { personWith, unitFileWith } from "../../support/unit-file.ts";

const WORKBOOK = workbookOf(
  sheetOf("花名册", [
    ["姓名", "性别", "出生日期", "职称"],
    ["张示例", "女", "1980-01-01", null],
    ["李示例", "男", "1985-03-01", null],
    ["王示例", "不详", "1990-01-01", null],
  ]),
);
const FILE = { name: "花名册.xlsx", bytes: new Uint8Array([1]) };
const EMPTY = { existing: unitFileWith([]), pack: SHANDONG_2020 };

/** The work on the spot, counted. */
function portsOf(read: () => Promise<Answer<WorkbookData>>) {
  const ended: number[] = [];
  let started = 0;
  const startJob = (): JobPort => {
    started += 1;
    const own = started;
    let job: ImportJob | null = null;
    const working = () => {
      if (job === null) throw new Error("nothing is open");
      return job;
    };
    return {
      open: async (source, decisions) => {
        job = new ImportJob(source);
        return Promise.resolve(job.look(decisions));
      },
      look: async (decisions) => Promise.resolve(working().look(decisions)),
      commit: async (chosen) => Promise.resolve(working().commit(chosen)),
      end: () => ended.push(own),
    };
  };
  return { ports: { readWorkbook: read, startJob }, ended };
}

async function readGood(): Promise<Answer<WorkbookData>> {
  return Promise.resolve({ ok: true, output: WORKBOOK, bytes: null });
}

async function reportOf(session: ImportSession) {
  await session.take(FILE, EMPTY);
  const state = session.getState();
  if (state.stage !== "report") throw new Error(`no report but ${state.stage}`);
  return state;
}

describe("an import", () => {
  it("comes from the file to a report in which every good row is chosen", async () => {
    const session = new ImportSession(portsOf(readGood).ports);
    const report = await reportOf(session);
    expect(report.view.counts).toMatchObject({ added: 2, refused: 1 });
    expect(chosenPlaces(report)).toEqual([0, 1]);
  });

  it("leaves out what is not chosen", async () => {
    const session = new ImportSession(portsOf(readGood).ports);
    await reportOf(session);
    session.leaveOut(new Set([0]));
    const commit = await session.prepare();
    expect(commit?.putPeople.map(({ name }) => name)).toEqual(["李示例"]);
  });

  it("tells in the core's words why a file cannot be read", async () => {
    const refuse = async (): Promise<Answer<WorkbookData>> =>
      Promise.resolve({ ok: false, error: { code: "legacy", message: "这是旧版 Excel" } });
    const session = new ImportSession(portsOf(refuse).ports);
    await session.take(FILE, EMPTY);
    expect(session.getState()).toEqual({
      stage: "failed",
      fileName: FILE.name,
      message: "这是旧版 Excel",
    });
  });

  it("that was cancelled while the file was read does not come back", async () => {
    let finish: (answer: Answer<WorkbookData>) => void = () => undefined;
    const slow = async () =>
      new Promise<Answer<WorkbookData>>((resolve) => {
        finish = resolve;
      });
    const session = new ImportSession(portsOf(slow).ports);
    const taking = session.take(FILE, EMPTY);
    expect(session.getState().stage).toBe("reading");
    session.clear();
    finish({ ok: true, output: WORKBOOK, bytes: null });
    await taking;
    expect(session.getState()).toEqual({ stage: "empty" });
  });

  it("follows what is on file when that changes", async () => {
    const { ports, ended } = portsOf(readGood);
    const session = new ImportSession(ports);
    await reportOf(session);
    const zhang = personWith({ name: "张示例", sex: "female", birthDate: "1980-01-01" });
    await session.follow({ existing: unitFileWith([zhang]), pack: SHANDONG_2020 });
    const state = session.getState();
    expect(state.stage === "report" ? state.view.counts : null).toMatchObject({
      added: 1,
      unchanged: 1,
    });
    expect(ended).toEqual([1]);
  });

  it("does not follow its own commit, and then tells what was written", async () => {
    const session = new ImportSession(portsOf(readGood).ports);
    await reportOf(session);
    const commit = await session.prepare();
    session.hold();
    await session.follow({ existing: unitFileWith(commit?.putPeople ?? []), pack: SHANDONG_2020 });
    session.finish({ added: 2, changed: 0, leftOut: [] });
    const state = session.getState();
    expect(state.stage === "done" ? [state.done.added, state.view.counts.added] : null).toEqual([
      2, 2,
    ]);
  });

  it("keeps its report and forgets the choice of rows when a column is decided", async () => {
    const session = new ImportSession(portsOf(readGood).ports);
    await reportOf(session);
    session.leaveOut(new Set([0]));
    const tables = { 花名册: { columns: { D: null } } };
    await session.decide({ mapping: { tables }, defaults: {} });
    const state = session.getState();
    if (state.stage !== "report") throw new Error("no report");
    expect(state.unchosen.size).toBe(0);
    expect(state.view.tables[0]?.columns.at(-1)?.state).toBe("declined");
  });

  it("shows a bug as one sentence and not for ever as reading", async () => {
    const { ports } = portsOf(readGood);
    const broken = { ...ports, startJob: () => ({ ...ports.startJob(), open: fail }) };
    const session = new ImportSession(broken);
    await session.take(FILE, EMPTY);
    expect(session.getState().stage).toBe("failed");
  });
});

async function fail(): Promise<never> {
  return Promise.reject(new Error("bug"));
}
