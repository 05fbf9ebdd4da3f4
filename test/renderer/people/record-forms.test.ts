import { describe, expect, test } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { personSchema } from "../../../shared/records/person.ts";
import { RECORD_KINDS } from "../../../renderer/people/field-spec.ts";
import {
  basicValuesOf,
  blankPerson,
  blankValues,
  recordOf,
  valuesOf,
  withBasics,
  withoutRecord,
  withRecord,
} from "../../../renderer/people/form-values.ts";
import { BASIC_FIELDS, RECORD_SPECS } from "../../../renderer/people/record-kinds.ts";
import { somebody } from "./support.ts";

describe("a form and its record", () => {
  const people = inventUnit().people;

  test.each(RECORD_KINDS)("hold the same for every record of %s in the fictitious unit", (kind) => {
    const { fields, hasId } = RECORD_SPECS[kind];
    const records = people.flatMap((person) => person[kind] as readonly object[]);
    const rewritten = records.map((record) => ({
      ...(hasId && "id" in record ? { id: record.id } : {}),
      ...recordOf(fields, valuesOf(fields, record)),
    }));
    expect(rewritten).toEqual(records);
  });

  test("hold the same for the basics of everybody in the fictitious unit", () => {
    for (const person of people) {
      expect(withBasics(person, BASIC_FIELDS, basicValuesOf(BASIC_FIELDS, person))).toEqual(person);
    }
  });

  test("ask for every field of the schema and for no other", () => {
    for (const kind of RECORD_KINDS) {
      const { fields, hasId } = RECORD_SPECS[kind];
      const asked = [...(hasId ? ["id"] : []), ...fields.map(({ key }) => key)];
      const element = personSchema.shape[kind].unwrap().element;
      expect(asked.toSorted(), kind).toEqual(Object.keys(element.shape).toSorted());
    }
  });

  test("mark as required exactly what the schema refuses when it is left out", () => {
    for (const kind of RECORD_KINDS) {
      const element = personSchema.shape[kind].unwrap().element;
      const missing = new Set(
        element.safeParse({}).error?.issues.map(({ path }) => String(path[0])) ?? [],
      );
      for (const { key, isRequired } of RECORD_SPECS[kind].fields) {
        expect(missing.has(key), `${kind}.${key}`).toBe(isRequired);
      }
    }
  });
});

describe("what is typed", () => {
  test("loses blanks at its ends and full-width figures", () => {
    const { fields } = RECORD_SPECS.training;
    const typed = {
      year: "２０２４",
      hours: " 60.5　",
      category: "public",
      inSpecialty: false,
      title: "　公需科目 ",
      organizer: "",
    };
    expect(recordOf(fields, typed)).toEqual({
      year: 2024,
      hours: 60.5,
      category: "public",
      inSpecialty: false,
      title: "公需科目",
    });
  });

  test("stays text where a number is asked and none is typed, and is left out where nothing is", () => {
    const { fields } = RECORD_SPECS.appraisals;
    expect(recordOf(fields, { year: "去年", result: "" })).toEqual({ year: "去年" });
  });

  test("tells a running period from an end that is not filled in", () => {
    const { fields } = RECORD_SPECS.sanctions;
    const typed = { kind: "warning", from: "2024-01", to: null };
    expect(recordOf(fields, typed)).toEqual(typed);
    expect(recordOf(fields, { ...typed, to: "" })).toEqual({ kind: "warning", from: "2024-01" });
  });

  test("leaves a statement out until it is stated, since unstated is not a no", () => {
    const written = (volunteersForTownship: string) =>
      withBasics(blankPerson("p"), BASIC_FIELDS, { name: "甲", volunteersForTownship });
    expect(written("")["statements"]).toEqual({});
    expect(written("no")["statements"]).toEqual({ volunteersForTownship: false });
  });

  test("writes a small x of an ID number large, and nothing as null", () => {
    const numberOf = (idNumber: string) =>
      withBasics(blankPerson("p"), BASIC_FIELDS, { idNumber })["idNumber"];
    expect(numberOf(" 37108219840502122x")).toBe("37108219840502122X");
    expect(numberOf(" ")).toBeNull();
  });
});

describe("a new form", () => {
  test("begins with its defaults, a running end among them, and is empty otherwise", () => {
    const { fields, defaults } = RECORD_SPECS.postings;
    expect(blankValues(fields, { ...defaults, series: "health" })).toEqual({
      from: "",
      to: null,
      employer: "",
      setting: "township",
      kind: "regular",
      series: "health",
      professional: true,
      management: false,
    });
  });

  test("of an examination offers one empty subject", () => {
    const { fields, defaults } = RECORD_SPECS.exams;
    expect(blankValues(fields, defaults)["subjects"]).toEqual([
      { name: "", score: "", nationalLine: "" },
    ]);
  });
});

describe("a record put into a person's file", () => {
  const first = { year: 2023, result: "qualified" } as const;
  const second = { year: 2024, result: "excellent" } as const;
  const person = somebody({ appraisals: [first, second] });

  test("goes to the end when it is new and keeps its place when it is edited", () => {
    const third = { year: 2025, result: "qualified" };
    expect(withRecord(person, "appraisals", null, third).appraisals).toEqual([
      first,
      second,
      third,
    ]);
    expect(withRecord(person, "appraisals", 0, third).appraisals).toEqual([third, second]);
  });

  test("is taken out alone, and the person it came from is untouched", () => {
    expect(withoutRecord(person, "appraisals", 0).appraisals).toEqual([second]);
    expect(person.appraisals).toEqual([first, second]);
  });
});
