import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  describePackageRefusal,
  PACKAGE_REFUSALS,
  type PackageRefusalCode,
} from "../../../shared/submission/refusal.ts";

const CODES = Object.keys(PACKAGE_REFUSALS) as PackageRefusalCode[];

describe("every refusal of a package", () => {
  it.each(CODES)("%s says in Chinese what is wrong and what to do", (code) => {
    expect(describePackageRefusal(code)).toMatch(/^[^；]+；[^；]*(?:请|不要)[^；]*$/);
  });

  it("has a sentence of its own", () => {
    expect(new Set(Object.values(PACKAGE_REFUSALS)).size).toBe(CODES.length);
  });

  it("is caused by some test of receiving, by name", () => {
    const tests = ["receive-package", "receive-attacks", "receive-chain", "receive-contents"].map(
      (name) =>
        readFileSync(
          new URL(`../../electron/services/packages/${name}.test.ts`, import.meta.url),
          "utf8",
        ),
    );
    for (const code of CODES) expect(tests.join("")).toMatch(new RegExp(`"${code}[ "]`));
  });
});
