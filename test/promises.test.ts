import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** test/promises.md names only tests that there are. */

const ROOT = new URL("../", import.meta.url);
const PAGE = readFileSync(new URL("promises.md", import.meta.url), "utf8");
const PROMISES = 31;

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

const NAMED: readonly NamedTest[] = [...PAGE.matchAll(/^ +- (test\/\S+\.test\.tsx?): (.+)$/gm)].map(
  ([, file = "", title = ""]) => ({ file, title }),
);

/** The text under each number of the page. */
function promises(): ReadonlyMap<number, string> {
  const parts = PAGE.split(/^(\d+)\. /m).slice(1);
  return new Map(
    Array.from({ length: parts.length / 2 }, (_, index) => [
      Number(parts[index * 2]),
      parts[index * 2 + 1] ?? "",
    ]),
  );
}

describe("the page of promises", () => {
  it("lists each promise once, in order", () => {
    const numbers = [...PAGE.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: PROMISES }, (_, index) => index + 1));
  });

  it("gives each promise a test, or says that it is not kept yet", () => {
    for (const [number, text] of promises()) {
      expect(/^ +- test\//m.test(text) || /not yet/i.test(text), `promise ${number}`).toBe(true);
    }
  });

  it.each(NAMED)("names a test that is there: $file: $title", ({ file, title }) => {
    const path = new URL(file, ROOT);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, "utf8")).toContain(JSON.stringify(title));
  });

  it("has no line that only looks like one of these", () => {
    expect(PAGE.match(/^ +- /gm)).toHaveLength(NAMED.length);
  });
});
