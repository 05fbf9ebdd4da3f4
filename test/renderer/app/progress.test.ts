import { describe, expect, test } from "vitest";
import {
  countSteps,
  dropProgress,
  type FirstRunProgress,
  keepProgress,
  NO_PROGRESS,
  readProgress,
  stepOf,
} from "../../../renderer/app/first-run/progress.ts";

function openShelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe("a first run that was broken off", () => {
  test("goes on where it was", () => {
    expect(stepOf(NO_PROGRESS)).toBe("welcome");
    expect(stepOf({ ...NO_PROGRESS, way: "own" })).toBe("unit");
    expect(stepOf({ ...NO_PROGRESS, way: "own", isUnitDone: true })).toBe("passphrase");
    expect(stepOf({ ...NO_PROGRESS, way: "trial" })).toBe("passphrase");
  });

  test("keeps what was typed of the unit across a restart", () => {
    const shelf = openShelf();
    const progress: FirstRunProgress = {
      way: "own",
      unit: { ...NO_PROGRESS.unit, name: "甲镇卫生院" },
      isUnitDone: true,
    };
    keepProgress(shelf, progress);
    expect(readProgress(shelf)).toEqual(progress);
    dropProgress(shelf);
    expect(shelf.kept.size).toBe(0);
  });

  test("begins anew where the note is damaged or of another form", () => {
    const shelf = openShelf();
    for (const text of ["{", "[]", "7", '{"way":"elsewhere"}']) {
      shelf.kept.set("jiceng.firstRun", text);
      expect(readProgress(shelf)).toEqual(NO_PROGRESS);
    }
  });

  test("counts one step less on trial, which has no unit to describe", () => {
    expect(countSteps({ way: "own" }, "rehearsal")).toEqual({ at: 4, all: 4 });
    expect(countSteps({ way: "trial" }, "passphrase")).toEqual({ at: 1, all: 3 });
    expect(countSteps({ way: "trial" }, "rehearsal")).toEqual({ at: 3, all: 3 });
  });
});
