import { describe, expect, it } from "vitest";
import { ImportJob, type ImportView } from "../../../renderer/exchange/import-job.ts";
import { headingChoice, tableChoice } from "../../../renderer/exchange/mapping-choice.ts";
import { readWorkbook } from "../../../electron/services/workbooks/read-workbook.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import type { WorkbookData } from "../../../shared/workbook/cell.ts";
import { type Row, sheetOf, workbookOf } from "../../shared/workbook/importing.ts";
import { personWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

const NOTHING_DECIDED = { mapping: {}, defaults: {} };

function jobOf(workbook: WorkbookData, existing: UnitFile | null): ImportJob {
  return new ImportJob({ workbook, existing, pack: SHANDONG_2020 });
}

async function exampleRoster(): Promise<WorkbookData> {
  const read = await readWorkbook("docs/examples/roster.xlsx");
  if (!read.ok) throw new Error(read.code);
  return read.workbook;
}

function rowsOf(view: ImportView, outcome: string): readonly string[] {
  return view.rows.filter((row) => row.outcome === outcome).map(({ name }) => name);
}

const ROSTER: readonly Row[] = [
  ["姓名", "性别", "出生日期", "职称", "取得时间", "来院时间"],
  ["张示例", "女", "1980-01-01", "副主任医师", "2020.12", "2004.08"],
  ["李示例", "男", "1985-03-01", "主治医师", "2015.11", "2008.07"],
];
const ZHANG = personWith({ id: "p-001", name: "张示例", titles: [titleWith()] });

describe("the example roster", () => {
  it("adds up to the rows of its file and names whom it refuses and why", async () => {
    const view = jobOf(await exampleRoster(), unitFileWith([])).look(NOTHING_DECIDED);
    const { read, added, changed, unchanged, refused, ignored } = view.counts;
    expect(added + changed + unchanged + refused + ignored).toBe(read);
    expect(view.rows.filter(({ issues }) => issues.length > 0)).toHaveLength(refused);
    expect(refused).toBeGreaterThan(0);
    expect(rowsOf(view, "added").every((name) => name !== "")).toBe(true);
  });

  it("shows samples of what stands in each column", async () => {
    const view = jobOf(await exampleRoster(), unitFileWith([])).look(NOTHING_DECIDED);
    const [table] = view.tables;
    const name = table?.columns.find(({ key }) => key === "name");
    expect(name?.samples).toHaveLength(3);
    expect(new Set(name?.samples)).toEqual(new Set(name?.samples.filter((text) => text !== "")));
  });

  it("changes nothing the second time", async () => {
    const workbook = await exampleRoster();
    const job = jobOf(workbook, unitFileWith([]));
    const good = job
      .look(NOTHING_DECIDED)
      .rows.flatMap(({ outcome }, at) => (outcome === "refused" ? [] : [at]));
    const people = job.commit(good)?.putPeople ?? [];
    expect(people.length).toBeGreaterThan(0);
    const again = jobOf(workbook, unitFileWith(people));
    const view = again.look(NOTHING_DECIDED);
    expect([view.counts.added, view.counts.changed]).toEqual([0, 0]);
    const places = view.rows.flatMap(({ outcome }, at) => (outcome === "refused" ? [] : [at]));
    expect(again.commit(places)).toEqual({ unit: null, putPeople: [], leftOut: [] });
  });
});

describe("what becomes of a row", () => {
  const view = jobOf(workbookOf(sheetOf("花名册", ROSTER)), unitFileWith([ZHANG])).look(
    NOTHING_DECIDED,
  );

  it("is told field by field for who is on file, old and new", () => {
    const [zhang] = view.rows;
    expect(zhang?.outcome).toBe("changed");
    expect(zhang?.changes).toContainEqual({
      sheet: "titles",
      sheetName: "职称",
      record: "",
      field: "",
      before: null,
      after: expect.stringContaining("副主任医师") as string,
    });
    expect(zhang?.changes.some(({ sheet }) => sheet === "person")).toBe(false);
  });

  it("is everything of who is new", () => {
    const li = view.rows.find(({ name }) => name === "李示例");
    expect(li?.outcome).toBe("added");
    expect(li?.changes.find(({ field }) => field === "出生日期")).toMatchObject({
      before: null,
      after: "1985-03-01",
    });
  });

  it("shows the old value beside the new one where a field changes", () => {
    const sheet = sheetOf("职称", [
      ["人员编号", "姓名", "职称编号", "系列", "级别", "职称类别", "职称名称", "取得时间"],
      ["p-001", "张示例", "t1", "卫生", "中级", "全省统一职称", "主治医师", "2013-01-05"],
    ]);
    const changed = jobOf(workbookOf(sheet), unitFileWith([ZHANG])).look({
      mapping: { kind: "template" },
      defaults: {},
    });
    expect(changed.rows[0]?.changes).toEqual([
      {
        sheet: "titles",
        sheetName: "职称",
        record: "主治医师",
        field: "取得时间",
        before: "2012-11-20",
        after: "2013-01-05",
      },
    ]);
  });
});

describe("a commit", () => {
  it("writes the chosen rows alone", () => {
    const job = jobOf(workbookOf(sheetOf("花名册", ROSTER)), unitFileWith([ZHANG]));
    job.look(NOTHING_DECIDED);
    expect(job.commit([1])?.putPeople.map(({ name }) => name)).toEqual(["李示例"]);
    expect(job.commit([0, 1])?.putPeople).toHaveLength(2);
  });

  it("is not possible where the workbook has nothing to import", () => {
    const job = jobOf(workbookOf(sheetOf("其他", [["甲", "乙"]])), unitFileWith([]));
    expect(job.look(NOTHING_DECIDED).problem).toBe("nothingFound");
    expect(job.commit([])).toBeNull();
  });

  it("is refused for another unit's workbook, which is named", () => {
    const sheet = sheetOf("单位", [
      ["单位编号", "单位名称", "主要系列", "是否列入基层单位目录清单"],
      ["u-999", "别的镇卫生院", "卫生", "是"],
    ]);
    const view = jobOf(workbookOf(sheet, sheetOf("人员", [["姓名"]])), unitFileWith([])).look(
      NOTHING_DECIDED,
    );
    expect(view.problem).toBe("anotherUnit");
    expect(view.problemDetail).toContain("示例镇卫生院");
  });
});

describe("a decision of the user", () => {
  it("takes a column for something else, or leaves it out", () => {
    const job = jobOf(workbookOf(sheetOf("花名册", ROSTER)), unitFileWith([]));
    const tables = { 花名册: { columns: { D: null } } };
    const view = job.look({ mapping: { tables }, defaults: {} });
    const column = view.tables[0]?.columns.find(({ letters }) => letters === "D");
    expect(column?.state).toBe("declined");
    const titles = job.commit([0, 1])?.putPeople.flatMap((person) => person.titles);
    expect(titles).toEqual([]);
  });

  it("settles what the roster leaves open", () => {
    const job = jobOf(workbookOf(sheetOf("花名册", ROSTER)), unitFileWith([]));
    job.look({ mapping: {}, defaults: { setting: "county" } });
    const settings = job.commit([0, 1])?.putPeople.map(({ postings }) => postings[0]?.setting);
    expect(settings).toEqual(["county", "county"]);
  });
});

describe("headings that were not found where they are", () => {
  /** Codes of the office instead of headings, over a line of remarks that nobody would guess. */
  const rows: readonly Row[] = [
    ["2026年职工情况"],
    ["甲栏", "乙栏", "丙栏"],
    ["张示例", "女", "1980-01-01"],
    [],
    ["李示例", "男", "1985-03-01"],
  ];
  const workbook = workbookOf(sheetOf("花名册", rows));

  it("are said not to be found, with how each sheet begins", () => {
    const view = jobOf(workbook, unitFileWith([])).look(NOTHING_DECIDED);
    expect(view.problem).toBe("nothingFound");
    expect(view.tops).toEqual([
      {
        sheet: "花名册",
        rows: [
          { number: 1, text: "2026年职工情况" },
          { number: 2, text: "甲栏、乙栏、丙栏" },
          { number: 3, text: "张示例、女、1980-01-01" },
          { number: 5, text: "李示例、男、1985-03-01" },
        ],
      },
    ]);
  });

  it("are where the user says, and the columns under them can be chosen", () => {
    const job = jobOf(workbook, unitFileWith([]));
    const headed = headingChoice({}, "花名册", [2, 2]);
    const [table] = job.look({ mapping: headed, defaults: {} }).tables;
    expect(table?.headingRows).toEqual([2, 2]);
    expect(table?.columns.map(({ heading }) => heading)).toEqual(["甲栏", "乙栏", "丙栏"]);
    const mapping = tableChoice(headed, "花名册", { A: "name", B: "sex", C: "birthDate" });
    const view = job.look({ mapping, defaults: {} });
    expect(view.problem).toBeNull();
    expect(rowsOf(view, "added")).toEqual(["张示例", "李示例"]);
  });

  it("show a long row by its beginning", () => {
    const long = workbookOf(sheetOf("花名册", [["标题".repeat(30)]]));
    const view = jobOf(long, unitFileWith([])).look(NOTHING_DECIDED);
    expect(view.tops[0]?.rows).toEqual([{ number: 1, text: `${"标题".repeat(12)}…` }]);
  });
});
