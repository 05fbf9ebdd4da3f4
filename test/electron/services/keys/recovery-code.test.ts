import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createRecoveryCode,
  readRecoveryCode,
} from "../../../../electron/services/keys/recovery-code.ts";

const CODE = createRecoveryCode();
const GROUPS = CODE.split(/\s/);

/** The code with another text in one place, counted from 0. */
function withGroup(place: number, group: string): string {
  return GROUPS.with(place, group).join(" ");
}

describe("a recovery code", () => {
  it("is 24 groups of 3 digits in four lines", () => {
    expect(CODE).toMatch(/^(\d{3} ){5}\d{3}(\n(\d{3} ){5}\d{3}){3}$/);
    expect(readRecoveryCode(CODE)).toEqual({ ok: true, digits: GROUPS.join("") });
  });

  it("is another one each time", () => {
    const codes = Array.from({ length: 50 }, () => createRecoveryCode());
    expect(new Set(codes).size).toBe(50);
  });

  it("uses each of the hundred pairs of random digits", () => {
    const pairs = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      for (const group of createRecoveryCode().split(/\s/)) pairs.add(group.slice(0, 2));
    }
    expect(pairs.size).toBe(100);
  });

  it.each([
    ["in one run", GROUPS.join("")],
    ["with hyphens", GROUPS.join("-")],
    ["with a Chinese comma and a blank", GROUPS.join("， ")],
    ["on 24 lines that end as on Windows", `${GROUPS.join("\r\n")}\r\n`],
    [
      "in full-width digits",
      CODE.replaceAll(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
    ],
    ["in lines of other lengths", CODE.replaceAll(" ", "").replaceAll("\n", " ")],
  ])("is read as typed %s", (_, typed) => {
    expect(readRecoveryCode(typed)).toEqual({ ok: true, digits: GROUPS.join("") });
  });

  it("has any wrong digit noticed, and the group named", () => {
    for (const [place, group] of GROUPS.entries()) {
      for (let at = 0; at < 3; at += 1) {
        for (const digit of "0123456789") {
          if (group[at] === digit) continue;
          const wrong = group.slice(0, at) + digit + group.slice(at + 1);
          expect(readRecoveryCode(withGroup(place, wrong))).toEqual({
            ok: false,
            code: "recovery-groups",
            groups: [place + 1],
          });
        }
      }
    }
  });

  it("has any two neighbouring digits exchanged noticed, in every group that there can be", () => {
    fc.assert(
      fc.property(fc.nat(23), fc.constantFrom(0, 1), (place, at) => {
        const groups = createRecoveryCode().split(/\s/);
        const group = groups[place] ?? "";
        const [a = "", b = ""] = [group[at], group[at + 1]];
        fc.pre(a !== b);
        const wrong = group.slice(0, at) + b + a + group.slice(at + 2);
        const typed = groups.with(place, wrong).join(" ");
        expect(readRecoveryCode(typed)).toMatchObject({ ok: false, groups: [place + 1] });
      }),
      { numRuns: 2_000 },
    );
  });

  it("has a group in its neighbour's place noticed", () => {
    for (let place = 0; place < 23; place += 1) {
      const [one = "", next = ""] = GROUPS.slice(place, place + 2);
      const typed = GROUPS.with(place, next)
        .with(place + 1, one)
        .join(" ");
      expect(readRecoveryCode(typed)).toMatchObject({ groups: [place + 1, place + 2] });
    }
  });

  it("names every group that is wrong, also those that are no three digits", () => {
    const typed = GROUPS.with(0, "12").with(4, "1O2").with(23, "1234").join(" ");
    expect(readRecoveryCode(typed)).toMatchObject({ groups: [1, 5, 24] });
  });

  it.each([
    ["nothing", "", 0],
    ["a group too few", GROUPS.slice(1).join(" "), 23],
    ["a group too many", `${CODE} 123`, 25],
  ])("is told apart from one with %s", (_, typed, found) => {
    expect(readRecoveryCode(typed)).toEqual({ ok: false, code: "recovery-length", found });
  });
});
