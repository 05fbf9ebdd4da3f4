import { describe, expect, it } from "vitest";
import { duties, type Duty, type DutyKind } from "../../../shared/policy/duties.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { sayDuty } from "../../../shared/policy/wording/duty-sentences.ts";
import type { Person } from "../../../shared/records/person.ts";
import { day } from "../../support/answers.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

function due(person: Person, on = "2026-11-23", inCatalogue = true): readonly Duty[] {
  const { unit, people } = unitFileWith([person], { inCatalogue });
  return duties(unit, people.map(readPerson), day(on), SHANDONG_2020);
}

function dueOf<Kind extends DutyKind>(kind: Kind, person: Person, on?: string) {
  return due(person, on).filter((one): one is Extract<Duty, { kind: Kind }> => one.kind === kind);
}

function hours(year: number, publicHours: number, professional: number): Person["training"] {
  const base = { year, inSpecialty: false } as const;
  return [
    { ...base, id: `g${year}`, hours: publicHours, category: "public" },
    { ...base, id: `z${year}`, hours: professional, category: "professional" },
  ];
}

describe("hours missing this year", () => {
  const missing = (training: Person["training"], posting = postingWith()) =>
    dueOf("hoursMissing", personWith({ postings: [posting], training }));

  it("are what is short of 90, of 30 public and of 60 professional", () => {
    expect(missing(hours(2026, 20, 45.5))).toEqual([
      {
        kind: "hoursMissing",
        personId: "p-001",
        year: 2026,
        total: 24.5,
        public: 10,
        professional: 14.5,
        dueOn: "2026-12-31",
        clause: "鲁人社字〔2020〕42号 七",
      },
    ]);
    expect(missing(hours(2026, 0, 95))).toMatchObject([{ total: 0, public: 30, professional: 0 }]);
    expect(missing(hours(2026, 95, 0))).toMatchObject([{ total: 0, public: 0, professional: 60 }]);
    expect(missing([])).toMatchObject([{ total: 90, public: 30, professional: 60 }]);
    expect(missing(hours(2026, 30, 30))).toMatchObject([
      { total: 30, public: 0, professional: 30 },
    ]);
    expect(missing(hours(2026, 0, 60))).toMatchObject([{ total: 30, public: 30, professional: 0 }]);
  });

  it("are none once the year is full, whatever other years hold", () => {
    expect(missing(hours(2026, 30, 60))).toEqual([]);
    expect(missing([...hours(2026, 30, 60), ...hours(2025, 0, 0)])).toEqual([]);
    expect(missing(hours(2025, 30, 60))).toHaveLength(1);
  });

  it("are asked of who works in a professional post today", () => {
    expect(missing([], postingWith({ professional: false }))).toEqual([]);
    expect(missing([], postingWith({ to: "2026-11-22" }))).toEqual([]);
    expect(missing([], postingWith({ to: "2026-11-23" }))).toHaveLength(1);
    expect(missing([], postingWith({ setting: "county" }))).toHaveLength(1);
    expect(missing([], postingWith({ kind: "leave" }))).toEqual([]);
    expect(missing([], postingWith({ kind: "study" }))).toEqual([]);
  });

  it.each([
    [hours(2026, 20, 45.5), "2026年还差24.5学时（其中公需科目10、专业科目14.5）"],
    [hours(2026, 40, 45), "2026年还差15学时（其中专业科目15）"],
    [hours(2026, 0, 95), "2026年还差30学时（其中公需科目30）"],
    [hours(2026, 10, 70), "2026年还差20学时（其中公需科目20）"],
  ])("are told in a sentence", (training, sentence) => {
    expect(missing(training).map(sayDuty)).toEqual([sentence]);
  });
});

describe("training for a new title", () => {
  const training = (obtainedOn: string, entries: Person["training"] = [], level = "intermediate") =>
    dueOf(
      "trainingForNewTitle",
      personWith({
        titles: [titleWith({ obtainedOn, level: level as "intermediate" })],
        training: entries,
      }),
    );

  it("is due by the end of the year after an intermediate or higher title", () => {
    expect(training("2025-11-20")).toEqual([
      {
        kind: "trainingForNewTitle",
        personId: "p-001",
        title: {
          name: "主治医师",
          level: "intermediate",
          line: "provincial",
          obtainedOn: "2025-11-20",
        },
        dueOn: "2026-12-31",
        isOverdue: false,
        clause: "鲁人社字〔2020〕42号 七",
      },
    ]);
    expect(training("2025-11-20", [], "assistant")).toEqual([]);
    expect(training("2025-11-20", [], "senior")).toHaveLength(1);
  });

  it("is done by an entry in its year or the next", () => {
    expect(training("2025-11-20", hours(2025, 1, 0))).toEqual([]);
    expect(training("2025-11-20", hours(2026, 1, 0))).toEqual([]);
    expect(training("2025-11-20", hours(2024, 1, 0))).toHaveLength(1);
    expect(training("2024-11-20", hours(2026, 1, 0))).toMatchObject([{ isOverdue: true }]);
  });

  it("is overdue from the day after it was due", () => {
    const overdue = (on: string) =>
      dueOf(
        "trainingForNewTitle",
        personWith({ titles: [titleWith({ obtainedOn: "2025-11-20" })] }),
        on,
      ).map(({ isOverdue }) => isOverdue);
    expect(overdue("2026-12-31")).toEqual([false]);
    expect(overdue("2027-01-01")).toEqual([true]);
  });

  it("is not asked for titles from before the duty, nor for those to come", () => {
    expect(training("2019-12-31")).toEqual([]);
    expect(training("2020-01-01")).toMatchObject([{ isOverdue: true, dueOn: "2021-12-31" }]);
    expect(training("2026-11-24")).toEqual([]);
    expect(training("2026-11-23")).toHaveLength(1);
  });

  it("is told with its date, or as overdue", () => {
    expect(training("2025-11-20").map(sayDuty)).toEqual([
      "新取得中级全省统一职称“主治医师”（2025年11月20日取得），尚无岗前培训记录，应在2026年12月31日前参加",
    ]);
    expect(training("2020-11-20").map(sayDuty)[0]).toContain("已逾期，请尽快补训");
  });
});

describe("service owed", () => {
  const exchange = postingWith({ kind: "exchange", from: "2022-03-01" });
  const exchanged = (obtainedOn: string, posting = exchange, on?: string) =>
    dueOf(
      "serviceOwed",
      personWith({ postings: [posting], titles: [titleWith({ obtainedOn })] }),
      on,
    );

  it("is five years from the day after a title obtained while exchanged", () => {
    expect(exchanged("2023-11-20")).toEqual([
      {
        kind: "serviceOwed",
        personId: "p-001",
        because: "exchange",
        since: "2023-11-21",
        dueOn: "2028-11-20",
        postingEndsOn: null,
        clause: "鲁人社字〔2020〕42号 五（二）",
      },
    ]);
    expect(exchanged("2022-02-28")).toEqual([]);
    expect(exchanged("2022-03-01")).toHaveLength(1);
    expect(exchanged("2023-11-20", { ...exchange, setting: "grassroots" })).toEqual([]);
    expect(exchanged("2023-11-20", { ...exchange, kind: "regular" })).toEqual([]);
  });

  it("runs from its first day to its last", () => {
    expect(exchanged("2023-11-20", exchange, "2023-11-20")).toEqual([]);
    expect(exchanged("2023-11-20", exchange, "2023-11-21")).toHaveLength(1);
    expect(exchanged("2023-11-20", exchange, "2028-11-20")).toHaveLength(1);
    expect(exchanged("2023-11-20", exchange, "2028-11-21")).toEqual([]);
  });

  it("says when the posting ends before it is done", () => {
    const ends = (to: string) => exchanged("2023-11-20", { ...exchange, to });
    expect(ends("2027-06-30")).toMatchObject([{ postingEndsOn: "2027-06-30" }]);
    expect(ends("2028-11-20")).toMatchObject([{ postingEndsOn: null }]);
    expect(ends("2028-11-19")).toMatchObject([{ postingEndsOn: "2028-11-19" }]);
    expect(ends("2027-06-30").map(sayDuty)).toEqual([
      "交流到乡镇期间取得职称，服务期自2023年11月21日至2028年11月20日；岗位到2027年6月30日为止，服务期将不满",
    ]);
  });

  it("is five years from a direct hire into the township", () => {
    const hired = (given: Partial<typeof exchange>) =>
      dueOf(
        "serviceOwed",
        personWith({
          postings: [postingWith({ kind: "directHire", from: "2022-03-01", ...given })],
        }),
      );
    expect(hired({})).toMatchObject([
      { because: "directHire", since: "2022-03-01", dueOn: "2027-02-28" },
    ]);
    expect(hired({}).map(sayDuty)).toEqual([
      "直接聘用到乡镇事业单位，服务期自2022年3月1日至2027年2月28日",
    ]);
    expect(hired({ setting: "grassroots" })).toEqual([]);
    expect(hired({ from: "2021-11-23" })).toEqual([]);
    expect(hired({ from: "2021-11-24" })).toHaveLength(1);
    expect(hired({ from: "2026-11-24" })).toEqual([]);
  });
});

describe("grassroots titles about to lapse", () => {
  const GRASSROOTS = titleWith({ line: "grassroots" });
  const lapsing = (...postings: Partial<ReturnType<typeof postingWith>>[]) =>
    dueOf("titleLapses", personWith({ postings: postings.map(postingWith), titles: [GRASSROOTS] }));

  it("are named with the last day of work at the grassroots", () => {
    expect(lapsing({ to: "2027-06" })).toMatchObject([
      { dueOn: "2027-06-30", title: { line: "grassroots" }, clause: "鲁人社字〔2020〕42号 四" },
    ]);
    expect(lapsing({ to: "2027-06" }).map(sayDuty)[0]).toContain(
      "基层工作经历到2027年6月30日为止，离开基层单位后",
    );
  });

  it("are none where work goes on, here or in another grassroots unit", () => {
    expect(lapsing({})).toEqual([]);
    expect(lapsing({ to: "2027-06" }, { from: "2027-07", setting: "grassroots" })).toEqual([]);
    expect(lapsing({ to: "2027-06" }, { from: "2027-08" })).toHaveLength(1);
    expect(lapsing({ to: "2027-06" }, { from: "2027-07", setting: "county" })).toHaveLength(1);
  });

  it("are none that have lapsed already, nor provincial ones or those to come", () => {
    expect(lapsing({ to: "2026-10" })).toEqual([]);
    const postings = [postingWith({ to: "2027-06" })];
    expect(dueOf("titleLapses", personWith({ postings, titles: [titleWith()] }))).toEqual([]);
    const obtained = (obtainedOn: string) =>
      dueOf("titleLapses", personWith({ postings, titles: [{ ...GRASSROOTS, obtainedOn }] }));
    expect(obtained("2026-11-23")).toHaveLength(1);
    expect(obtained("2026-11-24")).toEqual([]);
  });
});

describe("sanctions and the catalogue", () => {
  it("names the sanctions running today", () => {
    const running = (from: string, to: string | null) =>
      dueOf("sanctionRuns", personWith({ sanctions: [{ kind: "demerit", from, to }] }));
    expect(running("2026-01", "2027-06")).toMatchObject([
      { sanction: "demerit", dueOn: "2027-06-30" },
    ]);
    expect(running("2026-01", null).map(sayDuty)).toEqual(["记过处分期未定截止日"]);
    expect(running("2026-01", "2026-11-22")).toEqual([]);
    expect(running("2026-11-24", null)).toEqual([]);
    expect(running("2026-01", "2027-06").map(sayDuty)).toEqual(["记过处分期至2027年6月30日"]);
  });

  it.each([
    ["2026-06-30", "2026-06-30"],
    ["2026-07-01", "2027-06-30"],
    ["2026-01-01", "2026-06-30"],
  ])("asks the bureau on %s for the catalogue by %s", (on, dueOn) => {
    const [duty] = dueOf("catalogueUpdate", personWith(), on);
    expect(duty).toMatchObject({ personId: null, dueOn, isUnitListed: true });
    expect(duty?.clause).toBe("威人社字〔2020〕36号 二");
  });

  it("tells a unit outside the catalogue to ask to be listed", () => {
    const [duty] = due(personWith(), "2026-11-23", false);
    expect(duty === undefined ? "" : sayDuty(duty)).toContain("本单位目前未列入目录");
    const [listed] = due(personWith(), "2026-11-23");
    expect(listed === undefined ? "" : sayDuty(listed)).not.toContain("未列入");
  });

  it("leaves who owes nothing out, so that the bureau's own duty is the only one", () => {
    const person = personWith({
      postings: [postingWith({ kind: "directHire", from: "2010-01" })],
      titles: [titleWith({ obtainedOn: "2012-11-20" })],
      training: hours(2026, 30, 60),
    });
    expect(due(person).map(({ kind }) => kind)).toEqual(["catalogueUpdate"]);
  });

  it("keeps the records' order among what is due on one day", () => {
    const kinds = ["demerit", "dismissal", "demotion"] as const;
    const together = (to: string | null) =>
      dueOf(
        "sanctionRuns",
        personWith({ sanctions: kinds.map((kind) => ({ kind, from: "2026-01", to })) }),
      ).map(({ sanction }) => sanction);
    expect(together("2027-01-31")).toEqual(kinds);
    expect(together(null)).toEqual(kinds);
  });

  it("puts what is due first at the top and what has no date at the bottom", () => {
    const person = personWith({
      postings: [postingWith()],
      sanctions: [
        { kind: "demerit", from: "2026-01", to: null },
        { kind: "demerit", from: "2026-01", to: "2026-11-30" },
        { kind: "warning", from: "2026-01", to: "2027-11-30" },
        { kind: "dismissal", from: "2026-01", to: null },
      ],
    });
    expect(due(person).map(({ dueOn }) => dueOn)).toEqual([
      "2026-11-30",
      "2026-12-31",
      "2027-06-30",
      "2027-11-30",
      null,
      null,
    ]);
  });
});
