import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { parseStart } from "../../../shared/calendar/text.ts";
import type { Person } from "../../../shared/records/person.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "../../support/unit-file.ts";

/**
 * Lengths of whole careers, pinned to the day: first day counted, length shown, day of fullness. Properties
 * would not notice a sum that is wrong everywhere alike. The figures were counted outside this program,
 * day by day with Python's datetime.
 */
interface Pinned {
  readonly status: string;
  readonly metOn: string | null;
  readonly from: string | null;
  /** Years, months and days shown. */
  readonly length: readonly [number, number, number];
}

function lengthsFor(person: Partial<Person>, id: string, applyOn = "2026-09-01"): Pinned[] {
  const cycle = cycleOf(2026, { applyOn: parseStart(applyOn) ?? Number.NaN });
  const answers = evaluate(unitFileWith([personWith(person)]), cycle, SHANDONG_2020);
  const seen = (answers[0]?.assessments ?? []).flatMap(({ requirements }) =>
    requirements.filter((requirement) => requirement.id === id),
  );
  const pinned = seen.flatMap(({ status, metOn, found }) => {
    if (typeof found !== "object" || found === null || !("length" in found)) return [];
    const { from, years, months, days } = found.length;
    return [{ status, metOn, from, length: [years, months, days] as const }];
  });
  return [...new Map(pinned.map((one) => [JSON.stringify(one), one])).values()];
}

const study = { kind: "study" } as const;
const leave = { kind: "leave" } as const;

/** Someone who is asked for associate senior, so for twenty township years. */
const INTERMEDIATE: Partial<Person> = {
  birthDate: "1975-05-05",
  education: [{ level: "bachelor", degree: null, graduatedOn: "1998-06" }],
  titles: [titleWith({ obtainedOn: "2012-11-20" })],
};

describe("township years", () => {
  it("of three pieces with study inside the last", () => {
    const postings = [
      postingWith({ from: "1998-07", to: "2003-06" }),
      postingWith({ from: "2005-03", to: "2010-02" }),
      postingWith({ from: "2014-09-01" }),
      postingWith({ from: "2016-09", to: "2018-07", ...study }),
    ];
    expect(lengthsFor({ ...INTERMEDIATE, postings }, "township.years")).toEqual([
      { status: "met", metOn: null, from: "1998-07-01", length: [20, 5, 0] },
    ]);
  });

  it("from a leap day, with leave over another leap year's February", () => {
    const postings = [
      postingWith({ from: "2000-02-29" }),
      postingWith({ from: "2010-02-28", to: "2011-02-28", ...leave }),
    ];
    const titles = [titleWith({ level: "associateSenior", obtainedOn: "2012-11-20" })];
    expect(lengthsFor({ ...INTERMEDIATE, titles, postings }, "township.years")).toEqual([
      { status: "unmet", metOn: "2031-03-01", from: "2000-02-29", length: [25, 10, 2] },
    ]);
  });

  it("of four pieces that overlap, touch and end", () => {
    const postings = [
      postingWith({ from: "2004-08", to: "2014-07" }),
      postingWith({ from: "2010-01", to: "2016-05-15" }),
      postingWith({ from: "2016-05-16", to: "2020-01" }),
      postingWith({ from: "2019-06", to: "2021-12" }),
    ];
    expect(lengthsFor({ ...INTERMEDIATE, postings }, "township.years")).toEqual([
      { status: "unmet", metOn: null, from: "2004-08-01", length: [17, 5, 0] },
    ]);
  });
});

describe("the tenure on a title", () => {
  it("adds appointments up and takes study and an overlapping unqualified year out once", () => {
    const person: Partial<Person> = {
      ...INTERMEDIATE,
      postings: [
        postingWith({ from: "2004-08" }),
        postingWith({ from: "2018-09-01", to: "2019-08-31", ...study }),
      ],
      appointments: [
        { titleId: "t1", from: "2017-06-15", to: "2021-06-14", post: "regular" },
        { titleId: "t1", from: "2022-01", to: null, post: "regular" },
      ],
      appraisals: [{ year: 2019, result: "unqualified" }],
    };
    expect(lengthsFor(person, "ladder.tenure")).toEqual([
      { status: "met", metOn: null, from: "2017-06-15", length: [7, 7, 29] },
    ]);
  });

  it("counts from the day after the title where the series counts titles, less leave", () => {
    const person: Partial<Person> = {
      ...INTERMEDIATE,
      postings: [
        postingWith({ from: "2004-08", series: "agriculture" }),
        postingWith({ from: "2023-01-30", to: "2023-03-30", ...leave, series: "agriculture" }),
      ],
      titles: [titleWith({ series: "agriculture", obtainedOn: "2022-02-28" })],
    };
    expect(lengthsFor(person, "ladder.tenure")).toEqual([
      { status: "unmet", metOn: "2027-04-29", from: "2022-03-01", length: [4, 8, 1] },
    ]);
  });

  it("counts professional work from the day after the graduation, full on the last day of the year", () => {
    const person: Partial<Person> = {
      education: [{ level: "bachelor", degree: null, graduatedOn: "2022-06-30" }],
      titles: [titleWith({ series: "statistics", level: "assistant", obtainedOn: "2020-10-01" })],
      postings: [
        postingWith({ from: "2019-07", to: "2024-06", series: "statistics" }),
        postingWith({ from: "2025-01", series: "statistics" }),
      ],
    };
    expect(lengthsFor(person, "ladder.tenure")).toEqual([
      { status: "met", metOn: null, from: "2022-07-01", length: [4, 0, 0] },
    ]);
  });
});

describe("the years of conversion", () => {
  const titles = [titleWith({ line: "grassroots", obtainedOn: "2019-12-01" })];
  const postings = [postingWith()];

  it("add two terms up to the day of application", () => {
    const appointments: Person["appointments"] = [
      { titleId: "t1", from: "2019-12-31", to: "2022-12-30", post: "regular" },
      { titleId: "t1", from: "2024-02-29", to: null, post: "special" },
    ];
    expect(lengthsFor({ titles, postings, appointments }, "conversion.years")).toEqual([
      { status: "met", metOn: null, from: "2019-12-31", length: [5, 6, 3] },
    ]);
  });

  it("from 29 February are full on 28 February, and not the day before", () => {
    const appointments: Person["appointments"] = [
      { titleId: "t1", from: "2020-02-29", to: null, post: "regular" },
    ];
    const person = { titles, postings, appointments };
    expect(lengthsFor(person, "conversion.years", "2025-02-28")).toEqual([
      { status: "met", metOn: null, from: "2020-02-29", length: [5, 0, 0] },
    ]);
    expect(lengthsFor(person, "conversion.years", "2025-02-27")).toEqual([
      { status: "unmet", metOn: "2025-02-28", from: "2020-02-29", length: [4, 11, 30] },
    ]);
  });
});

describe("the years of a direct hire", () => {
  const hire = { kind: "directHire" } as const;

  it("add up to five on the very day of application", () => {
    const postings = [
      postingWith({ from: "2019-09-02", to: "2021-02-28", ...hire }),
      postingWith({ from: "2023-03", ...hire }),
    ];
    expect(lengthsFor({ postings }, "directHire.served")).toEqual([
      { status: "met", metOn: null, from: "2019-09-02", length: [5, 0, 0] },
    ]);
    expect(lengthsFor({ postings }, "directHire.served", "2026-08-31")).toEqual([
      { status: "unmet", metOn: "2026-09-01", from: "2019-09-02", length: [4, 11, 30] },
    ]);
  });

  it("leave out a February of leave", () => {
    const postings = [
      postingWith({ from: "2019-09-02", to: "2021-02-28", ...hire }),
      postingWith({ from: "2022-03", ...hire }),
      postingWith({ from: "2024-02", to: "2024-02", ...leave }),
    ];
    expect(lengthsFor({ postings }, "directHire.served")).toEqual([
      { status: "met", metOn: null, from: "2019-09-02", length: [5, 11, 2] },
    ]);
  });
});
