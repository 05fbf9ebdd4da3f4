import { describe, expect, it } from "vitest";
import type { Receipt } from "../../../shared/submission/receipt.ts";
import {
  foreignHead,
  isReplaced,
  nextPlace,
  type SentPackage,
} from "../../../shared/submission/sent-package.ts";

/** Where the next package stands in its chain, from what the unit knows of those before. */

interface Given {
  readonly attempt?: number;
  readonly previous?: string | null;
  /** True: the bureau has it. A head: it was refused at the door, the bureau has that one. */
  readonly answer?: boolean | NonNullable<Receipt["head"]>;
}

const UNIT = "u-001";
const YEAR = 2026;

function sent(revision: number, digest: string, given: Given = {}): SentPackage {
  const { attempt = 1, previous = null, answer = false } = given;
  const head = typeof answer === "object" ? { head: answer } : {};
  const receipt = { serial: answer === true ? 1 : 0, ...head };
  // Of a package its place alone is asked for.
  return {
    manifest: { id: digest, unit: { id: UNIT }, cycle: { year: YEAR }, revision, previous },
    attempt,
    tagmanifest: digest,
    receipts: answer === false ? [] : [{ receipt }],
  } as unknown as SentPackage;
}

function next(own: readonly SentPackage[], isReplacing = false) {
  return nextPlace(own, UNIT, YEAR, isReplacing);
}

const ELSEWHERE = { revision: 2, tagmanifest: "elsewhere-2" };

describe("the next package", () => {
  it("begins the chain, follows on the last one, or stands in the place of one that never came", () => {
    expect(next([])).toEqual({ ok: true, place: { revision: 1, attempt: 1, previous: null } });
    const first = sent(1, "a", { answer: true });
    expect(next([first])).toEqual({ ok: true, place: { revision: 2, attempt: 1, previous: "a" } });
    const second = sent(2, "b", { previous: "a" });
    expect(next([first, second], true)).toEqual({
      ok: true,
      place: { revision: 2, attempt: 2, previous: "a" },
    });
    expect(next([first], true)).toEqual({ ok: false, code: "answered" });
    expect(next([], true)).toEqual({ ok: false, code: "nothing-sent" });
  });

  it.each([false, true])(
    "follows on the bureau's last one where that was built elsewhere (replacing: %s)",
    (isReplacing) => {
      const first = sent(1, "a", { answer: true });
      const refused = sent(2, "b", { previous: "a", answer: ELSEWHERE });
      const place = { revision: 3, attempt: 1, previous: "elsewhere-2" };
      expect(next([first, refused], isReplacing)).toEqual({ ok: true, place });
      // The same of a unit that was installed anew and knows of nothing.
      expect(next([sent(1, "z", { answer: ELSEWHERE })], isReplacing)).toEqual({ ok: true, place });
    },
  );

  it("goes on from there, and leaves behind what was not built there", () => {
    const first = sent(1, "a", { answer: true });
    const refused = sent(2, "b", { previous: "a", answer: ELSEWHERE });
    const unsent = sent(3, "c", { previous: "b" });
    const third = sent(3, "d", { attempt: 2, previous: "elsewhere-2" });
    const open = [first, refused, unsent, third];
    expect(open.map((one) => isReplaced(one, open))).toEqual([false, true, true, false]);
    expect(next(open, true)).toEqual({
      ok: true,
      place: { revision: 3, attempt: 3, previous: "elsewhere-2" },
    });
    const taken = sent(3, "d", { attempt: 2, previous: "elsewhere-2", answer: true });
    const all = [first, refused, unsent, taken];
    expect(all.map((one) => isReplaced(one, all))).toEqual([false, true, true, false]);
    expect(foreignHead(all)).toBeNull();
    expect(next(all)).toEqual({ ok: true, place: { revision: 4, attempt: 1, previous: "d" } });
  });

  it("keeps to its own chain where the bureau's last one is one of it", () => {
    const first = sent(1, "a", { answer: true });
    const gap = sent(3, "c", { previous: "b", answer: { revision: 1, tagmanifest: "a" } });
    const own = [first, sent(2, "b", { previous: "a" }), gap];
    expect(foreignHead(own)).toBeNull();
    expect(own.map((one) => isReplaced(one, own))).toEqual([false, false, false]);
    expect(next(own)).toEqual({ ok: true, place: { revision: 4, attempt: 1, previous: "c" } });
  });
});
