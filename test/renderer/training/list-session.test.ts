import { expect, test } from "vitest";
import { ListSession } from "../../../renderer/training/list-session.ts";
import type { Answer } from "../../../shared/bridge/method.ts";
import type { WorkbookData } from "../../../shared/workbook/cell.ts";

const WORKBOOK: WorkbookData = { sheets: [], dateSystem: 1900 };

const READ: Answer<WorkbookData> = { ok: true, output: WORKBOOK, bytes: null };

const good = () => new ListSession(async () => Promise.resolve(READ));
const fileOf = (name: string) => ({
  name,
  arrayBuffer: async () => Promise.resolve(new ArrayBuffer(1)),
});

test("names the file while it is read, and tells its listeners", async () => {
  const session = good();
  const stages: string[] = [];
  session.subscribe(() => stages.push(session.getState().stage));
  const reading = session.take(fileOf("学时.xlsx"));
  expect(session.getState()).toEqual({ stage: "reading", name: "学时.xlsx" });
  await reading;
  expect(stages.slice(-2)).toEqual(["reading", "read"]);
});

test("keeps what was decided, one decision beside the other", async () => {
  const session = good();
  await session.take(fileOf("学时.xlsx"));
  session.decide({ unchosen: new Set([3]) });
  session.decide({ replacesSums: true });
  expect(session.getState()).toMatchObject({
    stage: "read",
    workbook: WORKBOOK,
    decisions: { unchosen: new Set([3]), replacesSums: true, columns: {} },
  });
});

test("a file that was given up does not come back when it has been read", async () => {
  const session = good();
  const reading = session.take(fileOf("学时.xlsx"));
  session.clear();
  await reading;
  expect(session.getState()).toEqual({ stage: "none" });
});

test("says why a file was not read", async () => {
  const session = new ListSession(async () =>
    Promise.resolve({ ok: false, error: { code: "file-type", message: "不是工作簿" } } as const),
  );
  await session.take(fileOf("学时.doc"));
  expect(session.getState()).toEqual({
    stage: "failed",
    name: "学时.doc",
    message: "不是工作簿",
  });
});

test("nothing is decided about a file that is not there", () => {
  const session = good();
  session.decide({ replacesSums: true });
  expect(session.getState()).toEqual({ stage: "none" });
});
