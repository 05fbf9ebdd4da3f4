import { describe, expect, it } from "vitest";
import { formatIssue, type Issue } from "../../../shared/records/issue.ts";
import { checkUnitFile, readUnitFile, writeUnitFile } from "../../../shared/records/unit-file.ts";
import { personWith, postingWith, titleWith, UNIT, unitFileWith } from "../../support/unit-file.ts";

/** Code and path of everything that is wrong with a unit file. */
function faults(data: unknown): readonly string[] {
  const checked = checkUnitFile(data);
  return checked.ok ? [] : checked.issues.map((issue) => `${issue.code} ${pathOf(issue)}`);
}

function pathOf({ path }: Issue): string {
  return path.join(".");
}

function fileOf(...people: unknown[]): unknown {
  return { format: "jiceng.unit/1", unit: UNIT, people };
}

function fileOfUnit(unit: Record<string, unknown>): unknown {
  return { format: "jiceng.unit/1", unit: { ...UNIT, ...unit }, people: [] };
}

describe("a unit file", () => {
  it("is accepted with only what is required", () => {
    const unit = { id: "u-1", name: "示例镇卫生院", series: "health", inCatalogue: true };
    const person = { id: "p-1", name: "张示例", sex: "male", birthDate: "1980-01-01" };
    const checked = checkUnitFile({ format: "jiceng.unit/1", unit, people: [person] });
    expect(checked).toEqual({
      ok: true,
      value: {
        format: "jiceng.unit/1",
        unit: { ...unit, creditCode: null, posts: null },
        people: [
          {
            ...person,
            idNumber: null,
            education: [],
            postings: [],
            titles: [],
            appointments: [],
            appraisals: [],
            training: [],
            sanctions: [],
            applications: [],
            exams: [],
            statements: {},
          },
        ],
      },
    });
  });

  it("reads back as it was written", () => {
    const unitFile = unitFileWith([
      personWith({ postings: [postingWith()], titles: [titleWith()], statements: {} }),
    ]);
    expect(readUnitFile(writeUnitFile(unitFile))).toEqual({ ok: true, value: unitFile });
  });

  it("may begin with a byte order mark", () => {
    expect(readUnitFile(`\uFEFF${writeUnitFile(unitFileWith([]))}`).ok).toBe(true);
  });

  it.each([
    ["{", "第1行第2列"],
    ["", "第1行第1列"],
    ['{\n  "format": "jiceng.unit/1",\n  "unit": ,\n}', "第3行第11列"],
  ])("that is not JSON is refused with the place: %j", (text, place) => {
    const read = readUnitFile(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.issues.map(formatIssue).join()).toContain(place);
  });

  it.each([
    [null, "format format"],
    [[], "format format"],
    ["text", "format format"],
    [{ format: "jiceng.unit/2" }, "format format"],
    [{ format: "jiceng.unit/1" }, "key.missing unit"],
    [{ format: "jiceng.unit/1", unit: UNIT, people: {} }, "type people"],
    [{ format: "jiceng.unit/1", unit: null, people: [] }, "type unit"],
  ])("of another shape is refused: %j", (data, fault) => {
    expect(faults(data)[0]).toBe(fault);
  });

  it.each([
    ["unknown key", { colour: 1 }, "key.unknown people.0.colour"],
    [
      "unknown key in a list",
      { postings: [{ ...postingWith(), post: 1 }] },
      "key.unknown people.0.postings.0.post",
    ],
    ["missing name", { name: undefined }, "key.missing people.0.name"],
    ["empty name", { name: "　" }, "text.empty people.0.name"],
    ["name with a control character", { name: "张\u0000示例" }, "text.control people.0.name"],
    ["overlong name", { name: "张".repeat(501) }, "text.long people.0.name"],
    ["text for a list", { titles: "无" }, "type people.0.titles"],
    ["wrong choice", { sex: "女" }, "choice people.0.sex"],
    ["missing choice", { sex: undefined }, "key.missing people.0.sex"],
    ["id with Chinese", { id: "张" }, "id.form people.0.id"],
    ["id of a path", { id: "../x" }, "id.form people.0.id"],
    ["id too long", { id: "a".repeat(65) }, "id.form people.0.id"],
    [
      "29 February of a common year",
      { birthDate: "1981-02-29" },
      "date.invalid people.0.birthDate",
    ],
    ["month 13", { birthDate: "1981-13" }, "date.invalid people.0.birthDate"],
    ["date with a time", { birthDate: "1981-01-01T00:00" }, "date.invalid people.0.birthDate"],
    ["date with slashes", { birthDate: "1981/01/01" }, "date.invalid people.0.birthDate"],
    ["only a year", { birthDate: "1981" }, "date.invalid people.0.birthDate"],
    [
      "end that does not exist",
      { postings: [postingWith({ to: "2020-06-31" })] },
      "date.invalid people.0.postings.0.to",
    ],
    [
      "end before the start",
      { postings: [postingWith({ from: "2020-06-02", to: "2020-06-01" })] },
      "period.reversed people.0.postings.0.to",
    ],
    [
      "end in the month before",
      { postings: [postingWith({ from: "2020-06", to: "2020-05" })] },
      "period.reversed people.0.postings.0.to",
    ],
    [
      "two appraisals for one year",
      {
        appraisals: [
          { year: 2024, result: "qualified" },
          { year: 2024, result: "excellent" },
        ],
      },
      "appraisal.duplicate people.0.appraisals.1.year",
    ],
    [
      "negative hours",
      { training: [entry({ hours: -1 })] },
      "number.low people.0.training.0.hours",
    ],
    [
      "over 8,784 hours in one entry",
      { training: [entry({ hours: 8785 })] },
      "number.high people.0.training.0.hours",
    ],
    [
      "over 8,784 hours in one year",
      { training: [entry({ hours: 8700 }), entry({ id: "y", hours: 84.5 })] },
      "training.yearTotal people.0.training.1.hours",
    ],
    [
      "a year with a fraction",
      { training: [entry({ year: 2024.5 })] },
      "number.whole people.0.training.0.year",
    ],
    [
      "a year far away",
      { training: [entry({ year: 20204 })] },
      "number.high people.0.training.0.year",
    ],
    [
      "a training id twice",
      { training: [entry({}), entry({ year: 2023 })] },
      "training.duplicate people.0.training.1.id",
    ],
    [
      "a title id twice",
      { titles: [titleWith(), titleWith({ level: "assistant" })] },
      "title.duplicate people.0.titles.1.id",
    ],
    [
      "an appointment without its title",
      { appointments: [{ titleId: "t9", from: "2015-01", to: null, post: "regular" }] },
      "appointment.title people.0.appointments.0.titleId",
    ],
    [
      "a posting before birth",
      { postings: [postingWith({ from: "1979-12-31" })] },
      "birth.before people.0.postings.0.from",
    ],
    [
      "a posting in a month before birth",
      { postings: [postingWith({ from: "1979-12" })] },
      "birth.before people.0.postings.0.from",
    ],
    [
      "a title before birth",
      { titles: [titleWith({ obtainedOn: "1979-12-31" })] },
      "birth.before people.0.titles.0.obtainedOn",
    ],
    ["too short an ID number", { idNumber: "11010519800101" }, "idNumber.form people.0.idNumber"],
    [
      "an ID number with no such birthday",
      { idNumber: "110105198002300023" },
      "idNumber.date people.0.idNumber",
    ],
    [
      "a wrong check digit",
      { idNumber: "110105198001010025" },
      "idNumber.checkDigit people.0.idNumber",
    ],
    [
      "another birth date than the ID number's",
      { idNumber: "110105198001010024", birthDate: "1980-01-02" },
      "idNumber.birthDate people.0.birthDate",
    ],
    [
      "another birth month than the ID number's",
      { idNumber: "110105198001010024", birthDate: "1980-02" },
      "idNumber.birthDate people.0.birthDate",
    ],
    [
      "another sex than the ID number's",
      { idNumber: "110105198001010024", sex: "male" },
      "idNumber.sex people.0.sex",
    ],
  ])("with %s is refused", (_, given, fault) => {
    expect(faults(fileOf({ ...personWith(), ...given }))).toEqual([fault]);
  });

  it.each([
    ["the birth month alone", { birthDate: "1980-01", idNumber: "110105198001010024" }],
    [
      "a posting in the month of birth",
      { birthDate: "1980-01-15", postings: [postingWith({ from: "1980-01" })] },
    ],
    ["a period of one day", { postings: [postingWith({ from: "2020-06-01", to: "2020-06-01" })] }],
    [
      "a month that ends where it starts",
      { postings: [postingWith({ from: "2020-06", to: "2020-06" })] },
    ],
    ["8,784 hours in a year", { training: [entry({ hours: 8784 })] }],
    ["half hours", { training: [entry({ hours: 7.5 })] }],
    ["29 February of a leap year", { birthDate: "1980-02-29" }],
  ])("with %s is accepted", (_, given) => {
    expect(faults(fileOf({ ...personWith(), ...given }))).toEqual([]);
  });

  it("names the first bearer of an id or ID number used twice", () => {
    const twice = personWith({ idNumber: "110105198001010024" });
    expect(faults(fileOf(twice, twice))).toEqual([
      "person.duplicate people.1.id",
      "idNumber.duplicate people.1.idNumber",
    ]);
  });

  it("may leave the ID number of many people open", () => {
    expect(faults(fileOf(personWith(), personWith({ id: "p-002" })))).toEqual([]);
  });

  it("reports everything wrong at once, checks of sound people included", () => {
    const unsound = { ...personWith(), sex: "x" };
    const sound = personWith({ id: "p-002", idNumber: "1" });
    expect(faults(fileOf(unsound, sound, sound))).toEqual([
      "choice people.0.sex",
      "idNumber.form people.1.idNumber",
      "idNumber.form people.2.idNumber",
      "person.duplicate people.2.id",
      "idNumber.duplicate people.2.idNumber",
    ]);
  });

  it("refuses a key that names the prototype", () => {
    const text = '{"format":"jiceng.unit/1","unit":{},"people":[],"__proto__":{"a":1}}';
    const read = readUnitFile(text);
    expect(read.ok ? [] : read.issues.map(({ path }) => path.join("."))).toContain("__proto__");
  });

  it.each([
    ["creditCode.form", { creditCode: "123" }],
    ["creditCode.checkDigit", { creditCode: "91350100M000100Y42" }],
    ["number.low", { posts: { junior: -1 } }],
    ["number.whole", { posts: { junior: 1.5 } }],
    ["key.unknown", { posts: { middle: 1 } }],
    ["choice", { series: "卫生" }],
    ["type", { inCatalogue: "是" }],
    ["key.missing", { inCatalogue: undefined }],
  ])("whose unit is wrong is refused with %s", (code, unit) => {
    expect(faults(fileOfUnit(unit)).map((fault) => fault.split(" ")[0])).toEqual([code]);
  });

  it("may know only some of the approved posts", () => {
    expect(faults(fileOfUnit({ posts: { senior: 1, junior: null } }))).toEqual([]);
    expect(faults(fileOfUnit({ posts: null, creditCode: "91350100M000100Y43" }))).toEqual([]);
  });
});

function entry(given: Record<string, unknown>): Record<string, unknown> {
  const one = { id: "x", year: 2024, hours: 30, category: "public", inSpecialty: false };
  return { ...one, ...given };
}

describe("an issue in words", () => {
  it("names place, fault and value", () => {
    const checked = checkUnitFile(
      fileOf(personWith({ postings: [postingWith({ from: "2020-06-02", to: "2020-06-01" })] })),
    );
    expect(checked.ok ? [] : checked.issues.map(formatIssue)).toEqual([
      "people[0].postings[0].to：结束日期早于开始日期（2020-06-02），现为“2020-06-01”",
    ]);
  });

  it("shows no control character of the value and cuts what is long", () => {
    const checked = checkUnitFile(fileOf({ ...personWith(), name: `甲\u0007${"乙".repeat(600)}` }));
    const lines = checked.ok ? [] : checked.issues.map(formatIssue);
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toContain("甲·乙");
      expect(line.length).toBeLessThan(120);
    }
  });
});
