import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { RoundContext } from "../../../shared/recommendation/context.ts";
import { missingOfReview } from "../../../shared/recommendation/missing-review.ts";
import { sayProposal } from "../../../shared/recommendation/proposal-sentences.ts";
import { accountQuota } from "../../../shared/recommendation/quota.ts";
import { proposeOutcome, reviewFigures } from "../../../shared/recommendation/review.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { titleWith } from "../../support/unit-file.ts";
import {
  ballotWith,
  codesOf,
  type ContextGiven,
  contextWith,
  doctorWith,
  recommendedWith,
  REVIEWERS,
  roundWith,
  SIGNED,
} from "./rounds.ts";

const PEOPLE = ["p-001", "p-002", "p-003"].map((id) => doctorWith({ id, name: `张${id}` }));
const THREE: readonly Candidacy[] = [
  recommendedWith({ outcome: null }),
  recommendedWith({ id: "c-002", personId: "p-002", outcome: null }),
  recommendedWith({ id: "c-003", personId: "p-003", outcome: null }),
];
const POINTS = { "c-001": 70, "c-002": 90, "c-003": 80 };
const BALLOTS = ["b-1", "b-2", "b-3"].map((id) => ballotWith(id, POINTS));

/** Three doctors marked by three reviewers, with two posts of 副高级 free. */
function reviewWith(given: ContextGiven = {}, round: Partial<Round> = {}): RoundContext {
  return contextWith({
    candidacies: THREE,
    people: PEOPLE,
    round: roundWith({ state: "reviewing", reviewers: [...REVIEWERS], ballots: BALLOTS, ...round }),
    ...given,
  });
}

function proposalsOf(context: RoundContext) {
  const figures = reviewFigures(context, SHANDONG_2020);
  return context.candidacies.map((one) => proposeOutcome(one, figures, context.posts));
}

function decide(...decisions: readonly ("recommended" | "waiting" | "declined" | null)[]) {
  return THREE.map((one, index): Candidacy => {
    const decision = decisions[index] ?? null;
    return { ...one, outcome: decision === null ? null : { decision, reason: null, ...SIGNED } };
  });
}

describe("a proposal", () => {
  it("recommends as many as posts are free, the best first, with the figures", () => {
    expect(proposalsOf(reviewWith()).map(sayProposal)).toEqual([
      "得分76.00，副高级第3名，副高级岗位空缺2个，排在空缺以外，列为候补",
      "得分92.00，副高级第1名，副高级岗位空缺2个，在空缺以内",
      "得分84.00，副高级第2名，副高级岗位空缺2个，在空缺以内",
    ]);
  });

  it("never is a decision: nobody is recommended until a person has confirmed it (promise 27)", () => {
    const context = reviewWith();
    expect(proposalsOf(context).filter(({ decision }) => decision === "recommended")).toHaveLength(
      2,
    );
    expect(context.candidacies.every(({ outcome }) => outcome === null)).toBe(true);
    expect(codesOf(missingOfReview(context, SHANDONG_2020))).toEqual([
      "outcome.missing",
      "outcome.missing",
      "outcome.missing",
      "recommended.none",
    ]);
  });

  it("recommends outside the quota whoever is exempt", () => {
    const candidacies = THREE.map((one) => ({ ...one, pathway: "townshipTenure" as const }));
    const proposed = proposalsOf(reviewWith({ candidacies, unit: { posts: null } }));
    expect(proposed.map(({ decision }) => decision)).toEqual(Array(3).fill("recommended"));
    expect(proposed.map(sayProposal)[0]).toBe("得分76.00，副高级第3名，所报通道不占岗位数额");
  });

  it("counts no posts below none where more are filled than approved", () => {
    const posts = { junior: 1, intermediate: 1, associateSenior: 1, senior: 1 };
    const candidacies = THREE.map((one) => ({ ...one, level: "intermediate" as const }));
    const [first] = proposalsOf(reviewWith({ unit: { posts }, candidacies }));
    expect(first === undefined ? "" : sayProposal(first)).toBe(
      "得分76.00，中级第3名，中级岗位空缺0个，排在空缺以外，列为候补",
    );
  });

  it("takes whoever is not ranked at the check's word", () => {
    const candidacies = [recommendedWith({ pathway: "conversion", level: "intermediate" })];
    const [proposal] = proposalsOf(reviewWith({ candidacies }, { ballots: [] }));
    expect(proposal).toEqual({ decision: "recommended", ground: "unranked" });
  });

  it.each([
    ["marks are missing", reviewWith({}, { ballots: [] }), "unmarked"],
    ["the posts are not known", reviewWith({ unit: { posts: null } }), "postsUnknown"],
    [
      "equals stand across the last free post",
      reviewWith({}, { ballots: [ballotWith("b-1", { "c-001": 80, "c-002": 80, "c-003": 80 })] }),
      "tie",
    ],
  ])("is none where %s", (_, context, ground) => {
    const proposals = proposalsOf(context);
    expect(proposals.map((one) => one.decision)).toEqual([null, null, null]);
    expect(proposals.map((one) => one.ground)).toEqual(Array(3).fill(ground));
    for (const one of proposals) expect(sayProposal(one)).not.toBe("");
  });

  it("says that township years or the unit's word told equals apart", () => {
    const equal = { "c-001": 80, "c-002": 80, "c-003": 60 };
    const tieBreaks = [{ order: ["c-002", "c-001"], reason: "集体研究", ...SIGNED }];
    const [first] = proposalsOf(reviewWith({}, { ballots: [ballotWith("b", equal)], tieBreaks }));
    expect(first === undefined ? "" : sayProposal(first)).toContain("第2名（同分经集体研究确定）");
    const [younger, ...others] = PEOPLE;
    if (younger === undefined) throw new Error("a person is needed");
    const postings = [{ ...younger.postings[0], from: "2008-08" }] as typeof younger.postings;
    const people = [{ ...younger, postings }, ...others];
    const [told] = proposalsOf(reviewWith({ people }, { ballots: [ballotWith("b", equal)] }));
    expect(told === undefined ? "" : sayProposal(told)).toContain("第2名（同分按乡镇工作年限）");
  });
});

describe("before the notice hangs", () => {
  const whole = { candidacies: decide("waiting", "recommended", "recommended") };
  const reasoned = {
    candidacies: whole.candidacies.map((one) =>
      one.outcome?.decision === "waiting"
        ? { ...one, outcome: { ...one.outcome, reason: "岗位已满" } }
        : one,
    ),
  };

  it("nothing is missing of a review that was done, decided and reasoned", () => {
    expect(missingOfReview(reviewWith(reasoned), SHANDONG_2020)).toEqual([]);
  });

  it.each<[string, Partial<Round>, readonly string[]]>([
    [
      "weights do not add up",
      { criteria: roundWith().criteria.map((one) => ({ ...one, weight: 30 })) },
      ["criteria.weights"],
    ],
    [
      "too few reviewers were there",
      {
        reviewers: REVIEWERS.map((one) => ({ ...one, isAbsent: one.id === "r-3" })),
        ballots: BALLOTS.slice(1),
      },
      ["reviewers.few"],
    ],
    ["a secret ballot is missing", { ballots: BALLOTS.slice(1) }, ["ballots.count"]],
    [
      "an open ballot is missing",
      {
        isSecret: false,
        ballots: BALLOTS.slice(1).map((one, index) => ({ ...one, reviewerId: `r-${index + 1}` })),
      },
      ["ballot.missing"],
    ],
    [
      "an open ballot is of somebody absent",
      {
        isSecret: false,
        reviewers: [...REVIEWERS, { id: "r-4", name: "丁", post: null, isAbsent: true }],
        ballots: [...BALLOTS, ballotWith("b-4", POINTS)].map((one, index) => ({
          ...one,
          reviewerId: `r-${index + 1}`,
        })),
      },
      ["ballots.count"],
    ],
    [
      "a ballot has a gap",
      {
        ballots: [...BALLOTS.slice(1), ballotWith("b-4", { "c-001": 70, "c-002": 90 })],
      },
      ["ballot.incomplete"],
    ],
    [
      "a mark is above the most",
      {
        ballots: BALLOTS.map((one) => ({
          ...one,
          marks: one.marks.map((mark) =>
            one.id === "b-1" && mark.criterionId === "years" ? { ...mark, points: 26 } : mark,
          ),
        })),
      },
      ["ballot.points"],
    ],
  ])("it is said that %s", (_, round, expected) => {
    const codes = codesOf(missingOfReview(reviewWith(reasoned, round), SHANDONG_2020));
    expect(codes).toEqual(expected);
  });

  it("everybody must be marked by somebody", () => {
    const ballots = BALLOTS.map((one) => ({ ...one, recusals: ["c-001"] }));
    const matters = missingOfReview(reviewWith(reasoned, { ballots }), SHANDONG_2020);
    expect(codesOf(matters)).toEqual(["marks.none"]);
  });

  it("a tie across the last free post is named with everybody in it", () => {
    const ballots = ["b-1", "b-2", "b-3"].map((id) =>
      ballotWith(id, { "c-001": 80, "c-002": 90, "c-003": 80 }),
    );
    const matters = missingOfReview(reviewWith(reasoned, { ballots }), SHANDONG_2020);
    expect(matters.filter(({ code }) => code === "tie.open")).toEqual([
      {
        code: "tie.open",
        details: { candidacyIds: ["c-001", "c-003"], personIds: ["p-001", "p-003"] },
      },
    ]);
  });

  it("who waits, is declined, or is taken out of turn has a reason", () => {
    const codes = (candidacies: readonly Candidacy[]) =>
      codesOf(missingOfReview(reviewWith({ candidacies }), SHANDONG_2020));
    expect(codes(whole.candidacies)).toEqual(["outcome.reason"]);
    expect(codes(decide("recommended", "recommended", "declined"))).toEqual([
      "outcome.reason",
      "outcome.reason",
    ]);
  });

  it("no more are recommended than posts are free, and none who failed the check", () => {
    const three = decide("recommended", "recommended", "recommended").map((one) => ({
      ...one,
      outcome: one.outcome === null ? null : { ...one.outcome, reason: "业绩突出" },
    }));
    const matters = missingOfReview(reviewWith({ candidacies: three }), SHANDONG_2020);
    expect(matters).toEqual([
      {
        code: "quota.exceeded",
        details: { group: "associateSenior", free: 2, recommended: 3 },
      },
    ]);
    const [first, ...others] = reasoned.candidacies;
    if (first === undefined) throw new Error("a candidacy is needed");
    const check = { isPassed: false, note: "材料不实", ...SIGNED };
    const outcome = { decision: "recommended", reason: null, ...SIGNED } as const;
    const failed = [{ ...first, check, outcome }, ...others];
    expect(codesOf(missingOfReview(reviewWith({ candidacies: failed }), SHANDONG_2020))).toContain(
      "outcome.unchecked",
    );
  });
});

describe("the account of posts", () => {
  it("shows approved, filled, special and free, and the names behind each (promise 25)", () => {
    const holder = doctorWith({
      id: "p-009",
      titles: [titleWith({ id: "t9", level: "associateSenior" })],
      appointments: [{ titleId: "t9", from: "2020-01", to: null, post: "regular" }],
    });
    const special = {
      ...holder,
      id: "p-010",
      appointments: [{ titleId: "t9", from: "2020-01", to: null, post: "special" as const }],
    };
    const people = [...PEOPLE, holder, special];
    const candidacies = [
      ...decide("recommended", "waiting"),
      recommendedWith({ id: "c-010", personId: "p-010", pathway: "townshipTenure" }),
    ];
    const context = reviewWith({ people, candidacies });
    const accounts = accountQuota(
      context.posts,
      people.map(readPerson),
      20_697, // 2026-09-01
      candidacies,
    );
    const account = accounts.find(({ group }) => group === "associateSenior");
    expect(account).toMatchObject({
      approved: 2,
      filled: 1,
      special: 1,
      free: 1,
      filledBy: ["p-009"],
      specialBy: ["p-010"],
    });
    expect(account?.recommended.map(({ id }) => id)).toEqual(["c-001"]);
    expect(account?.waiting.map(({ id }) => id)).toEqual(["c-002"]);
    expect(account?.exempt.map(({ id }) => id)).toEqual(["c-010"]);
    expect(accounts.map(({ group, filled }) => `${group} ${filled}`)).toEqual([
      "junior 0",
      "intermediate 3",
      "associateSenior 1",
      "senior 0",
    ]);
  });
});
