import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { coverList } from "../../../shared/workbook/lists/cover-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { publicityList } from "../../../shared/workbook/lists/publicity-list.ts";
import { ROUND_LISTS } from "../../../shared/workbook/lists/round-lists.ts";
import { type RoundSource, roundSource } from "../../../shared/workbook/lists/round-source.ts";
import { withoutNumbers } from "../../../shared/workbook/lists/without-numbers.ts";
import { titleWith, unitFileWith } from "../../support/unit-file.ts";
import { manifestWith } from "../../support/package-documents.ts";
import {
  ballotWith,
  contextWith,
  doctorWith,
  NOTICE,
  recommendedWith,
  REVIEWERS,
  roundWith,
  SIGNED,
} from "../recommendation/rounds.ts";
import { byHeading } from "./list-sources.ts";
import { sheetsOfPlan } from "./sheets-of-plan.ts";

const HOLDER = doctorWith({
  id: "p-009",
  name: "周在岗",
  titles: [titleWith({ id: "t9", level: "associateSenior", name: "副主任医师" })],
  appointments: [{ titleId: "t9", from: "2020-01", to: null, post: "regular" }],
});
const PEOPLE = [
  doctorWith({ name: "张推荐" }),
  doctorWith({ id: "p-002", name: "李候补" }),
  doctorWith({ id: "p-003", name: "赵不评" }),
  HOLDER,
];
const CANDIDACIES: readonly Candidacy[] = [
  recommendedWith({
    id: "c-002",
    personId: "p-002",
    outcome: { decision: "waiting", reason: "排在空缺以外", ...SIGNED },
  }),
  recommendedWith(),
  recommendedWith({ id: "c-004", personId: "p-003", check: null, outcome: null }),
];

function sourceWith(round: Partial<Round> = {}): RoundSource {
  const context = contextWith({
    round: roundWith({
      reviewers: REVIEWERS.map((one) => ({ ...one, isAbsent: one.id === "r-3" })),
      ballots: [
        ballotWith("b-1", { "c-001": 90, "c-002": 60 }, { reviewerId: "r-1" }),
        ballotWith("b-2", { "c-001": 80 }, { reviewerId: "r-2", recusals: ["c-002"] }),
      ],
      publicity: { ...NOTICE, certifiedBy: "王审核", certifiedAt: "2026-09-15T02:00:00Z" },
      ...round,
    }),
    candidacies: CANDIDACIES,
    people: PEOPLE,
  });
  const source = { unitFile: unitFileWith(PEOPLE), cycle: cycleOf(2026), pack: SHANDONG_2020 };
  return roundSource(source, context);
}

const textOf = (list: Parameters<typeof listPlan>[0]) =>
  JSON.stringify(sheetsOfPlan(listPlan(list)));
const LISTS = Object.entries(ROUND_LISTS);

describe("推荐人选情况一览表", () => {
  it("holds the recommended alone, with score, rank and why", () => {
    const list = ROUND_LISTS.recommendation.forRound(sourceWith());
    expect(list.rows).toHaveLength(1);
    expect(byHeading(list, 0)).toMatchObject({
      姓名: "张推荐",
      现职称: "主治医师",
      乡镇专业技术工作年限: "22年5个月",
      申报级别: "副高级",
      申报通道: "正常申报",
      是否占岗位数额: "占岗位数额",
      比对结论: "可以申报",
      评议得分: 88,
      排名: 1,
      推荐理由: "得分88.00，副高级第1名，副高级岗位空缺1个，在空缺以内",
    });
  });
});

describe("评议记录", () => {
  it("says who was there and who was not, the marks, and who waits and why", () => {
    const list = ROUND_LISTS.minutes.forRound(sourceWith({ isSecret: false }));
    expect(list.lines[1]).toEqual(["到场评议人：评议人r-1、评议人r-2", "缺席：评议人r-3"]);
    expect(list.rows.map(([, name]) => name)).toEqual(["张推荐", "李候补"]);
    expect(byHeading(list, 0)).toMatchObject({
      "各项平均分德（满分100，权重30%）": 85,
      各评议人评分: "评议人r-192.00、评议人r-284.00",
      得分: 88,
      排名: 1,
      评议结果: "推荐",
    });
    expect(byHeading(list, 1)).toMatchObject({
      各评议人评分: "评议人r-168.00、评议人r-2回避",
      排名: 2,
      评议结果: "候补",
      理由: "排在空缺以外",
    });
    expect(list.footers[0]).toBe("副高级（占岗位数额）：参加评议2人，推荐1人，候补1人。");
  });

  it("names no reviewer beside a mark where the review is secret", () => {
    const list = ROUND_LISTS.minutes.forRound(sourceWith({ isSecret: true }));
    expect(list.lines[0]?.[1]).toContain("无记名评分");
    expect(JSON.stringify(list.rows)).not.toContain("评议人r-");
    expect(byHeading(list, 0)).toMatchObject({ 各评议人评分: "92.00、84.00" });
  });

  it("gives the unit's reason for the order of equals", () => {
    const tieBreaks = [{ order: ["c-001", "c-002"], reason: "按急难任务表现", ...SIGNED }];
    const list = ROUND_LISTS.minutes.forRound(sourceWith({ tieBreaks }));
    expect(list.footers).toContain("并列处理：按急难任务表现（王审核，2026-09-02）");
  });
});

describe("岗位使用情况表", () => {
  it("shows approved, filled, special and free with the names behind (promise 25)", () => {
    const list = ROUND_LISTS.posts.forRound(sourceWith());
    expect(byHeading(list, 2)).toMatchObject({
      岗位级别: "副高级",
      核定数: 2,
      常设岗位已聘数: 1,
      常设岗位已聘人员: "周在岗",
      特设岗位已聘数: 0,
      特设岗位已聘人员: "无",
      空缺数: 1,
      本次推荐占岗位数额: "张推荐",
      本次推荐不占岗位数额: "无",
    });
  });
});

describe("公示情况证明", () => {
  it("says when, where, how many working days, and that nobody objected", () => {
    const list = ROUND_LISTS.certificate.forRound(sourceWith());
    const rows = new Map(list.rows.map(([head, value]) => [head, value]));
    expect(rows.get("公示时间")).toBe("2026-09-07至2026-09-14，共5个工作日（张贴当日不计）");
    expect(rows.get("工作日核对")).toBe("按国务院办公厅放假安排计算");
    expect(rows.get("异议情况")).toBe("公示期间没有收到异议");
    expect(rows.get("结论")).toBe("公示无异议");
    expect(rows.get("确认")).toBe("王审核，2026-09-15 10:00");
    expect(rows.get("公示人员")).toContain("张推荐");
  });

  it("tells each objection with what came of it, and not who objected", () => {
    const objection = {
      id: "o-1",
      receivedOn: "2026-09-09",
      from: "反映人钱某",
      candidacyId: null,
      text: "程序不公开",
      handling: "已说明",
      outcome: "dismissed",
      closedOn: "2026-09-10",
    } as const;
    const open = {
      ...objection,
      id: "o-2",
      from: null,
      handling: null,
      outcome: null,
      closedOn: null,
    };
    const corrections = [{ day: "2026-09-12", isWorking: true }];
    const past = { ...NOTICE, from: "2026-08-03", to: "2026-08-05" };
    const list = ROUND_LISTS.certificate.forRound(
      sourceWith({
        publicity: { ...NOTICE, corrections, objections: [objection, open] },
        pastPublicities: [past],
      }),
    );
    const rows = new Map(list.rows.map(([head, value]) => [head, value]));
    expect(rows.get("公示时间")).toContain("2026-08-03至2026-08-05的公示已撤下重新公示");
    expect(rows.get("工作日核对")).toContain("2026-09-12按上班");
    expect(rows.get("异议情况")).toBe(
      "1．2026-09-09收到实名异议：异议不成立，已说明\n2．2026-09-09收到匿名异议：正在处理",
    );
    expect(rows.get("结论")).toBe("还有1件异议没有处理完");
    expect(rows.get("确认")).toBe("还没有确认");
    expect(textOf(list)).not.toContain("钱某");
  });

  it("says that there was no notice yet", () => {
    const list = ROUND_LISTS.certificate.forRound(sourceWith({ publicity: null }));
    expect(list.rows.at(-1)).toEqual(["公示情况", "还没有公示"]);
  });
});

describe("the notice", () => {
  it("prints places and office without any number that somebody put there (promise 30)", () => {
    const source = sourceWith();
    const list = publicityList(
      source,
      source.candidates.map(({ candidate }) => candidate),
      {
        ...NOTICE,
        places: ["门诊楼 0631-7551234"],
        contact: "院办公室 王某 １３９ ００００ ００００",
      },
    );
    expect(list.footers[0]).toBe("公示地点：门诊楼 ＊＊＊");
    expect(list.footers[1]).toBe("受理异议：院办公室 王某 ＊＊＊");
    expect(textOf(list)).not.toMatch(/\d{7}|[０-９]{4}/);
  });

  it.each([
    ["139.0000.0000"],
    ["(0631) 755-1234"],
    ["37100019800101002X"],
    ["３７１０００１９８００１０１００２Ｘ"],
    ["139—0000—0000"],
  ])("blots out %s", (number) => {
    expect(withoutNumbers(`王某${number}`)).toMatch(/^王某\(?＊＊＊$/);
    expect(withoutNumbers("2号楼3层305室")).toBe("2号楼3层305室");
  });
});

describe("the forms that travel", () => {
  it("name nobody but the recommended (个人信息保护法 第六条)", () => {
    const source = sourceWith();
    const candidates = source.candidates.filter(({ decision }) => decision === "recommended");
    for (const [name, list] of LISTS) {
      const made = list.forRound({ ...source, candidates, audience: "bureau" });
      for (const other of ["李候补", "周在岗", "赵不评"]) {
        expect(textOf(made), name).not.toContain(other);
      }
    }
    const whole = ROUND_LISTS.minutes.forRound({ ...source, audience: "bureau" });
    expect(textOf(whole)).not.toContain("李候补");
    expect(textOf(whole)).toContain("参加评议2人，推荐1人，候补1人");
  });
});

describe("报送包封面", () => {
  it("says as a workbook what the page says, with both digests in groups", () => {
    const list = coverList({
      manifest: manifestWith(),
      bureauName: "荣成市人力资源和社会保障局",
      tagmanifest: "0a".repeat(32),
      file: { name: "u-001-2026-r1.jcp", size: 9, sha256: "0b".repeat(32) },
    });
    const rows = new Map(list.rows.map(([head, value]) => [head, value]));
    expect(rows.get("报送单位")).toBe("示例镇卫生院");
    expect(rows.get("内容摘要（SHA-256）")).toBe(Array(16).fill("0a0a").join(" "));
    expect(rows.get("文件摘要（SHA-256）")).toBe(Array(16).fill("0b0b").join(" "));
  });
});

describe("a form of the round on paper", () => {
  it.each(LISTS)("%s has a cell for every heading, and merges none twice", (_, definition) => {
    const list = definition.forRound(sourceWith());
    expect(list.name).toBe(definition.label);
    expect(list.rows.every((row) => row.length === list.columns.length)).toBe(true);
    const [sheet] = listPlan(list).sheets;
    expect([...(sheet?.rows ?? [])]).toHaveLength(sheet?.rowCount ?? 0);
    expect(sheet?.print?.repeatedRows).toBeDefined();
  });
});
