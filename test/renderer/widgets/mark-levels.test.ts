import { describe, expect, it } from "vitest";
import { markLevels } from "../../../renderer/widgets/time-scale.ts";

describe("labels on a time line", () => {
  it("stay on the first line while they are apart, and move down where they are close", () => {
    expect(markLevels([0, 200, 400])).toEqual([0, 0, 0]);
    expect(markLevels([100, 150, 180, 300])).toEqual([0, 1, 2, 0]);
    expect(markLevels([300, 280])).toEqual([0, 1]);
    expect(markLevels([])).toEqual([]);
  });
});
