import { describe, expect, test } from "vitest";
import {
  followRows,
  NO_SLOTS,
  slotOf,
  type RowSlots,
} from "../../../renderer/widgets/row-slots.ts";

const SIZE = 30;
const slotsOf = (slots: RowSlots) =>
  Array.from({ length: SIZE }, (_, place) => slotOf(slots, slots.first + place));

describe("the slots of rows in sight", () => {
  test("rows that stay in sight keep theirs over a short way", () => {
    const before = followRows(NO_SLOTS, 100, SIZE);
    const after = followRows(before, 103, SIZE);
    for (let index = 103; index < 130; index += 1) {
      expect(slotOf(after, index)).toBe(slotOf(before, index));
    }
  });

  test("a long way leaves every slot where it stands, down and up, whatever came before", () => {
    const before = followRows(followRows(NO_SLOTS, 100, SIZE), 105, SIZE);
    const down = followRows(before, 900, SIZE);
    expect(slotsOf(down)).toEqual(slotsOf(before));
    expect(slotsOf(followRows(down, 0, SIZE))).toEqual(slotsOf(before));
  });

  test("rows in sight never share one", () => {
    let slots = NO_SLOTS;
    for (const first of [0, 3, 9, 400, 396, 7, 0, 5_000, 4_999]) {
      slots = followRows(slots, first, SIZE);
      expect(new Set(slotsOf(slots)).size).toBe(SIZE);
    }
  });
});
