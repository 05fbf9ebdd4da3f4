import { describe, expect, it } from "vitest";
import {
  ballotChoices,
  blankBallot,
  chosenBallot,
} from "../../../renderer/recommendation/ballots.ts";
import {
  type EnrolRow,
  enrolRows,
  filterEnrolRows,
  readEnrolFilter,
  writeEnrolFilter,
} from "../../../renderer/recommendation/enrol-lines.ts";
import { planEnrolment } from "../../../renderer/recommendation/enrolment.ts";
import { drawForm, FORM_IDS } from "../../../renderer/recommendation/forms.ts";
import { markKey } from "../../../renderer/recommendation/marks.ts";
import { matterLink } from "../../../renderer/widgets/matter-links.ts";
import {
  choiceOf,
  isChoiceNew,
  isChoiceReady,
  needsReason,
  outcomeLines,
} from "../../../renderer/recommendation/outcomes.ts";
import { currentRound, nextYear, previousRound } from "../../../renderer/widgets/rounds.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import { roundWith, SIGNED } from "../../shared/recommendation/rounds.ts";
import { sceneWith } from "./scene.ts";

const ANY = { decision: null, pathway: null, line: null, text: "" } as const;
const ROWS = enrolRows(sceneWith());

function rowsOf(filter: Partial<Parameters<typeof filterEnrolRows>[1]>): readonly EnrolRow[] {
  return filterEnrolRows(ROWS, { ...ANY, ...filter });
}

/** The first so many eligible ones on a pathway, checked and passed. */
function passedOn(pathway: "regular" | "conversion", count: number): readonly Candidacy[] {
  const rows = rowsOf({ decision: "eligible", pathway }).slice(0, count);
  return planEnrolment(sceneWith(), rows, "2026-09-01").enrolled.map((one) => ({
    ...one,
    confirmation: { on: "2026-09-02", attachmentId: null, ...SIGNED },
    check: { isPassed: true, note: null, ...SIGNED },
  }));
}

describe("the list from which people are taken", () => {
  it("begins with those who can apply, then the open answers, then the others", () => {
    const order = ROWS.map(({ assessment }) => assessment.decision);
    const firstOf = (decision: string) => order.indexOf(decision as (typeof order)[number]);
    expect(firstOf("eligible")).toBe(0);
    expect(firstOf("undetermined")).toBeGreaterThan(order.lastIndexOf("eligible"));
    expect(firstOf("ineligible")).toBeGreaterThan(order.lastIndexOf("undetermined"));
  });

  it("asks for those who can apply unless the address says otherwise, and keeps the rest of it", () => {
    expect(readEnrolFilter(new URLSearchParams()).decision).toBe("eligible");
    const before = new URLSearchParams("x=1");
    const filter = { decision: null, pathway: "regular", line: "grassroots", text: "王" } as const;
    const written = writeEnrolFilter(filter, before);
    expect(written.get("x")).toBe("1");
    expect(readEnrolFilter(written)).toEqual(filter);
    const asked = writeEnrolFilter({ ...filter, decision: "eligible" }, written);
    expect(asked.has("decision")).toBe(false);
  });

  it("finds by name, initials and the end of the ID number", () => {
    const [row] = ROWS;
    if (row === undefined) throw new Error("nobody");
    const own = (text: string) => rowsOf({ text }).map(({ person }) => person.id);
    expect(own(row.person.name)).toContain(row.person.id);
    expect(own(row.person.idTail ?? "")).toContain(row.person.id);
    expect(own("nobody is called so")).toEqual([]);
  });

  it("marks who is on the list already, and not who withdrew", () => {
    const [candidacy] = passedOn("regular", 1);
    if (candidacy === undefined) throw new Error("nobody");
    const enrolled = (one: Candidacy) =>
      enrolRows(sceneWith([one])).filter(({ isEnrolled }) => isEnrolled).length;
    expect(enrolled(candidacy)).toBe(1);
    const withdrawal = { on: "2026-09-03", reason: "本人要求", ...SIGNED };
    expect(enrolled({ ...candidacy, withdrawal })).toBe(0);
  });
});

describe("enrolling", () => {
  it("everybody who can apply on one pathway and line is refused nobody", () => {
    const rows = rowsOf({ decision: "eligible", pathway: "regular", line: "grassroots" });
    const plan = planEnrolment(sceneWith(), rows, "2026-09-01");
    expect(plan.enrolled).toHaveLength(rows.length);
    expect(plan.refused.filter(({ code }) => code === "line.both")).toEqual([]);
  });

  it("refuses both lines of one person, chosen together or one after the other", () => {
    const [first] = rowsOf({ decision: "eligible", pathway: "regular", line: "grassroots" });
    const both = ROWS.filter(
      ({ person, assessment }) =>
        person.id === first?.person.id && assessment.pathway === "regular",
    );
    const codes = planEnrolment(sceneWith(), both, "2026-09-01").refused.map(({ code }) => code);
    expect(codes).toContain("line.both");
    const [grassroots] = planEnrolment(
      sceneWith(),
      both.filter(({ assessment }) => assessment.line === "grassroots"),
      "2026-09-01",
    ).enrolled;
    if (grassroots === undefined) throw new Error("nobody");
    const provincial = both.filter(({ assessment }) => assessment.line === "provincial");
    const later = planEnrolment(sceneWith([grassroots]), provincial, "2026-09-02");
    expect(later.refused.map(({ code }) => code)).toContain("line.both");
  });
});

describe("the ballots", () => {
  const reviewers = ["甲", "乙", "丙"].map((name, index) => ({
    id: `r-${index}`,
    name,
    post: null,
    isAbsent: index === 2,
  }));

  it("with names are one of each reviewer who is there", () => {
    const round = roundWith({ isSecret: false, reviewers });
    expect(ballotChoices(round).map(({ name }) => name)).toEqual(["甲", "乙"]);
    expect(chosenBallot(ballotChoices(round), "r-1")?.name).toBe("乙");
  });

  it("without names are as many as are there, and the next one is offered until then", () => {
    const ballot = { id: "b-1", reviewerId: null, marks: [], recusals: [] };
    const round = roundWith({ isSecret: true, reviewers, ballots: [ballot] });
    expect(ballotChoices(round).map(({ key, name }) => [key, name])).toEqual([
      ["b-1", null],
      ["new", null],
    ]);
    const full = { ...round, ballots: [ballot, { ...ballot, id: "b-2" }] };
    expect(ballotChoices(full).map(({ key }) => key)).toEqual(["b-1", "b-2"]);
    expect(chosenBallot(ballotChoices(round), null)?.key).toBe("new");
  });

  it("begin with the points that the records propose for the years alone", () => {
    const marked = passedOn("regular", 2);
    const scene = sceneWith(marked);
    const { texts } = blankBallot(scene, undefined, marked);
    expect(Object.keys(texts)).toEqual(marked.map(({ id }) => markKey(id, "years")));
    for (const text of Object.values(texts)) expect(Number(text)).toBeGreaterThanOrEqual(0);
  });
});

describe("the outcomes", () => {
  it("begin as proposed, and nothing is chosen where nothing is proposed", () => {
    const lines = outcomeLines(sceneWith(passedOn("regular", 2)));
    expect(lines.map(choiceOf).map(({ decision }) => decision)).toEqual(["", ""]);
    const [unranked] = outcomeLines(sceneWith(passedOn("conversion", 1)));
    if (unranked === undefined) return;
    expect(choiceOf(unranked).decision).toBe("recommended");
  });

  it("ask a reason for everything but following a proposal to recommend", () => {
    const [candidacy] = passedOn("regular", 1);
    if (candidacy === undefined) throw new Error("nobody");
    const line = { candidacy, proposal: { decision: "recommended", ground: "unranked" } } as const;
    expect(needsReason({ decision: "recommended", reason: "" }, line)).toBe(false);
    expect(isChoiceReady({ decision: "recommended", reason: "" }, line)).toBe(true);
    expect(isChoiceReady({ decision: "declined", reason: " " }, line)).toBe(false);
    expect(isChoiceReady({ decision: "declined", reason: "师德不合格" }, line)).toBe(true);
    expect(isChoiceReady({ decision: "", reason: "" }, line)).toBe(false);
  });

  it("are confirmed anew only where they say something else", () => {
    const [candidacy] = passedOn("regular", 1);
    if (candidacy === undefined) throw new Error("nobody");
    const outcome = { decision: "waiting", reason: "排在空缺以外", ...SIGNED } as const;
    const decided = { ...candidacy, outcome };
    expect(isChoiceNew({ decision: "waiting", reason: "排在空缺以外" }, decided)).toBe(false);
    expect(isChoiceNew({ decision: "waiting", reason: "另有理由" }, decided)).toBe(true);
    expect(isChoiceNew({ decision: "recommended", reason: "" }, candidacy)).toBe(true);
    expect(isChoiceNew({ decision: "", reason: "" }, candidacy)).toBe(false);
  });
});

describe("the forms", () => {
  it("are drawn up of whoever is there, and say why not before", () => {
    const nobody = FORM_IDS.map((id) => drawForm(id, sceneWith(), null));
    expect(nobody.filter(({ ok }) => ok)).toHaveLength(1);
    const outcome = { decision: "recommended", reason: null, ...SIGNED } as const;
    const scene = sceneWith(passedOn("regular", 2).map((one) => ({ ...one, outcome })));
    for (const id of FORM_IDS) {
      const form = drawForm(id, scene, scene.candidacies[0]?.id ?? null);
      expect(form, id).toMatchObject({ ok: true });
    }
    expect(drawForm("minutes", { ...scene, answers: null }, null)).toEqual({
      ok: false,
      why: "otherDays",
    });
  });
});

describe("the rounds of the years", () => {
  const of = (year: number, state: "archived" | "checking") =>
    roundWith({ id: String(year), year, state });
  const records = (...rounds: readonly ReturnType<typeof of>[]) => ({
    rounds: new Map(rounds.map((round) => [round.id, round])),
    settings: {
      cycle: { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" },
      operators: [],
      operatorId: null,
    },
  });

  it("open at the latest that is still under way", () => {
    const all = records(of(2024, "archived"), of(2025, "checking"), of(2026, "archived"));
    expect(currentRound(all)?.year).toBe(2025);
    expect(currentRound(records(of(2024, "archived"), of(2025, "archived")))?.year).toBe(2025);
    expect(currentRound(records())).toBeNull();
  });

  it("are followed by the next year, and bring the one before to mind", () => {
    const all = records(of(2024, "archived"), of(2026, "checking"));
    expect(nextYear(all)).toBe(2027);
    expect(nextYear(records(of(2024, "archived")))).toBe(2026);
    expect(previousRound(all, 2026)?.year).toBe(2024);
    expect(previousRound(all, 2024)).toBeNull();
  });
});

describe("what is missing", () => {
  it("leads to where it is mended: the candidate's part, the ballot, another page", () => {
    const names = { candidacyId: "c 1", personId: "p-1" };
    const link = (matter: Parameters<typeof matterLink>[1]) => matterLink(2026, matter);
    expect(link({ code: "confirmation.missing", details: names })).toBe(
      "/round/2026/candidate?id=c+1&at=confirmation",
    );
    expect(
      link({ code: "ballot.incomplete", details: { ballotId: "b-1", place: 1, missing: 2 } }),
    ).toBe("/round/2026/review?part=ballots&ballot=b-1");
    expect(link({ code: "receipt.missing", details: { revision: 1 } })).toBe("/submissions");
    expect(link({ code: "step.first", details: {} })).toBeNull();
    expect(link({ code: "round.open", details: { year: 2025, state: "checking" } })).toBe(
      "/round/2025",
    );
  });
});
