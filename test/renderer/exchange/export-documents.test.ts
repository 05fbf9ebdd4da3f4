import { describe, expect, it } from "vitest";
import { candidateOptions, oneEach } from "../../../renderer/exchange/candidate-options.ts";
import {
  drawUp,
  previewExport,
  EXPORT_KINDS,
  type ExportId,
  type ExportSource,
} from "../../../renderer/exchange/export-documents.ts";
import { ImportJob } from "../../../renderer/exchange/import-job.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { OFFICIAL_LISTS } from "../../../shared/workbook/lists/registry.ts";
import { plainPlan } from "../../../shared/workbook/plain-plan.ts";
import {
  candidatesOf,
  DOCTOR,
  ID_NUMBER,
  REGULAR,
  sourceOf,
} from "../../shared/workbook/list-sources.ts";
import { sheetsOfPlan } from "../../shared/workbook/sheets-of-plan.ts";

const OTHER = { id: "p-002", name: "李示例", sex: "male", birthDate: "1985-03-01" } as const;
const LISTS = sourceOf(DOCTOR, OTHER);
const SOURCE: ExportSource = {
  ...LISTS,
  today: dayOf(2026, 11, 23),
  ids: null,
  candidates: candidatesOf(LISTS, REGULAR),
};

function textOf(id: ExportId, source = SOURCE): string {
  return JSON.stringify(plainPlan(drawUp(id, source)));
}

describe("the exports", () => {
  it("hold every official list of the core", () => {
    const ids = EXPORT_KINDS.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(OFFICIAL_LISTS)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(EXPORT_KINDS.map(({ id }) => id))(
    "%s says whether it bears an ID number, and is right",
    (id) => {
      expect(previewExport(id, SOURCE).hasIdNumbers).toBe(textOf(id).includes(ID_NUMBER));
    },
  );

  it("put no ID number on the notice board", () => {
    expect(previewExport("publicity", SOURCE).hasIdNumbers).toBe(false);
    expect(previewExport("roster", SOURCE).hasIdNumbers).toBe(true);
  });

  it("are of the chosen people alone", () => {
    const chosen = { ...SOURCE, ids: new Set(["p-002"]) };
    for (const id of ["staff", "workbook", "training", "service"] as const) {
      expect(textOf(id, chosen), id).toContain("李示例");
      expect(textOf(id, chosen), id).not.toContain("张示例");
    }
  });

  it("preview as many columns as the file has", () => {
    for (const { id } of EXPORT_KINDS) {
      const preview = previewExport(id, SOURCE);
      if (preview.columns.length === 0) continue;
      const headings = preview.columns.map(({ heading }) => heading);
      expect(
        preview.rows.every((row) => row.length <= headings.length),
        id,
      ).toBe(true);
      expect(new Set(headings).size, id).toBe(headings.length);
    }
  });

  it("go over the bridge: nothing in their plans is lost as JSON", () => {
    for (const { id } of EXPORT_KINDS) {
      const plan = plainPlan(drawUp(id, SOURCE));
      expect(JSON.parse(JSON.stringify(plan)), id).toEqual(plan);
    }
  });
});

describe("a preview", () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ ...OTHER, id: `p-${100 + at}` }));
  const source = { ...SOURCE, ...sourceOf(...many, DOCTOR) };

  it("shows the first people and says of how many", () => {
    for (const id of ["staff", "training", "service"] as const) {
      expect(previewExport(id, source).total, id).toEqual({ shown: 8, all: 21 });
    }
  });

  it("warns of ID numbers further down than it shows", () => {
    expect(previewExport("staff", source).hasIdNumbers).toBe(true);
    const chosen = { ...source, ids: new Set(["p-100"]) };
    expect(previewExport("staff", chosen).hasIdNumbers).toBe(false);
  });

  it("counts the records of each sheet of the whole workbook", () => {
    const { rows } = previewExport("workbook", { ...SOURCE, ids: new Set(["p-001"]) });
    expect(rows.slice(0, 3)).toEqual([
      ["单位", "1"],
      ["人员", "1"],
      ["学历", "2"],
    ]);
  });
});

describe("the roster of the staff", () => {
  it("names education, title, appointment and since when of each", () => {
    const preview = previewExport("staff", SOURCE);
    const row = Object.fromEntries(
      preview.columns.map(({ heading }, at) => [heading, preview.rows[0]?.[at]]),
    );
    expect(row).toMatchObject({
      姓名: "张示例",
      身份证号: ID_NUMBER,
      最高学历: "本科",
      毕业院校: "示例大学",
      职称名称: "主治医师",
      聘任时间: "2013-01",
      来本单位时间: "2004-08",
    });
  });

  it("changes nothing when it is imported again", () => {
    const plan = drawUp("staff", SOURCE);
    const job = new ImportJob({
      workbook: sheetsOfPlan(plan),
      existing: SOURCE.unitFile,
      pack: SHANDONG_2020,
    });
    const { counts, kind } = job.look({ mapping: {}, defaults: {} });
    expect([kind, counts.added, counts.changed, counts.refused]).toEqual(["roster", 0, 0, 0]);
    expect(counts.unchanged).toBe(2);
  });
});

describe("the candidates to choose from", () => {
  it("are those who can apply, once for each thing they can apply for", () => {
    const answers = evaluate(SOURCE.unitFile, SOURCE.cycle, SOURCE.pack);
    const people = new Map(SOURCE.unitFile.people.map((person) => [person.id, person]));
    const options = candidateOptions(answers, people);
    const eligible = answers.flatMap(({ assessments }) =>
      assessments.filter(({ decision }) => decision === "eligible"),
    );
    expect(options).toHaveLength(eligible.length);
    expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  });
});

describe("choosing candidates", () => {
  const option = (personId: string, line: "provincial" | "grassroots") => ({
    key: `${personId}:${line}`,
    name: personId,
    question: line,
    choice: { personId, pathway: "regular" as const, line },
  });
  const options = [
    option("p-001", "provincial"),
    option("p-001", "grassroots"),
    option("p-002", "provincial"),
  ];
  const nobody = new Set<string>();

  it("puts the later choice of a person in the place of the earlier one", () => {
    const before = new Set(["p-001:provincial"]);
    const after = new Set(["p-001:provincial", "p-001:grassroots"]);
    expect([...oneEach(options, before, after)]).toEqual(["p-001:grassroots"]);
  });

  it("takes one thing of each person where all are chosen at once", () => {
    const all = new Set(options.map(({ key }) => key));
    expect([...oneEach(options, nobody, all)]).toEqual(["p-001:provincial", "p-002:provincial"]);
  });

  it("lets a choice be taken back", () => {
    expect(oneEach(options, new Set(["p-002:provincial"]), nobody).size).toBe(0);
  });
});
