import { describe, expect, it } from "vitest";
import {
  composeAnswer,
  type DecidedCandidacy,
  readTold,
} from "../../../shared/bureau/compose-answer.ts";
import type { DESK_DECISIONS, DeskDecision } from "../../../shared/bureau/desk-decision.ts";
import { findDecisionFault } from "../../../shared/bureau/desk-decision.ts";
import { readResult, writeResult } from "../../../shared/submission/desk-remarks.ts";
import { remarkSchema } from "../../../shared/submission/receipt.ts";
import { RETURN_FIELDS, RETURN_REASONS } from "../../../shared/submission/return-reasons.ts";

const QUESTION = {
  pathway: "regular",
  line: "grassroots",
  series: "health",
  level: "associateSenior",
} as const;

function candidacy(
  personId: string,
  decision: Pick<DeskDecision, "kind" | "reasons" | "note"> | null,
  given: Partial<DecidedCandidacy> = {},
): DecidedCandidacy {
  return { ...QUESTION, key: `${personId} q`, personId, decision, result: null, ...given };
}

const ACCEPTED = { kind: "accepted" as const, reasons: [], note: null };
const REJECTED = { kind: "rejected" as const, reasons: [], note: "不在本县" };
const RETURNED = {
  kind: "returned" as const,
  reasons: ["return.training", "return.other"],
  note: "2024年证明看不清",
};

function statusOf(...decisions: readonly (typeof ACCEPTED | typeof REJECTED | typeof RETURNED)[]) {
  const composed = composeAnswer(
    decisions.map((decision, index) => candidacy(`p-${index}`, decision)),
    null,
  );
  return composed.ok ? composed.status : composed.code;
}

describe("the answer that tells decisions", () => {
  it("returns the package as soon as one candidate is returned, and refuses it where all are rejected", () => {
    expect(statusOf(ACCEPTED, ACCEPTED)).toBe("accepted");
    expect(statusOf(ACCEPTED, REJECTED)).toBe("accepted");
    expect(statusOf(ACCEPTED, RETURNED, REJECTED)).toBe("returned");
    expect(statusOf(REJECTED, REJECTED)).toBe("refused");
  });

  it("is not given while somebody is undecided, unless the package goes back as a whole", () => {
    const some = [candidacy("p-1", ACCEPTED), candidacy("p-2", null)];
    expect(composeAnswer(some, null)).toEqual({ ok: false, code: "undecided", keys: ["p-2 q"] });
    const whole = { status: "returned" as const, reasons: [], note: "缺封面" };
    const composed = composeAnswer(some, whole);
    expect(composed).toMatchObject({ ok: true, status: "returned" });
    expect(composed.ok && composed.remarks[0]).toEqual({
      personId: null,
      code: "return.other",
      text: "整个报送包退回修改：缺封面",
    });
  });

  it("reads back, from its remarks, what was told of each candidacy", () => {
    const result = { outcome: "passed" as const, on: "2026-12-20", certificate: "鲁基2026-001" };
    const all = [
      candidacy("p-1", ACCEPTED, { result }),
      candidacy("p-2", REJECTED),
      candidacy("p-3", RETURNED),
    ];
    const composed = composeAnswer(all, null);
    if (!composed.ok) throw new Error(composed.code);
    for (const remark of composed.remarks)
      expect(remarkSchema.safeParse(remark).success).toBe(true);
    expect(all.map((one) => readTold(composed.remarks, one))).toEqual([
      { kind: "accepted", reasons: [], result },
      { kind: "rejected", reasons: [], result: null },
      { kind: "returned", reasons: ["return.training", "return.other"], result: null },
    ]);
  });

  it("tells two candidacies of one person apart", () => {
    const other = { ...QUESTION, pathway: "directHire" as const, line: null, level: null };
    const all = [
      candidacy("p-1", ACCEPTED),
      candidacy("p-1", REJECTED, { ...other, key: "p-1 d" }),
    ];
    const composed = composeAnswer(all, null);
    if (!composed.ok) throw new Error(composed.code);
    expect(all.map((one) => readTold(composed.remarks, one).kind)).toEqual([
      "accepted",
      "rejected",
    ]);
  });

  it("keeps a remark within what a receipt takes, however long the note", () => {
    const long = { ...RETURNED, note: "长".repeat(400), reasons: ["return.township"] };
    const composed = composeAnswer([candidacy("p-1", long)], null);
    expect(
      composed.ok && composed.remarks.map((one) => remarkSchema.safeParse(one).success),
    ).toEqual([true]);
  });
});

describe("a result in a remark", () => {
  it("comes back as it was written, with and without a certificate", () => {
    const results = [
      { outcome: "passed" as const, on: "2026-12-20", certificate: "A-1，甲" },
      { outcome: "passed" as const, on: "2026-12-20", certificate: null },
      { outcome: "failed" as const, on: "2026-12-21", certificate: null },
    ];
    expect(results.map((one) => readResult(writeResult(QUESTION, one)))).toEqual(results);
  });

  it("is none where the words are others", () => {
    expect(readResult({ code: "result.passed", text: "通过了" })).toBeNull();
    expect(
      readResult({ code: "candidate.accepted", text: "：评审通过，2026-12-20取得" }),
    ).toBeNull();
  });
});

describe("the reasons of a return", () => {
  it("have a code of their own, a field to open, and a sentence that says what to do", () => {
    const codes = RETURN_REASONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, field, text } of RETURN_REASONS) {
      expect(code).toMatch(/^return\.[a-z]+$/);
      expect(RETURN_FIELDS).toContain(field);
      expect(text).toMatch(/；请/);
    }
  });

  it("are asked for with a return, and words with a rejection", () => {
    const fault = (kind: (typeof DESK_DECISIONS)[number], reasons: string[], note: string | null) =>
      findDecisionFault({ kind, reasons, note });
    expect(fault("accepted", [], null)).toBeNull();
    expect(fault("returned", [], "说明")).toBe("reason-needed");
    expect(fault("returned", ["return.other"], null)).toBe("note-needed");
    expect(fault("rejected", [], null)).toBe("note-needed");
  });
});
