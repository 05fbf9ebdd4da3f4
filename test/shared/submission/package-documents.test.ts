import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { formatIssue } from "../../../shared/records/issue.ts";
import { readAssessments, writeAssessments } from "../../../shared/submission/assessments-file.ts";
import { composeDocuments } from "../../../shared/submission/compose-package.ts";
import {
  readPackageManifest,
  writePackageManifest,
} from "../../../shared/submission/package-manifest.ts";
import {
  readRecommendationFile,
  type RecommendationFile,
  writeRecommendationFile,
} from "../../../shared/submission/recommendation-file.ts";
import {
  readSubmittedUnit,
  unitFileOf,
  writeSubmittedUnit,
} from "../../../shared/submission/submitted-unit.ts";
import { readWrittenCycle, writeCycle } from "../../../shared/submission/written-cycle.ts";
import {
  ATTACHMENT,
  documentsOfTwo,
  manifestWith,
  PACK_HASH,
  recommend,
} from "../../support/package-documents.ts";
import { unitFile as unitFiles } from "../workbook/random-unit-file.ts";

const RECOMMENDATION = documentsOfTwo().recommendation;

/** Code and place of everything wrong. */
function faultsOf(read: {
  ok: boolean;
  issues?: readonly { code: string; path: readonly unknown[] }[];
}) {
  return (read.issues ?? []).map(({ code, path }) => `${code} ${path.join(".")}`);
}

function recommendationWith(given: Partial<RecommendationFile>) {
  return readRecommendationFile(writeRecommendationFile({ ...RECOMMENDATION, ...given }));
}

describe("the documents of a package", () => {
  it("read back as they were written, for any unit file", () => {
    fc.assert(
      fc.property(unitFiles, (unitFile) => {
        const open = unitFile.people.map(({ id }) => id);
        const documents = composeDocuments({
          unitFile,
          cycle: cycleOf(2026),
          pack: SHANDONG_2020,
          packSha256: PACK_HASH,
          recommended: recommendAny(unitFile, open.slice(0, 3)),
          publicity: null,
          attachments: [ATTACHMENT],
        });
        const { unit, head, people, recommendation } = documents;
        expect(readSubmittedUnit(writeSubmittedUnit(unit))).toEqual({ ok: true, value: unit });
        const text = [...writeAssessments(head, people)].join("");
        expect(readAssessments(text)).toEqual({ ok: true, value: { head, people } });
        expect(readRecommendationFile(writeRecommendationFile(recommendation))).toEqual({
          ok: true,
          value: recommendation,
        });
      }),
      { numRuns: 40 },
    );
  });

  it("name the people put forward and nobody else", () => {
    const { unit, people, recommendation } = documentsOfTwo();
    const text = [
      writeSubmittedUnit(unit),
      JSON.stringify(people),
      writeRecommendationFile(recommendation),
    ].join("");
    expect(unit.people.map(({ id }) => id)).toEqual(["p-001", "p-003"]);
    expect(text).not.toContain("p-002");
  });

  it("carry how the whole staff fills the posts", () => {
    const { unit, recommendation } = documentsOfTwo();
    expect(unit.figures.posts.intermediate).toEqual({ approved: 8, filled: 3, special: 0 });
    expect(recommendation.quota.intermediate).toEqual({
      approved: 8,
      filled: 3,
      special: 0,
      free: 5,
    });
    expect(recommendation.quota.senior).toEqual({
      approved: null,
      filled: 0,
      special: 0,
      free: null,
    });
  });
});

function recommendAny(unitFile: Parameters<typeof recommend>[0], personIds: readonly string[]) {
  return personIds.flatMap((id) => {
    try {
      return recommend(unitFile, [id]);
    } catch {
      return [];
    }
  });
}

describe("package.json", () => {
  it("reads back as it was written", () => {
    const manifest = manifestWith({ previous: PACK_HASH, revision: 7 });
    expect(readPackageManifest(writePackageManifest(manifest))).toEqual({
      ok: true,
      value: manifest,
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ["format format", { format: "jiceng.package/2" }],
    ["uuid.form id", { id: "019ABCDE-0000-7000-8000-000000000001" }],
    ["number.low revision", { revision: 0 }],
    ["number.whole revision", { revision: 1.5 }],
    ["sha256.form previous", { previous: "abc" }],
    ["instant.form createdAt", { createdAt: "2026-09-10 10:30" }],
    [
      "date.invalid cycle.applyOn",
      { cycle: { year: 2026, applyOn: "2026-09", cutOff: "2026-12-31" } },
    ],
    ["key.unknown note", { note: 1 }],
    ["type counts", { counts: null }],
  ])("is refused: %s", (expected, given) => {
    const text = JSON.stringify({ ...manifestWith(), ...given });
    expect(faultsOf(readPackageManifest(text))).toEqual([expected]);
  });
});

describe("unit.json", () => {
  it("is checked like a unit file, with the same places", () => {
    const { unit } = documentsOfTwo();
    const [first, second] = unit.people;
    const people = [first, { ...second, id: "p-001", birthDate: "2015-01-01" }];
    const read = readSubmittedUnit(JSON.stringify({ ...unit, people }));
    expect(faultsOf(read)).toContain("person.duplicate people.1.id");
    expect(faultsOf(read)).toContain("birth.before people.1.postings.0.from");
  });

  it("gives the unit file of those who travelled", () => {
    const { unit } = documentsOfTwo();
    expect(unitFileOf(unit)).toEqual({
      format: "jiceng.unit/1",
      unit: unit.unit,
      people: unit.people,
    });
  });

  it("is refused without the whole unit's figures", () => {
    const { figures: _figures, ...rest } = documentsOfTwo().unit;
    expect(faultsOf(readSubmittedUnit(JSON.stringify(rest)))).toEqual(["key.missing figures"]);
  });
});

describe("assessments.ndjson", () => {
  const LINES = [...writeAssessments(documentsOfTwo().head, documentsOfTwo().people)];

  function readLines(...lines: readonly string[]) {
    return faultsOf(readAssessments(lines.join("")));
  }

  it("has one line for its head and one for each person", () => {
    expect(LINES).toHaveLength(3);
    expect(readLines(...LINES)).toEqual([]);
  });

  it("is refused line by line", () => {
    expect(readLines(...LINES.slice(1))).toEqual(["format 1.format"]);
    expect(readLines("")).toEqual(["json 1"]);
    expect(readLines(LINES[0] ?? "", "{\n", LINES[1] ?? "")).toEqual(["json 2"]);
    expect(readLines(...LINES, "\n")).toEqual(["json 4"]);
    expect(readLines(...LINES, '{"personId":"p-9"}\n')).toEqual(["key.missing 4.assessments"]);
    const odd = (LINES[1] ?? "")
      .replace('"expected":{', '"expected":[{')
      .replace('},"found"', '}],"found"');
    expect(readLines(LINES[0] ?? "", odd)).toEqual([
      "type 2.assessments.0.requirements.0.expected",
    ]);
  });

  it("names the line of what is no JSON", () => {
    const read = readAssessments(`${LINES[0]}{"a":}\n`);
    expect(read.ok ? [] : read.issues.map(formatIssue)).toEqual([
      "[2]：不是有效的 JSON 文件，第2行第6列附近有误",
    ]);
  });
});

describe("recommendation.json", () => {
  const [first, second] = RECOMMENDATION.candidates;
  if (first === undefined || second === undefined) throw new Error("two candidates are needed");

  it("asks for the reason where the program does not find somebody eligible", () => {
    const confirmation = { ...first.confirmation, reason: null };
    const doubtful = { ...first, decision: "undetermined" as const, confirmation };
    expect(faultsOf(recommendationWith({ candidates: [doubtful, second] }))).toEqual([
      "confirmation.reason candidates.0.confirmation.reason",
    ]);
    const clear = { ...doubtful, decision: "eligible" as const };
    expect(recommendationWith({ candidates: [clear, second] }).ok).toBe(true);
  });

  it("asks who confirmed and when", () => {
    const confirmation = { ...first.confirmation, by: " ", at: "2026-09-09" };
    expect(faultsOf(recommendationWith({ candidates: [{ ...first, confirmation }] }))).toEqual([
      "text.empty candidates.0.confirmation.by",
      "instant.form candidates.0.confirmation.at",
    ]);
  });

  it("takes somebody for one title once, for another beside it", () => {
    expect(faultsOf(recommendationWith({ candidates: [first, first] }))).toEqual([
      "candidate.duplicate candidates.1",
    ]);
    const other = { ...first, level: "senior" as const };
    expect(recommendationWith({ candidates: [first, other] }).ok).toBe(true);
  });

  it("takes one scan for two people, and not twice for one", () => {
    const other = { ...ATTACHMENT, personId: "p-003" };
    expect(recommendationWith({ attachments: [ATTACHMENT, other] }).ok).toBe(true);
    expect(faultsOf(recommendationWith({ attachments: [ATTACHMENT, ATTACHMENT] }))).toEqual([
      "attachment.duplicate attachments.1",
    ]);
  });

  it.each(["JPG", "tar.gz", "", "../a", "abcdefghi"])("refuses the extension “%s”", (extension) => {
    expect(faultsOf(recommendationWith({ attachments: [{ ...ATTACHMENT, extension }] }))).toEqual([
      "extension.form attachments.0.extension",
    ]);
  });

  it("refuses a notice that ends before it begins", () => {
    expect(
      faultsOf(recommendationWith({ publicity: { from: "2026-09-07", to: "2026-09-01" } })),
    ).toEqual(["period.reversed publicity.to"]);
  });
});

describe("a cycle", () => {
  it("reads back as it was written", () => {
    expect(readWrittenCycle(writeCycle(cycleOf(2026)))).toEqual(cycleOf(2026));
  });
});
