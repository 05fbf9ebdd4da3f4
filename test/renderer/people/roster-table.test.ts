import { describe, expect, test } from "vitest";
import {
  knownColumns,
  moveColumn,
  offeredColumns,
  switchColumn,
} from "../../../renderer/people/column-choice.ts";
import { PEOPLE_MESSAGES } from "../../../renderer/people/messages.ts";
import { nameSome } from "../../../renderer/people/name-some.ts";
import { countOf, tabOf } from "../../../renderer/people/person-tabs.ts";
import { removalOf } from "../../../renderer/people/removal.ts";
import {
  groupLabel,
  lineKey,
  linesOf,
  selectionAfter,
  tickedLines,
} from "../../../renderer/people/roster-lines.ts";
import type { AttachmentRecord } from "../../../renderer/store/types.ts";
import { row, sayChinese, somebody } from "./support.ts";

const GROUPS = [
  { key: "senior", rows: [row("a")] },
  { key: "none", rows: [row("b"), row("c")] },
];
const LINES = linesOf(GROUPS, new Set(), ({ key }) => groupLabel(key, "没有职称"));

describe("a grouped roster", () => {
  test("shows each group's head above its people, and the head alone where it is folded", () => {
    expect(LINES.map(lineKey)).toEqual(["group:senior", "a", "group:none", "b", "c"]);
    const folded = linesOf(GROUPS, new Set(["none"]), ({ key }) => key);
    expect(folded.map(lineKey)).toEqual(["group:senior", "a", "group:none"]);
  });

  test("calls a group by its level or series, and people without either by their own words", () => {
    const labels = LINES.flatMap((line) => ("groupKey" in line ? [line.label] : []));
    expect(labels).toEqual(["正高级", "没有职称"]);
    expect(groupLabel("health", "")).toBe("卫生");
  });

  test("ticks a head while all of its people are selected", () => {
    expect(tickedLines(LINES, new Set(["a", "b"]))).toEqual(new Set(["a", "b", "group:senior"]));
  });

  test("selects and clears all people of a head that is ticked and cleared", () => {
    const none = new Set<string>();
    const on = selectionAfter(LINES, none, new Set(["group:none"]));
    expect(on).toEqual(new Set(["b", "c"]));
    const ticked = tickedLines(LINES, on);
    const off = new Set([...ticked].filter((key) => key !== "group:none"));
    expect(selectionAfter(LINES, ticked, off)).toEqual(none);
  });

  test("keeps the others of a group when one of them is cleared", () => {
    const ticked = tickedLines(LINES, new Set(["b", "c"]));
    const after = new Set([...ticked].filter((key) => key !== "b"));
    expect(selectionAfter(LINES, ticked, after)).toEqual(new Set(["c"]));
  });
});

describe("the choice of columns", () => {
  test("drops what this program does not know and what stands there twice", () => {
    expect(knownColumns(["series", "telephone", "sex", "series"])).toEqual(["series", "sex"]);
  });

  test("moves a column by one place and stops at the ends", () => {
    expect(moveColumn(["sex", "title", "gaps"], "gaps", -1)).toEqual(["sex", "gaps", "title"]);
    expect(moveColumn(["sex", "title"], "sex", -1)).toEqual(["sex", "title"]);
    expect(moveColumn(["sex", "title"], "title", 1)).toEqual(["sex", "title"]);
    expect(moveColumn(["sex"], "gaps", 1)).toEqual(["sex"]);
  });

  test("shows a hidden column at the end and hides a shown one", () => {
    expect(switchColumn(["sex"], "gaps")).toEqual(["sex", "gaps"]);
    expect(switchColumn(["sex", "gaps"], "sex")).toEqual(["gaps"]);
  });

  test("offers every column once, the shown ones first", () => {
    const offered = offeredColumns(["managing", "sex"]);
    expect(offered.slice(0, 2)).toEqual(["managing", "sex"]);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered.length).toBe(9);
  });
});

describe("a tab of a person's page", () => {
  test("is found by its name and by each kind of record on it, else it is the first", () => {
    expect(tabOf("history").id).toBe("history");
    expect(tabOf("appointments").id).toBe("titles");
    expect(tabOf("exams").id).toBe("applications");
    expect(tabOf(undefined).id).toBe("basics");
    expect(tabOf("salary").id).toBe("basics");
  });

  test("counts all records on it", () => {
    expect(countOf(tabOf("titles"), somebody())).toBe(2);
    expect(countOf(tabOf("training"), somebody())).toBe(0);
    expect(countOf(tabOf("history"), somebody())).toBeNull();
  });
});

test("with people go the records of their attachments and of nobody else's", () => {
  const file = (id: string, personId: string) => ({ id, personId }) as AttachmentRecord;
  const attachments = new Map([
    ["x", file("x", "p-1")],
    ["y", file("y", "p-2")],
  ]);
  expect(removalOf(["p-1"], { attachments })).toEqual({
    removePeople: ["p-1"],
    removeAttachments: ["x"],
  });
});

test("five people are named, more are counted", () => {
  const say = sayChinese(PEOPLE_MESSAGES);
  const people = ["甲", "乙", "丙", "丁", "戊", "己"].map((name) => ({ name }));
  expect(nameSome(people.slice(0, 5), say)).toBe("甲、乙、丙、丁、戊");
  expect(nameSome(people, say)).toBe("甲、乙、丙、丁、戊等6人");
});
