import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { templatePlan } from "../../../../shared/workbook/unit-workbook.ts";
import { plainPlan } from "../../../../shared/workbook/plain-plan.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { callOk, call, codeOf, openTestDesktop } from "./desktop.ts";

const FOLDER = temporaryFolder();
let desktop: DesktopServices;

beforeAll(async () => {
  desktop = await openTestDesktop(join(FOLDER, "data"));
});
afterAll(() => desktop.close());

const PLAN = {
  sheets: [
    {
      name: "花名册",
      columns: [
        { width: 10, style: "plain" },
        { width: 10, style: "plain" },
      ],
      rows: [
        { cells: ["姓名", "身份证号"] },
        { cells: ["王小明", null] },
        { cells: [null, { value: "370101199001011234", style: "textInput" }], height: 20 },
      ],
      rowCount: 3,
    },
  ],
} as const;

describe("workbooks over the bridge", () => {
  it("come back as they were written, an empty cell as null, and leave nothing on the disk", async () => {
    const { bytes } = await callOk(desktop, "workbooks.write", { plan: PLAN });
    const read = await callOk(desktop, "workbooks.read", {}, bytes);
    expect(read.output).toEqual({
      dateSystem: 1900,
      sheets: [
        {
          name: "花名册",
          rows: [
            { number: 1, cells: ["姓名", "身份证号"] },
            { number: 2, cells: ["王小明"] },
            { number: 3, cells: [null, "370101199001011234"] },
          ],
          merged: [],
        },
      ],
    });
    expect(readdirSync(join(FOLDER, "data"))).toEqual([]);
  });

  it("hold the whole template with its lists and notes, as JSON carries it", async () => {
    const plan: unknown = JSON.parse(JSON.stringify(plainPlan(templatePlan())));
    const answer = await desktop.call("workbooks.write", { plan }, null);
    expect(answer.ok).toBe(true);
  });

  it("are refused as plans whose rows did not travel, or that have what no workbook has", async () => {
    const [sheet] = PLAN.sheets;
    for (const wrong of [
      { sheets: [{ ...sheet, rows: {} }] },
      { sheets: [] },
      { sheets: [{ ...sheet, rows: [{ cells: [{ value: "x", style: "<script>" }] }] }] },
      { sheets: [{ ...sheet, merged: [{ top: 0, bottom: 1, left: 0, right: 1 }] }] },
      { sheets: [sheet], macros: "x" },
    ]) {
      const answer = await desktop.call("workbooks.write", { plan: wrong }, null);
      expect(answer.ok ? null : answer.error.code).toBe("bad-input");
    }
  });

  it("come back with reasons beside the rows refused", async () => {
    const { bytes } = await callOk(desktop, "workbooks.write", { plan: PLAN });
    const reasons = [{ sheet: "花名册", headingRow: 1, reasons: [[2, "缺少身份证号"]] }];
    const input = { reasons } as Parameters<typeof callOk<"workbooks.returned">>[2];
    const returned = await callOk(desktop, "workbooks.returned", input, bytes);
    expect(returned.output.rows).toBe(1);
    const read = await callOk(desktop, "workbooks.read", {}, returned.bytes);
    expect(read.output.sheets[0]?.rows.map(({ cells }) => cells[2] ?? null)).toEqual([
      "未导入原因",
      "缺少身份证号",
      null,
    ]);
  });

  it("that are none are refused with the core's sentence", async () => {
    const answer = await call(desktop, "workbooks.read", {}, Buffer.from("姓名,身份证号\n"));
    expect(answer.ok ? null : answer.error.code).toBe("workbook-plainText");
    expect(answer.ok ? "" : answer.error.message).toContain("另存为");
    const { bytes } = await callOk(desktop, "workbooks.write", { plan: PLAN });
    const half = bytes?.subarray(0, bytes.length / 2) ?? null;
    expect(await codeOf(desktop, "workbooks.read", {}, half)).toBe("workbook-broken");
    expect(await codeOf(desktop, "workbooks.read", {})).toBe("bad-input");
  });
});
