import { describe, expect, it } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { lackList } from "../../../renderer/training/lack-list.ts";
import { lacksOf, matrixRows } from "../../../renderer/training/matrix.ts";
import {
  readTrainingQuery,
  writeTrainingQuery,
} from "../../../renderer/training/training-query.ts";
import { hoursAsked } from "../../../renderer/training/year-hours.ts";
import { personWith, postingWith } from "../../support/unit-file.ts";

function read(text: string) {
  return readTrainingQuery(new URLSearchParams(text));
}

describe("the address of the page", () => {
  it("says the filter and comes back as it was written", () => {
    const query = read("view=lacks&q=zs&short=2025&series=health&ids=p-1,p-2&why=x");
    expect(query).toEqual({
      view: "lacks",
      text: "zs",
      shortIn: 2025,
      series: "health",
      ids: new Set(["p-1", "p-2"]),
      why: "x",
    });
    expect(read(writeTrainingQuery(query, {}).toString())).toEqual(query);
  });

  it("counts as not said where it says what there is not", () => {
    expect(read("view=nothing&short=soon&series=magic")).toEqual(read(""));
  });

  it("is short where nothing is chosen", () => {
    expect(writeTrainingQuery(read("short=2025"), { shortIn: null }).toString()).toBe("");
  });
});

describe("the list of who lacks hours", () => {
  it("has a row for each person and year, with done and missing, and no ID number", () => {
    const person = personWith({ idNumber: "110105198001010028", postings: [postingWith()] });
    const asked = hoursAsked(SHANDONG_2020);
    const rows = matrixRows(
      [{ id: person.id, series: "health", nameRank: 0 }],
      new Map([[person.id, person]]),
      {
        years: [2025],
        asked,
        today: dayOf(2026, 11, 23),
      },
    );
    const list = lackList(lacksOf(rows, null), asked, {
      unitName: "示例镇卫生院",
      on: "2026-11-23",
    });
    expect(list.rows).toEqual([[1, "张示例", "2025", 0, 90, 0, 30, 0, 60, 90]]);
    expect(list.rows[0]).toHaveLength(list.columns.length);
    expect(JSON.stringify(list)).not.toContain("110105198001010028");
  });
});
