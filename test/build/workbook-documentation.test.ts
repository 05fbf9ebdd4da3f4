import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  WORKBOOK_DOCUMENTATION,
  workbookDocumentation,
} from "../../build/workbook-documentation.ts";
import { ALL_SHEETS } from "../../shared/workbook/sheets/registry.ts";

describe("docs/workbook.md", () => {
  it("is what the columns say today", () => {
    const written = readFileSync(
      new URL(`../../${WORKBOOK_DOCUMENTATION}`, import.meta.url),
      "utf8",
    );
    expect(written, "node out/build/write-workbook-documentation.js").toBe(workbookDocumentation());
  });

  it("names every column of every sheet", () => {
    const text = workbookDocumentation();
    for (const { name, columns } of ALL_SHEETS) {
      expect(text).toContain(`### ${name}\n`);
      for (const { heading } of columns) expect(text).toContain(`| ${heading} |`);
    }
  });
});
