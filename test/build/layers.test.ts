import { describe, expect, it } from "vitest";
import { checkLayers } from "../../build/layers.ts";

function violationsOf(path: string, text: string): readonly string[] {
  return checkLayers([{ path, text }]).violations.map(({ imported }) => imported);
}

describe("the layer check", () => {
  it("allows what points down", () => {
    const text = `import { z } from "zod"; import { a } from "../calendar/day.ts";`;
    expect(violationsOf("shared/records/x.ts", text)).toEqual([]);
  });

  it.each([
    ["shared/records/x.ts", `import { readFileSync } from "node:fs";`, "node:fs"],
    ["shared/records/x.ts", `import fs from "fs";`, "node:fs"],
    [
      "shared/calendar/x.ts",
      `import type { A } from "../records/unit.ts";`,
      "shared/records/unit.ts",
    ],
    ["shared/policy/x.ts", `export * from "../../electron/cli/main.ts";`, "electron/cli/main.ts"],
    ["shared/bridge.ts", `const a = await import("../renderer/app.ts");`, "renderer/app.ts"],
    ["electron/services/x.ts", `import { app } from "electron";`, "electron"],
    ["electron/services/x.ts", `import { a } from "../cli/main.ts";`, "electron/cli/main.ts"],
    ["electron/cli/x.ts", `import ExcelJS from "exceljs";`, "exceljs"],
    [
      "renderer/x.ts",
      `import { a } from "../electron/services/keys.ts";`,
      "electron/services/keys.ts",
    ],
    ["shared/policy/x.ts", `import { a } from "../../test/bench/loop.ts";`, "test/bench/loop.ts"],
  ])("refuses in %s: %s", (path, text, imported) => {
    expect(violationsOf(path, text)).toEqual([imported]);
  });

  it("lets the shell alone import electron", () => {
    expect(violationsOf("electron/shell/main.ts", `import { app } from "electron";`)).toEqual([]);
  });

  it("counts every import by layer", () => {
    const text = `import { a } from "../calendar/day.ts"; import { b } from "../calendar/text.ts";`;
    const { counts } = checkLayers([{ path: "shared/records/x.ts", text }]);
    expect([...counts]).toEqual([["shared/records/ → shared/calendar/", 2]]);
  });

  it("refuses an import whose name it cannot read", () => {
    const text = `const a = await import(name);`;
    expect(() => violationsOf("shared/records/x.ts", text)).toThrow("without a literal name");
  });
});
