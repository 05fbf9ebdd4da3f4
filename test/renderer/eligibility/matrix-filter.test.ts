import { describe, expect, it } from "vitest";
import { countColumns } from "../../../renderer/eligibility/matrix.ts";
import {
  asksAnswers,
  filterRows,
  isCellAsked,
  isFiltered,
  narrowRows,
  NO_FILTER,
  readFilter,
  writeFilter,
} from "../../../renderer/eligibility/matrix-filter.ts";
import { openYear } from "../../../renderer/eligibility/open-year.ts";
import { CYCLE, sampleRows } from "./sample.ts";

const rows = sampleRows();
const query = (text: string) => readFilter(new URLSearchParams(text));

describe("the filter of the matrix", () => {
  it("comes back from the query that it is written to", () => {
    const text =
      "state=ineligible&pathway=regular&line=grassroots&series=health&when=next&sensitive=1&q=%E7%8E%8B&ids=a%2Cb&why=%E4%B8%8D%E5%A4%9F";
    const filter = query(text);
    expect(filter).toEqual({
      state: "ineligible",
      column: "regular-grassroots",
      series: "health",
      when: "next",
      isSensitive: true,
      text: "王",
      ids: new Set(["a", "b"]),
      why: "不够",
    });
    expect(readFilter(writeFilter(filter, new URLSearchParams()))).toEqual(filter);
  });

  it("leaves open what the query says wrongly", () => {
    expect(query("state=maybe&pathway=nowhere&series=x&when=ever&sensitive=yes")).toEqual(
      NO_FILTER,
    );
    expect(isFiltered(NO_FILTER)).toBe(false);
  });

  it("leaves alone what else the address says, and takes out what is no longer asked", () => {
    const written = writeFilter(NO_FILTER, new URLSearchParams("view=roadmap&state=eligible&q=x"));
    expect(written.toString()).toBe("view=roadmap");
  });

  it("finds as many rows as the count over the column says, for every column and answer", () => {
    let seen = 0;
    for (const [column, counts] of countColumns(rows)) {
      for (const state of ["eligible", "undetermined", "ineligible"] as const) {
        const found = filterRows(rows, { ...NO_FILTER, column, state }, CYCLE);
        expect(found).toHaveLength(counts[state]);
        seen += found.length;
      }
    }
    expect(seen).toBeGreaterThan(rows.length);
  });

  it("finds those who are open this year, and those whose first year is the next one", () => {
    const has = (row: (typeof rows)[number], year: number) =>
      Object.values(row.cells).some((cell) =>
        cell?.all.some((one) => openYear(one, CYCLE) === year),
      );
    const open = filterRows(rows, { ...NO_FILTER, when: "this" }, CYCLE);
    const next = filterRows(rows, { ...NO_FILTER, when: "next" }, CYCLE);
    expect(open.length).toBeGreaterThan(0);
    expect(next.length).toBeGreaterThan(0);
    expect(open).toEqual(rows.filter((row) => has(row, 2026)));
    expect(next).toEqual(rows.filter((row) => has(row, 2027)));
  });

  it("searches by name, by the beginning of the initials, and by the ID number's last four", () => {
    const [row] = rows;
    const find = (text: string) => narrowRows(rows, { ...NO_FILTER, text });
    expect(find(row?.name ?? "")).toContain(row);
    expect(find("Y0")).toEqual([row]);
    expect(find(row?.idTail ?? "")).toContain(row);
    expect(find("nobody")).toEqual([]);
  });

  it("keeps only the people of an explicit list", () => {
    const ids = new Set(["demo-003", "demo-007"]);
    expect(narrowRows(rows, { ...NO_FILTER, ids }).map(({ personId }) => personId)).toEqual([
      ...ids,
    ]);
  });

  it("keeps those whose answer hangs on the way of counting years", () => {
    const found = filterRows(rows, { ...NO_FILTER, isSensitive: true }, CYCLE);
    const expected = rows.filter(({ cells }) =>
      Object.values(cells).some((cell) =>
        cell?.all.some(({ sensitive }) => sensitive !== undefined),
      ),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });

  it("marks in each row found the cells that are what was asked, and only those", () => {
    const filter = { ...NO_FILTER, when: "next" as const };
    for (const { cells } of filterRows(rows, filter, CYCLE)) {
      const marked = Object.entries(cells).filter(
        ([id, cell]) => cell !== undefined && isCellAsked(id, cell, filter, CYCLE),
      );
      expect(marked.length).toBeGreaterThan(0);
      for (const [, cell] of marked) {
        expect(cell?.all.map((one) => openYear(one, CYCLE))).toContain(2027);
      }
    }
    expect(asksAnswers(filter)).toBe(true);
    expect(asksAnswers({ ...NO_FILTER, text: "王", series: "health" })).toBe(false);
  });

  it("drops who is still to be worked out as soon as an answer is asked for", () => {
    const pending = rows.map((row) => ({ ...row, isPending: true, cells: {} }));
    expect(filterRows(pending, NO_FILTER, CYCLE)).toHaveLength(rows.length);
    expect(filterRows(pending, { ...NO_FILTER, state: "ineligible" }, CYCLE)).toEqual([]);
  });
});
