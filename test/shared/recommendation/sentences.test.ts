import { describe, expect, it } from "vitest";
import type { Matter, MatterCode, MatterDetails } from "../../../shared/recommendation/matter.ts";
import { sayMatter } from "../../../shared/recommendation/sentences.ts";
import { labelStep, ROUND_STATES, STEP_NAMES } from "../../../shared/recommendation/states.ts";

const ONE = { candidacyId: "c-001", personId: "p-001" };

/** Each code with details, so that none goes unread. */
const SAMPLES: { readonly [Code in MatterCode]: MatterDetails[Code] } = {
  "step.state": { step: "publish", state: "checking" },
  "step.note": { step: "takeBack" },
  "step.first": {},
  "step.bureau": {},
  "package.built": { revision: 2 },
  "receipt.missing": { revision: 2 },
  "cycle.pack": { packId: "shandong-2020", applyOn: "2026-09-01" },
  "cycle.year": { applyOn: "2025-09-01", cutOff: "2026-12-31", year: 2026 },
  "candidates.none": {},
  "person.unknown": ONE,
  "answer.missing": ONE,
  "confirmation.missing": ONE,
  "line.both": { ...ONE, otherId: "c-002", clause: "鲁人社字〔2020〕42号 四" },
  "line.application": { ...ONE, year: 2026, clause: "鲁人社字〔2020〕42号 四" },
  "candidacy.twice": { ...ONE, otherId: "c-002" },
  "check.missing": ONE,
  "check.note": ONE,
  "check.unfounded": ONE,
  "requirement.open": { ...ONE, requirementId: "appraisal.results" },
  "decision.changed": ONE,
  "candidates.nonePassed": {},
  "criteria.weights": { sum: 90 },
  "reviewers.few": { present: 2, least: 3 },
  "ballot.missing": { reviewerId: "r-1", name: "甲" },
  "ballots.count": { ballots: 2, present: 3 },
  "ballot.incomplete": { ballotId: "b-1", place: 1, missing: 4 },
  "ballot.points": { ballotId: "b-1", place: 1 },
  "marks.none": ONE,
  "tie.open": { candidacyIds: ["c-001", "c-002"], personIds: ["p-001", "p-002"] },
  "outcome.missing": ONE,
  "outcome.reason": ONE,
  "outcome.unchecked": ONE,
  "quota.exceeded": { group: "senior", free: -1, recommended: 1 },
  "quota.unknown": { group: "senior" },
  "recommended.none": {},
  "publicity.missing": {},
  "publicity.places": {},
  "publicity.short": { workingDays: 4, least: 5, earliestTo: "2026-09-14" },
  "publicity.unpublished": { year: 2040 },
  "publicity.running": { to: "2026-09-14" },
  "publicity.uncertified": {},
  "objection.open": { objectionId: "o-1", receivedOn: "2026-09-09" },
  "objection.upheld": { ...ONE, objectionId: "o-1" },
  "candidacy.unpublished": ONE,
  "appeal.open": { ...ONE, appealId: "o-1", receivedOn: "2026-09-09" },
  "material.missing": { ...ONE, kind: "integrity" },
  "result.missing": ONE,
  "round.open": { year: 2025, state: "accepted" },
};

const say = (matter: Matter) => sayMatter(matter, (personId) => `〈${personId}〉`);

describe("a matter in words", () => {
  it.each(Object.entries(SAMPLES).map(([code, details]) => ({ code, details }) as Matter))(
    "$code: names people and what to do, and no id",
    (matter) => {
      const said = say(matter);
      expect(said).toMatch(/\p{Script=Han}{4}/u);
      expect(said).not.toMatch(/undefined|null|\bc-00|\br-1|\bb-1|\bo-1|[a-z]+\.[a-z]+/i);
      if ("personId" in matter.details) expect(said).toContain("〈p-001〉");
      expect(said).not.toMatch(/[。，]$/);
    },
  );

  it("says the clause where both lines are refused", () => {
    expect(say({ code: "line.both", details: SAMPLES["line.both"] })).toBe(
      "〈p-001〉本年度已报另一类职称，同年度不得同时申报两类职称（鲁人社字〔2020〕42号 四），请由本人选定一类",
    );
  });

  it("shows no posts below none", () => {
    expect(say({ code: "quota.exceeded", details: SAMPLES["quota.exceeded"] })).toBe(
      "正高级岗位空缺0个，占岗位数额推荐了1人，请减少推荐人数",
    );
  });

  it("tells a package that was not built from one that was not answered", () => {
    const none = say({ code: "receipt.missing", details: { revision: null } });
    expect(none).toContain("还没有生成报送包");
    expect(say({ code: "receipt.missing", details: { revision: 2 } })).toContain("第2版");
  });
});

describe("the log's words", () => {
  it("name each step differently", () => {
    const labels = STEP_NAMES.map(labelStep);
    expect(new Set(labels).size).toBe(labels.length);
    expect(ROUND_STATES).toHaveLength(11);
  });
});
