import { describe, expect, test } from "vitest";
import { orderRows } from "../../../renderer/widgets/table-order.ts";

const keyOf = (row: { readonly key: number | string | null }) => row.key;
const keysIn = (keys: readonly (number | string | null)[], direction: "ascending" | "descending") =>
  orderRows(
    keys.map((key) => ({ key })),
    keyOf,
    direction,
  ).map(keyOf);

describe("the order of a table", () => {
  test("numbers go by size, not by their digits", () => {
    expect(keysIn([10, 9, 100], "ascending")).toEqual([9, 10, 100]);
    expect(keysIn([10, 9, 100], "descending")).toEqual([100, 10, 9]);
  });

  test("Chinese texts go by pinyin", () => {
    expect(keysIn(["周", "安", "李"], "ascending")).toEqual(["安", "李", "周"]);
  });

  test("what is not known stands last in both directions", () => {
    expect(keysIn([null, 2, null, 1], "ascending")).toEqual([1, 2, null, null]);
    expect(keysIn([null, 2, null, 1], "descending")).toEqual([2, 1, null, null]);
    expect(keysIn([null, "乙", "甲"], "descending").at(-1)).toBeNull();
  });

  test("equal rows keep their order in both directions", () => {
    const rows = [
      { id: "a", key: 1 },
      { id: "b", key: 1 },
      { id: "c", key: 0 },
    ];
    expect(orderRows(rows, keyOf, "ascending").map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(orderRows(rows, keyOf, "descending").map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("100,000 names are ordered without the collator for each comparison", () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ key: `人员${index % 40_000}` }));
    const begin = performance.now();
    orderRows(rows, keyOf, "ascending");
    expect(performance.now() - begin).toBeLessThan(2_500);
  });
});
