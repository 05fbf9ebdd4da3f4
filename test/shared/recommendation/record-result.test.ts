import { describe, expect, it } from "vitest";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import {
  clearResult,
  leadsToTitle,
  recordResult,
} from "../../../shared/recommendation/record-result.ts";
import { type Person, personSchema } from "../../../shared/records/person.ts";

const SIGNED = { by: "王会计", at: "2027-01-10T02:00:00Z" };
const ROUND = { year: 2026 };
const PERSON: Person = personSchema.parse({
  id: "p-1",
  name: "张三",
  sex: "female",
  birthDate: "1980-05",
  titles: [
    {
      id: "t-1",
      series: "health",
      level: "intermediate",
      line: "provincial",
      name: "主治医师",
      obtainedOn: "2014-11-20",
    },
  ],
  applications: [
    {
      year: 2025,
      series: "health",
      level: "associateSenior",
      line: "grassroots",
      outcome: "failed",
    },
  ],
});
const CANDIDACY: Candidacy = {
  id: "c-1",
  roundId: "2026",
  personId: "p-1",
  pathway: "regular",
  line: "grassroots",
  series: "health",
  level: "associateSenior",
  chosenOn: "2026-09-01",
  decision: "eligible",
  confirmation: null,
  settlements: [],
  check: null,
  outcome: null,
  withdrawal: null,
  waivers: [],
  result: null,
};
const PASSED = {
  outcome: "passed",
  on: "2026-12-20",
  titleName: "副主任医师（基层）",
  titleId: "t-2",
} as const;

describe("a result", () => {
  it("that is passed puts the title on file and closes the application of the year", () => {
    const { person, candidacy } = recordResult(ROUND, PERSON, CANDIDACY, PASSED, SIGNED);
    expect(person.titles.map(({ id, name, obtainedOn }) => [id, name, obtainedOn])).toEqual([
      ["t-1", "主治医师", "2014-11-20"],
      ["t-2", "副主任医师（基层）", "2026-12-20"],
    ]);
    expect(person.applications).toEqual([
      ...PERSON.applications,
      {
        year: 2026,
        series: "health",
        level: "associateSenior",
        line: "grassroots",
        outcome: "passed",
      },
    ]);
    expect(candidacy.result).toEqual({
      outcome: "passed",
      on: "2026-12-20",
      titleId: "t-2",
      ...SIGNED,
    });
  });

  it("that is failed changes the running application and puts no title on file", () => {
    const running = {
      year: 2026,
      series: "health",
      level: "associateSenior",
      line: "grassroots",
      outcome: "pending",
    } as const;
    const applied = { ...PERSON, applications: [...PERSON.applications, running] };
    const failed = { outcome: "failed", on: "2026-12-20" } as const;
    const { person, candidacy } = recordResult(ROUND, applied, CANDIDACY, failed, SIGNED);
    expect(person.titles).toEqual(PERSON.titles);
    expect(person.applications).toEqual([
      ...PERSON.applications,
      { ...running, outcome: "failed" },
    ]);
    expect(candidacy.result?.titleId).toBeNull();
  });

  it("that is entered again replaces the first with its title", () => {
    const first = recordResult(ROUND, PERSON, CANDIDACY, PASSED, SIGNED);
    const again = { ...PASSED, titleId: "t-3", on: "2026-12-22" };
    const { person } = recordResult(ROUND, first.person, first.candidacy, again, SIGNED);
    expect(person.titles.map(({ id }) => id)).toEqual(["t-1", "t-3"]);
    expect(person.applications.filter(({ year }) => year === 2026)).toHaveLength(1);
  });

  it("that is taken back leaves the application running and takes the title off file", () => {
    const { person, candidacy } = recordResult(ROUND, PERSON, CANDIDACY, PASSED, SIGNED);
    const cleared = clearResult(ROUND, person, candidacy);
    expect(cleared.person.titles).toEqual(PERSON.titles);
    expect(cleared.person.applications.at(-1)?.outcome).toBe("pending");
    expect(cleared.candidacy).toEqual(CANDIDACY);
  });

  it("on a pathway to a post puts neither title nor application on file", () => {
    const post: Candidacy = {
      ...CANDIDACY,
      pathway: "directHire",
      line: null,
      series: null,
      level: null,
    };
    expect(leadsToTitle(post)).toBe(false);
    expect(leadsToTitle({ ...CANDIDACY, pathway: "examMargin", line: null })).toBe(false);
    const { person } = recordResult(ROUND, PERSON, post, PASSED, SIGNED);
    expect(person).toEqual(PERSON);
  });

  it("of a 换发 puts the title on file and no application, which would bar the other line", () => {
    const converted: Candidacy = {
      ...CANDIDACY,
      pathway: "conversion",
      line: "provincial",
      level: "intermediate",
    };
    const { person } = recordResult(ROUND, PERSON, converted, PASSED, SIGNED);
    expect(person.titles.map(({ id, line, level }) => [id, line, level])).toEqual([
      ["t-1", "provincial", "intermediate"],
      ["t-2", "provincial", "intermediate"],
    ]);
    expect(person.applications).toEqual(PERSON.applications);
  });
});
