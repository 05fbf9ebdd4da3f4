import { describe, expect, it } from "vitest";
import {
  checkContents,
  formatContentIssue,
  type PackageContents,
} from "../../../shared/submission/package-contents.ts";
import { ATTACHMENT, contentsOfTwo, HASH } from "../../support/package-documents.ts";

const SOUND = contentsOfTwo();

/** File, code and place of everything on which a spoilt package does not agree. */
function faultsOf(given: Partial<PackageContents>): readonly string[] {
  return checkContents({ ...SOUND, ...given }).map(({ file, issue }) =>
    [file, issue.code, issue.path.join(".")].join(" ").trim(),
  );
}

const { manifest, unit, assessments, recommendation, files, bagInfo } = SOUND;
const [candidate] = recommendation.candidates;
if (candidate === undefined) throw new Error("a candidate is needed");

describe("the contents of a package", () => {
  it("agree when they were drawn up together", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<readonly [string, Partial<PackageContents>]>([
    [
      "bag-info.txt copy.differs Payload-Oxum",
      { bagInfo: new Map([...bagInfo, ["Payload-Oxum", "1.1"]]) },
    ],
    [
      "bag-info.txt copy.differs Contact-Phone",
      { bagInfo: new Map([...bagInfo, ["Contact-Phone", "1"]]) },
    ],
    [
      "unit.json copy.differs unit",
      { unit: { ...unit, unit: { ...unit.unit, name: "别的医院" } } },
    ],
    [
      "unit.json copy.differs figures.on",
      { unit: { ...unit, figures: { ...unit.figures, on: "2026-09-02" } } },
    ],
    [
      "assessments.ndjson copy.differs 1.cycle",
      {
        assessments: {
          ...assessments,
          head: { ...assessments.head, cycle: { ...manifest.cycle, cutOff: "2027-12-31" } },
        },
      },
    ],
    [
      "assessments.ndjson copy.differs 1.pack",
      {
        assessments: {
          ...assessments,
          head: { ...assessments.head, pack: { id: "x", sha256: HASH } },
        },
      },
    ],
    [
      "recommendation.json copy.differs cycle",
      { recommendation: { ...recommendation, cycle: { ...manifest.cycle, year: 2025 } } },
    ],
    [
      "recommendation.json copy.differs candidates.0.decision",
      {
        recommendation: {
          ...recommendation,
          candidates: recommendation.candidates.map((one, index) =>
            index === 0
              ? { ...one, decision: one.decision === "eligible" ? "undetermined" : "eligible" }
              : one,
          ),
        },
      },
    ],
    [
      "recommendation.json assessment.missing candidates.2",
      {
        recommendation: {
          ...recommendation,
          candidates: [...recommendation.candidates, { ...candidate, level: "technician" }],
        },
      },
    ],
    [
      "recommendation.json copy.differs quota.junior",
      {
        recommendation: {
          ...recommendation,
          quota: {
            ...recommendation.quota,
            junior: { approved: 99, filled: 0, special: 0, free: 99 },
          },
        },
      },
    ],
    [
      "recommendation.json copy.differs attachments.0.size",
      { recommendation: { ...recommendation, attachments: [{ ...ATTACHMENT, size: 1 }] } },
    ],
    [
      "recommendation.json person.unknown attachments.0.personId",
      {
        recommendation: { ...recommendation, attachments: [{ ...ATTACHMENT, personId: "p-002" }] },
      },
    ],
    [
      "package.json copy.differs counts",
      { manifest: { ...manifest, counts: { ...manifest.counts, forms: 2 } } },
    ],
  ])("do not agree: %s", (expected, given) => {
    expect(faultsOf(given)).toContain(expected);
  });

  it("hold nobody who was not put forward", () => {
    const [first] = unit.people;
    if (first === undefined) throw new Error("a person is needed");
    const people = [...unit.people, { ...first, id: "p-002" }];
    expect(faultsOf({ unit: { ...unit, people } })).toEqual([
      "unit.json person.surplus people.2.id",
      "assessments.ndjson copy.differs",
      "package.json copy.differs counts",
    ]);
  });

  it("lack nobody who was put forward", () => {
    const faults = faultsOf({ unit: { ...unit, people: unit.people.slice(0, 1) } });
    expect(faults).toContain("recommendation.json person.unknown candidates.1.personId");
  });

  it("hold each attachment that is listed, and none that is not", () => {
    const without = files.filter(({ path }) => !path.startsWith("attachments/"));
    expect(faultsOf({ files: without })).toContain(
      "recommendation.json file.missing attachments.0",
    );
    const surplus = { path: `attachments/${"1".repeat(64)}.jpg`, size: 1, sha256: "1".repeat(64) };
    expect(faultsOf({ files: [...files, surplus] })).toContain(`${surplus.path} file.unknown`);
  });

  it("name an attachment by its own hash", () => {
    const renamed = files.map((one) =>
      one.path.startsWith("attachments/") ? { ...one, sha256: HASH } : one,
    );
    expect(faultsOf({ files: renamed })).toEqual([
      `attachments/${ATTACHMENT.sha256}.jpg copy.differs`,
    ]);
  });

  it.each(["notes.txt", "forms/roster.ods", "forms/sub/roster.xlsx", "attachments/a.jpg"])(
    "hold nothing that the format does not know, such as %s",
    (path) => {
      expect(faultsOf({ files: [...files, { path, size: 1, sha256: HASH }] })).toContain(
        `${path} file.unknown`,
      );
    },
  );
});

describe("an issue of a package", () => {
  it("names file, place and value in one line", () => {
    const [issue] = checkContents({
      ...SOUND,
      recommendation: { ...recommendation, attachments: [{ ...ATTACHMENT, size: 1 }] },
    });
    expect(issue === undefined ? "" : formatContentIssue(issue)).toBe(
      `recommendation.json attachments[0].size：与attachments/${ATTACHMENT.sha256}.jpg不一致，应为“1234”，现为“1”`,
    );
  });

  it("names the line in a file of lines", () => {
    const at = { path: [3, "personId"], value: 1, details: { expected: "text" as const } };
    expect(formatContentIssue({ file: "assessments.ndjson", issue: { code: "type", ...at } })).toBe(
      "assessments.ndjson 第3行 personId：类型不对，应为文字，现为“1”",
    );
  });
});
