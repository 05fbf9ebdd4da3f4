import { describe, expect, test } from "vitest";
import type { RecordChange } from "../../../renderer/store/types.ts";
import { describeChanges } from "../../../renderer/widgets/history-changes.ts";

const change = (before: unknown, after: unknown, table: RecordChange["table"] = "person") => ({
  table,
  id: "p-1",
  personId: "p-1",
  before,
  after,
});

describe("what an edit changed, in words", () => {
  test("a field shows its name and both values in the words of the screen", () => {
    const before = { id: "p-1", name: "王芳", sex: "female", idNumber: null };
    const after = { id: "p-1", name: "王芳", sex: "male", idNumber: "11010519491231002X" };
    expect(describeChanges([change(before, after)])).toEqual([
      { kind: "changed", what: "性别", before: "女", after: "男" },
      { kind: "changed", what: "身份证号", before: "", after: "11010519491231002X" },
    ]);
  });

  test("a list shows only the item that changed", () => {
    const kept = { from: "2006-08", to: null, employer: "甲镇卫生院", setting: "township" };
    const old = { from: "2001-07", to: "2006-07", employer: "乙镇卫生院", setting: "county" };
    const mended = { ...old, setting: "township" };
    const lines = describeChanges([
      change({ id: "p-1", postings: [kept, old] }, { id: "p-1", postings: [kept, mended] }),
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual({
      kind: "changed",
      what: "工作经历",
      before: "2001-07 至 2006-07 乙镇卫生院 县级",
      after: "2001-07 至 2006-07 乙镇卫生院 乡镇",
    });
  });

  test("an added and a removed item are told apart", () => {
    const appraisal = { year: 2024, result: "excellent" };
    expect(describeChanges([change({ appraisals: [] }, { appraisals: [appraisal] })])).toEqual([
      { kind: "added", what: "年度考核", before: "", after: "2024年 优秀" },
    ]);
    expect(describeChanges([change({ appraisals: [appraisal] }, { appraisals: [] })])).toEqual([
      { kind: "removed", what: "年度考核", before: "2024年 优秀", after: "" },
    ]);
  });

  test("a new person is one line with the name", () => {
    expect(describeChanges([change(null, { id: "p-1", name: "王芳", sex: "female" })])).toEqual([
      { kind: "added", what: "人员", before: "", after: "王芳" },
    ]);
  });

  test("a change of somebody's record says whose it is, a new person only their name", () => {
    const name = (id: string) => (id === "p-1" ? "王芳" : null);
    const entry = { year: 2026, hours: 12, category: "professional" };
    const lines = describeChanges(
      [
        change(null, entry, "training"),
        change({ sex: "female" }, { sex: "male" }),
        change(null, { id: "p-1", name: "王芳" }),
      ],
      name,
    );
    expect(lines.map(({ who }) => who)).toEqual(["王芳", "王芳", undefined]);
  });

  test("who works now is shown by name", () => {
    const operators = [{ id: "o-1", name: "李强" }];
    const [line] = describeChanges([
      change({ operators, operatorId: null }, { operators, operatorId: "o-1" }, "settings"),
    ]);
    expect(line).toMatchObject({ what: "当前操作员", before: "", after: "李强" });
  });

  test("a running period is said to run until now", () => {
    const [line] = describeChanges([
      change({ postings: [] }, { postings: [{ from: "2006-08", to: null, employer: "甲" }] }),
    ]);
    expect(line?.after).toBe("2006-08 至 今 甲");
  });

  test("the import of a whole unit does not fill the screen", () => {
    const many = Array.from({ length: 500 }, (_, index) => change(null, { name: `人${index}` }));
    expect(describeChanges(many).length).toBe(40);
  });
});

describe("the year's round, in words", () => {
  test("a new round is named by its year, a candidacy by what is applied for", () => {
    const round = { id: "2026", year: 2026, state: "preparing", criteria: [] };
    const candidacy = {
      id: "c-1",
      roundId: "2026",
      personId: "p-1",
      pathway: "townshipTenure",
      line: "grassroots",
      series: "health",
      level: "intermediate",
    };
    expect(
      describeChanges([change(null, round, "round"), change(candidacy, null, "candidacy")]),
    ).toEqual([
      { kind: "added", what: "推荐年度", before: "", after: "2026年度" },
      {
        kind: "removed",
        what: "推荐报名",
        before: "乡镇年限倾斜 基层职称 卫生 中级",
        after: "",
      },
    ]);
  });

  test("a step is told in the words of the screen, with Beijing time", () => {
    const step = {
      step: "enrol",
      from: "preparing",
      to: "enrolling",
      at: "2026-03-02T01:15:30Z",
      by: "李会计",
      note: null,
    };
    const before = { id: "2026", state: "preparing", steps: [] };
    const after = { id: "2026", state: "enrolling", steps: [step] };
    expect(describeChanges([change(before, after, "round")])).toEqual([
      { kind: "changed", what: "进度", before: "筹备", after: "报名" },
      {
        kind: "added",
        what: "办理记录",
        before: "",
        after: "筹备 至 报名 开始报名 2026-03-02 09:15 李会计",
      },
    ]);
  });

  test("a secret ballot says how much was marked, and neither whom nor how", () => {
    const mark = { candidacyId: "c-1", criterionId: "moral", points: 7 };
    const ballot = { id: "b-1", reviewerId: null, marks: [mark, mark], recusals: ["c-2"] };
    expect(describeChanges([change({ ballots: [] }, { ballots: [ballot] }, "round")])).toEqual([
      { kind: "added", what: "评议表", before: "", after: "2项评分 1人回避" },
    ]);
  });

  test("what was decided on a candidacy is told with its reason", () => {
    const signed = { by: "李会计", at: "2026-03-02T01:15:30Z" };
    const before = { id: "c-1", check: null, outcome: null };
    const after = {
      id: "c-1",
      check: { isPassed: true, note: null, ...signed },
      outcome: { decision: "waiting", reason: "岗位已满", ...signed },
    };
    expect(describeChanges([change(before, after, "candidacy")])).toEqual([
      { kind: "changed", what: "资格审核", before: "", after: "通过：是 李会计 2026-03-02 09:15" },
      {
        kind: "changed",
        what: "推荐结果",
        before: "",
        after: "候补 岗位已满 李会计 2026-03-02 09:15",
      },
    ]);
  });
});
