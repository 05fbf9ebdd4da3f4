import { describe, expect, test } from "vitest";
import { rowAfterKey } from "../../../renderer/widgets/virtual-table-keys.ts";

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
