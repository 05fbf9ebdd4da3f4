import { describe, expect, it } from "vitest";
import {
  draftOfDecision,
  readDecision,
  toggleReason,
} from "../../../renderer/bureau/decision-draft.ts";
import { chooseCandidate, nextUndecided } from "../../../renderer/bureau/next-undecided.ts";
import { RETURN_REASON_CODES } from "../../../shared/submission/return-reasons.ts";

const ACCEPTED = {
  kind: "accepted",
  reasons: [],
  note: null,
  by: "王受理",
  at: "2026-09-10T02:30:00Z",
} as const;

describe("a decision that is being made", () => {
  it("says what is missing: the kind, a reason for a return, words for a rejection", () => {
    expect(readDecision(draftOfDecision(null))).toEqual({ ok: false, fault: "kind-needed" });
    expect(readDecision({ kind: "returned", reasons: [], note: "" })).toEqual({
      ok: false,
      fault: "reason-needed",
    });
    expect(readDecision({ kind: "rejected", reasons: [], note: "  " })).toEqual({
      ok: false,
      fault: "note-needed",
    });
    expect(readDecision({ kind: "returned", reasons: ["return.other"], note: "" })).toEqual({
      ok: false,
      fault: "note-needed",
    });
  });

  it("forgets the reasons of a return that became an acceptance", () => {
    const read = readDecision({ kind: "accepted", reasons: ["return.exam"], note: " 可以 " });
    expect(read).toEqual({
      ok: true,
      decision: { kind: "accepted", reasons: [], note: "可以" },
    });
  });

  it("keeps reasons in the order of the list", () => {
    const some = toggleReason(["return.exam"], "return.identity", RETURN_REASON_CODES);
    expect(some).toEqual(["return.identity", "return.exam"]);
    expect(toggleReason(some, "return.exam", RETURN_REASON_CODES)).toEqual(["return.identity"]);
  });
});

describe("the candidate who is open", () => {
  const [first, second, third] = [
    { key: "a", desk: ACCEPTED },
    { key: "b", desk: null },
    { key: "c", desk: null },
  ] as const;

  it("is the one of the address, else the first undecided", () => {
    const all = [{ ...first, desk: { ...ACCEPTED, reasons: [] } }, second, third];
    expect(chooseCandidate(all, "c")?.key).toBe("c");
    expect(chooseCandidate(all, null)?.key).toBe("b");
    expect(chooseCandidate([], null)).toBeNull();
  });

  it("is followed by the next undecided, around the end, and by nobody once all are decided", () => {
    const all = [{ ...first, desk: { ...ACCEPTED, reasons: [] } }, second, third];
    expect(nextUndecided(all, "b")?.key).toBe("c");
    expect(nextUndecided(all, "c")?.key).toBe("b");
    expect(nextUndecided(all.slice(0, 2), "b")).toBeNull();
  });
});
