import { describe, expect, it } from "vitest";
import { levelOf, lineOf } from "../../../shared/policy/rule.ts";

const TITLE = { line: "grassroots", series: "health", level: 0 } as const;
const POST = { line: null, series: null, level: null } as const;

describe("a question", () => {
  it("about a title has its level and line", () => {
    expect(levelOf(TITLE)).toBe(0);
    expect(lineOf(TITLE)).toBe("grassroots");
  });

  it("about a post has neither, and asking for one is a bug", () => {
    expect(() => levelOf(POST)).toThrow("this pathway has no level");
    expect(() => lineOf(POST)).toThrow("this pathway has no line");
  });
});
