import { describe, expect, test } from "vitest";
import {
  rowAfterKey,
  switchAll,
  switchRows,
} from "../../../renderer/widgets/virtual-table-keys.ts";

describe("the keyboard of a table", () => {
  test("arrows move by one and stop at both ends", () => {
    expect(rowAfterKey("ArrowDown", 0, 3)).toBe(1);
    expect(rowAfterKey("ArrowDown", 2, 3)).toBe(2);
    expect(rowAfterKey("ArrowUp", 0, 3)).toBe(0);
    expect(rowAfterKey("ArrowDown", -1, 3)).toBe(0);
  });

  test("Home, End and the page keys reach far", () => {
    expect(rowAfterKey("End", 0, 100)).toBe(99);
    expect(rowAfterKey("Home", 50, 100)).toBe(0);
    expect(rowAfterKey("PageDown", 0, 100)).toBe(15);
    expect(rowAfterKey("PageDown", 95, 100)).toBe(99);
  });

  test("other keys and empty tables move nothing", () => {
    expect(rowAfterKey("a", 0, 3)).toBeNull();
    expect(rowAfterKey("ArrowDown", 0, 0)).toBeNull();
  });
});

describe("selecting rows", () => {
  const keys = ["a", "b", "c", "d"];

  test("one row is switched on and off", () => {
    const on = switchRows(keys, new Set(), 1, null);
    expect([...on]).toEqual(["b"]);
    expect([...switchRows(keys, on, 1, null)]).toEqual([]);
  });

  test("with Shift all rows from the last one follow, in either direction", () => {
    expect([...switchRows(keys, new Set(["a"]), 2, 0)].toSorted()).toEqual(["a", "b", "c"]);
    expect([...switchRows(keys, new Set(["d"]), 1, 3)].toSorted()).toEqual(["b", "c", "d"]);
  });

  test("what is selected beyond the rows in sight stays selected", () => {
    expect(switchRows(keys, new Set(["elsewhere"]), 0, null).has("elsewhere")).toBe(true);
  });
});

describe("selecting all", () => {
  const selected = new Set(["hidden", "a"]);

  test("is of the rows in sight", () => {
    expect([...switchAll(["a", "b"], { selected }, true)]).toEqual(["a", "b"]);
    expect([...switchAll(["a", "b"], { selected }, false)]).toEqual([]);
  });

  test("leaves rows that a filter hides as they are where they are kept", () => {
    const kept = { selected, keepsHidden: true };
    expect([...switchAll(["a", "b"], kept, true)]).toEqual(["hidden", "a", "b"]);
    expect([...switchAll(["a", "b"], kept, false)]).toEqual(["hidden"]);
  });
});
