import { describe, expect, it } from "vitest";
import { checkCandidacy } from "../../../shared/recommendation/candidacy.ts";
import { checkRound, newRound } from "../../../shared/recommendation/round.ts";
import {
  ROUND_STATES,
  ROUND_STEPS,
  STEP_NAMES,
  STEPS,
  stepsFrom,
} from "../../../shared/recommendation/states.ts";
import { candidacyWith, NOTICE, OPENING, roundWith } from "./rounds.ts";

describe("a round", () => {
  it("opens in preparation under its year, with the criteria given", () => {
    const round = newRound(OPENING);
    expect(round).toMatchObject({ id: "2026", state: "preparing", steps: [], openedBy: "王审核" });
    expect(round.criteria).toEqual(OPENING.criteria);
    expect(checkRound(round)).toEqual({ ok: true, value: round });
  });

  it("refuses a notice that ends before it is hung, present or past", () => {
    const reversed = { ...NOTICE, from: "2026-09-10", to: "2026-09-09" };
    const checked = checkRound(roundWith({ publicity: reversed, pastPublicities: [reversed] }));
    expect(checked.ok ? [] : checked.issues.map(({ path }) => path.join("."))).toEqual([
      "publicity.to",
      "pastPublicities.0.to",
    ]);
  });

  it.each([
    ["a moment without seconds", { openedAt: "2026-03-02T01:15Z" }],
    ["a state that does not exist", { state: "done" }],
    ["a field that does not exist", { remark: "" }],
  ])("refuses %s", (_, spoilt) => {
    expect(checkRound({ ...newRound(OPENING), ...spoilt }).ok).toBe(false);
  });
});

describe("the account of an objection", () => {
  const objection = {
    id: "o-1",
    receivedOn: "2026-09-09",
    from: null,
    candidacyId: null,
    handling: null,
    outcome: null,
    closedOn: null,
  };
  const codesFor = (text: string) => {
    const publicity = { ...NOTICE, objections: [{ ...objection, text }] };
    const checked = checkRound(roundWith({ publicity }));
    return checked.ok ? [] : checked.issues.map(({ code }) => code);
  };

  it("may be long and go over lines, but says something and hides nothing", () => {
    expect(codesFor(`第一，程序\n第二，材料${"长".repeat(1_900)}`)).toEqual([]);
    expect(codesFor("长".repeat(2_001))).toEqual(["text.long"]);
    expect(codesFor(" \n ")).toEqual(["text.empty"]);
    expect(codesFor("程序\u0007不公开")).toEqual(["text.control"]);
  });
});

describe("a candidacy", () => {
  it("is read as it was written, and refused where something is missing", () => {
    const candidacy = candidacyWith();
    expect(checkCandidacy(candidacy)).toEqual({ ok: true, value: candidacy });
    expect(checkCandidacy({ ...candidacy, chosenOn: undefined }).ok).toBe(false);
  });
});

describe("the machine", () => {
  it("names each step once in the log's words", () => {
    expect(STEP_NAMES).toEqual([...ROUND_STEPS, "takeBack"]);
  });

  it("reaches every state from the first, and leaves every state but the last", () => {
    const reached = new Set<string>(["preparing"]);
    for (const state of reached) {
      for (const step of stepsFrom(state as (typeof ROUND_STATES)[number])) {
        reached.add(STEPS[step].to);
      }
    }
    expect([...reached].toSorted()).toEqual([...ROUND_STATES].toSorted());
    expect(ROUND_STATES.filter((state) => stepsFrom(state).length === 0)).toEqual(["archived"]);
  });
});
