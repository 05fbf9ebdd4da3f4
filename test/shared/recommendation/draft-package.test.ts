import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { composeDocuments } from "../../../shared/submission/compose-package.ts";
import { contentOfDraft } from "../../../shared/recommendation/draft-package.ts";
import { packageDraftSchema } from "../../../shared/submission/package-draft.ts";
import {
  readRecommendationFile,
  writeRecommendationFile,
} from "../../../shared/submission/recommendation-file.ts";
import { remarkConfirmations } from "../../../shared/submission/recomputed.ts";
import { draftWith, scanWith, SETTLEMENT } from "./drafts.ts";
import { type contextWith, SIGNED } from "./rounds.ts";

/** The recommendation file that Node makes of a draft. */
function recommendationOf(
  draft: ReturnType<typeof draftWith>["draft"],
  context: ReturnType<typeof contextWith>,
) {
  const recommended = draft.candidates.map((one) => {
    const assessments = context.answers.get(one.personId)?.assessments ?? [];
    const assessment = assessments.find(
      ({ pathway, line, level }) =>
        pathway === one.pathway && line === one.line && level === one.level,
    );
    if (assessment === undefined) throw new Error("no answer");
    return { ...one, assessment };
  });
  return composeDocuments({
    unitFile: draft.unitFile,
    cycle: cycleOf(2026),
    pack: SHANDONG_2020,
    packSha256: "5c".repeat(32),
    recommended,
    publicity: draft.publicity,
    attachments: [],
    proceedings: draft.proceedings,
  }).recommendation;
}

describe("what is asked to be packed", () => {
  it("is the recommended people with score, rank and who decided", () => {
    const { draft } = draftWith();
    expect(packageDraftSchema.safeParse(draft).success).toBe(true);
    expect(draft.candidates.map(({ personId, score, rank }) => [personId, score, rank])).toEqual([
      ["p-001", 92, 1],
      ["p-003", 84, 2],
    ]);
    expect(draft.candidates[0]?.confirmation).toEqual({ ...SIGNED, reason: null });
    expect(draft.candidates[1]?.confirmation.reason).toContain("人工认定“年度考核”符合");
    expect(draft.cycle).toEqual({ year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" });
  });

  it("holds the papers that the pack asks of them and the sheets they signed, each once", () => {
    const scans = [
      scanWith({}),
      scanWith({ id: "a-2" }),
      scanWith({ id: "a-3", sha256: "7e".repeat(32), kind: "publicity" }),
      scanWith({ id: "a-4", sha256: "7f".repeat(32), personId: "p-002" }),
      scanWith({ id: "a-sheet", sha256: "80".repeat(32), kind: "确认表", name: "确认表" }),
    ];
    expect(draftWith({}, scans).draft.attachments).toEqual([
      {
        sha256: "7d".repeat(32),
        extension: "jpg",
        personId: "p-001",
        kind: "title",
        title: "职称证书.JPG",
        size: 1_234,
        crc32: "0a1b2c3d",
      },
      expect.objectContaining({ sha256: "80".repeat(32), extension: "bin", kind: "other" }),
    ]);
  });
});

describe("recommendation.json of a round", () => {
  it("carries confirmations, settlements, means, ballots, notice and steps, and reads back", () => {
    const { draft, context } = draftWith();
    const file = recommendationOf(draft, context);
    const read = readRecommendationFile(writeRecommendationFile(file));
    expect(read).toEqual({ ok: true, value: file });
    expect(file.candidates[1]?.proceedings).toEqual({
      ownConfirmation: { on: "2026-09-01", ...SIGNED },
      settlements: [SETTLEMENT],
      check: { note: null, ...SIGNED },
      means: [
        { criterionId: "virtue", mean: 80 },
        { criterionId: "work", mean: 80 },
        { criterionId: "years", mean: 25 },
      ],
      ballots: [84, 84, 84].map((score) => ({ reviewer: null, score })),
      townshipDays: 8_188,
      ground: "得分84.00，副高级第2名，副高级岗位空缺2个，在空缺以内",
    });
    expect(file.proceedings?.review.pools).toEqual([
      { group: "associateSenior", quota: "counts", ranked: 3, recommended: 2, waiting: 1 },
    ]);
    expect(file.proceedings?.notice).toMatchObject({ workingDays: 5, places: ["门诊楼公示栏"] });
  });

  it("names nobody who is not recommended, and nobody who objected", () => {
    const { draft, context } = draftWith();
    const text = writeRecommendationFile(recommendationOf(draft, context));
    for (const secret of ["p-002", "c-002", "李候补", "反映人钱某", "论文"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("tells the bureau of everybody who was put forward against the rules' finding", () => {
    const { draft, context } = draftWith();
    const remarks = remarkConfirmations(recommendationOf(draft, context));
    expect(remarks.map(({ personId }) => personId)).toEqual(["p-003"]);
  });

  it("is read from an older package, which has no proceedings", () => {
    const { draft, context } = draftWith();
    const { proceedings: _, ...file } = recommendationOf(draft, context);
    const older = {
      ...file,
      candidates: file.candidates.map(({ proceedings: __, ...one }) => one),
    };
    expect(readRecommendationFile(writeRecommendationFile(older))).toEqual({
      ok: true,
      value: older,
    });
  });
});

describe("the content of a draft", () => {
  it("is another one as soon as something that travels is another one, and only then", () => {
    const { draft } = draftWith();
    const content = contentOfDraft(draft);
    const { unitFile, candidates } = draft;
    const chosen = new Set(candidates.map(({ personId }) => personId));
    const renamed = (isChosen: boolean) => ({
      ...draft,
      unitFile: {
        ...unitFile,
        people: unitFile.people.map((person) =>
          chosen.has(person.id) === isChosen ? { ...person, name: "改名" } : person,
        ),
      },
    });
    expect(contentOfDraft({ ...draft, isReplacing: true })).toBe(content);
    expect(contentOfDraft(renamed(false))).toBe(content);
    expect(contentOfDraft(renamed(true))).not.toBe(content);
    expect(contentOfDraft({ ...draft, publicity: null })).not.toBe(content);
    expect(contentOfDraft(draftWith({}, [scanWith({})]).draft)).not.toBe(content);
  });
});
