import { describe, expect, it } from "vitest";
import { checkCandidacy } from "../../../shared/recommendation/candidacy.ts";
import { missingForPackage } from "../../../shared/recommendation/missing-for.ts";
import {
  earliestEnd,
  findObjectionMatters,
  findOpenAppeals,
  findUnpublished,
  findUnpublishedYears,
  hangingDays,
  missingOfPlan,
  missingOfPublicity,
} from "../../../shared/recommendation/publicity.ts";
import type { Objection } from "../../../shared/recommendation/round.ts";
import { codesOf, contextWith, NOTICE, recommendedWith, roundWith, SIGNED } from "./rounds.ts";

const CERTIFIED = { certifiedBy: "王审核", certifiedAt: "2026-09-15T02:00:00Z" };

function objectionWith(given: Partial<Objection> = {}): Objection {
  return {
    id: "o-1",
    receivedOn: "2026-09-09",
    from: null,
    candidacyId: "c-001",
    text: "业绩不实",
    handling: "调阅原始记录核实",
    outcome: "dismissed",
    closedOn: "2026-09-11",
    ...given,
  };
}

describe("the plan of a notice", () => {
  it("holds five working days, the day of hanging not among them", () => {
    expect(hangingDays(NOTICE)).toBe(5);
    expect(earliestEnd("2026-09-07", 5, [])).toBe("2026-09-14");
    expect(missingOfPlan(roundWith({ publicity: NOTICE }), 5)).toEqual([]);
  });

  it("is told where it is too short, with the earliest last day", () => {
    const publicity = { ...NOTICE, to: "2026-09-13" };
    expect(missingOfPlan(roundWith({ publicity }), 5)).toEqual([
      {
        code: "publicity.short",
        details: { workingDays: 4, least: 5, earliestTo: "2026-09-14" },
      },
    ]);
  });

  it("follows the unit's corrections of the calendar", () => {
    const corrections = [{ day: "2026-09-10", isWorking: false }];
    expect(hangingDays({ ...NOTICE, corrections })).toBe(4);
    expect(earliestEnd("2026-09-07", 5, corrections)).toBe("2026-09-15");
  });

  it("names what it lacks, and the years of which no calendar is on file", () => {
    expect(codesOf(missingOfPlan(roundWith(), 5))).toEqual(["publicity.missing"]);
    expect(codesOf(missingOfPlan(roundWith({ publicity: { ...NOTICE, places: [] } }), 5))).toEqual([
      "publicity.places",
    ]);
    expect(findUnpublishedYears(roundWith())).toEqual([]);
    expect(findUnpublishedYears(roundWith({ publicity: NOTICE }))).toEqual([]);
    const late = { ...NOTICE, from: "2040-09-03", to: "2040-09-12" };
    expect(findUnpublishedYears(roundWith({ publicity: late }))).toEqual([
      { code: "publicity.unpublished", details: { year: 2040 } },
    ]);
  });
});

describe("a notice is done", () => {
  const of = (given: Partial<typeof NOTICE>, today = "2026-09-15") =>
    codesOf(
      missingOfPublicity(
        contextWith({
          round: roundWith({ publicity: { ...NOTICE, ...CERTIFIED, ...given } }),
          candidacies: [recommendedWith()],
          today,
        }),
      ),
    );

  it("on the day after its last one, certified, with every objection decided", () => {
    expect(of({})).toEqual([]);
    expect(of({}, "2026-09-14")).toEqual(["publicity.running"]);
    expect(of({ certifiedAt: null })).toEqual(["publicity.uncertified"]);
    expect(of({ objections: [objectionWith()] })).toEqual([]);
    expect(codesOf(missingOfPublicity(contextWith()))).toEqual(["publicity.missing"]);
  });

  it.each([
    ["handling", { handling: null }],
    ["outcome", { outcome: null }],
    ["day", { closedOn: null }],
  ] as const)("not while an objection has no %s", (_, given) => {
    expect(of({ objections: [objectionWith(given)] })).toEqual(["objection.open"]);
  });
});

describe("an objection that was upheld", () => {
  const round = roundWith({
    publicity: { ...NOTICE, objections: [objectionWith({ outcome: "upheld" })] },
  });

  it("stands against the recommendation until it is changed or reasoned", () => {
    expect(codesOf(findObjectionMatters(round, [recommendedWith()]))).toEqual(["objection.upheld"]);
    const outcome = { decision: "recommended", reason: "差错不影响申报条件", ...SIGNED } as const;
    expect(findObjectionMatters(round, [recommendedWith({ outcome })])).toEqual([]);
    const declined = { decision: "declined", reason: "异议成立", ...SIGNED } as const;
    expect(findObjectionMatters(round, [recommendedWith({ outcome: declined })])).toEqual([]);
  });

  it("still counts when the notice was taken down", () => {
    const past = roundWith({ pastPublicities: round.publicity === null ? [] : [round.publicity] });
    expect(codesOf(findObjectionMatters(past, [recommendedWith()]))).toEqual(["objection.upheld"]);
  });
});

describe("an appeal", () => {
  const appeal = {
    id: "s-1",
    receivedOn: "2026-09-09",
    text: "请复核得分",
    handling: null,
    outcome: null,
    closedOn: null,
    ...SIGNED,
  };
  const decided = {
    ...appeal,
    handling: "已复核",
    outcome: "dismissed",
    closedOn: "2026-09-10",
  } as const;

  it("is noted with the candidacy, and holds up the round until a person has decided it", () => {
    const open = recommendedWith({ appeals: [decided, appeal] });
    expect(checkCandidacy(open)).toEqual({ ok: true, value: open });
    const publicity = { ...NOTICE, ...CERTIFIED, candidacyIds: ["c-001"] };
    const round = roundWith({ publicity, state: "confirming" });
    const context = contextWith({ round, candidacies: [open], today: "2026-09-15" });
    expect(codesOf(missingOfPublicity(context))).toEqual(["appeal.open"]);
    expect(codesOf(missingForPackage(context))).toEqual(["appeal.open"]);
    const closed = { ...context, candidacies: [recommendedWith({ appeals: [decided] })] };
    expect(missingOfPublicity(closed)).toEqual([]);
    expect(missingForPackage(closed)).toEqual([]);
  });

  it("may be of somebody who is not recommended", () => {
    const declined = recommendedWith({ outcome: null, appeals: [appeal] });
    expect(findOpenAppeals([declined])).toEqual([
      {
        code: "appeal.open",
        details: {
          candidacyId: "c-001",
          personId: "p-001",
          appealId: "s-1",
          receivedOn: "2026-09-09",
        },
      },
    ]);
  });
});

describe("whoever is recommended", () => {
  it("was named by the notice that hung", () => {
    const candidacies = [recommendedWith()];
    const named = roundWith({ publicity: { ...NOTICE, candidacyIds: ["c-001"] } });
    expect(findUnpublished(contextWith({ candidacies, round: named }))).toEqual([]);
    const other = roundWith({ publicity: { ...NOTICE, candidacyIds: ["c-002"] } });
    expect(codesOf(findUnpublished(contextWith({ candidacies, round: other })))).toEqual([
      "candidacy.unpublished",
    ]);
    expect(codesOf(findUnpublished(contextWith({ candidacies })))).toEqual([
      "candidacy.unpublished",
    ]);
  });
});
