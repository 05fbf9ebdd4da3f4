import { describe, expect, it } from "vitest";
import { changeEntry, entriesOf, removeEntry } from "../../../renderer/training/entries.ts";
import { matchNames, planCourse } from "../../../renderer/training/participants.ts";
import { personWith } from "../../support/unit-file.ts";

const COURSE = {
  year: 2026,
  hours: 30,
  category: "public",
  inSpecialty: false,
  title: "医德医风",
} as const;
const ZHANG = personWith({ id: "p-001", name: "张三" });
const LI = personWith({ id: "p-002", name: "李四", training: [{ id: "x7", ...COURSE }] });
const FIRST_WANG = personWith({ id: "p-003", name: "王五" });
const SECOND_WANG = personWith({ id: "p-004", name: "王五" });
const ABDUL = personWith({ id: "p-005", name: "阿卜杜拉·买买提" });
const STAFF = [ZHANG, LI, FIRST_WANG, SECOND_WANG, ABDUL];

function names(list: readonly { readonly written: string }[]): readonly string[] {
  return list.map(({ written }) => written);
}

describe("a pasted list of names", () => {
  it("is read from a sign-in sheet with numbers, commas and lines", () => {
    const found = matchNames("1. 张三\n2、李四，王五\n赵六", STAFF);
    expect(names(found.matched)).toEqual(["张三", "李四"]);
    expect(names(found.ambiguous)).toEqual(["王五"]);
    expect(names(found.unknown)).toEqual(["赵六"]);
  });

  it("takes a name with a blank or another dot in it for the one on file", () => {
    const found = matchNames("张 三\n阿卜杜拉•买买提", STAFF);
    expect(found.matched.map(({ found: [person] }) => person?.id)).toEqual(["p-001", "p-005"]);
  });

  it("takes a name that stands twice once and says so", () => {
    const found = matchNames("张三、李四、张三", STAFF);
    expect(names(found.matched)).toEqual(["张三", "李四"]);
    expect(found.repeated).toEqual(["张三"]);
  });

  it("names all who bear an ambiguous name", () => {
    const [wang] = matchNames("王五", STAFF).ambiguous;
    expect(wang?.found.map(({ id }) => id)).toEqual(["p-003", "p-004"]);
  });
});

describe("one course for many", () => {
  it("is added to everybody who does not have it, once", () => {
    const { changed, onFile } = planCourse(COURSE, [ZHANG, LI]);
    expect(changed.map(({ id, training }) => [id, training])).toEqual([
      ["p-001", [{ id: "x1", ...COURSE }]],
    ]);
    expect(onFile.map(({ id }) => id)).toEqual(["p-002"]);
  });

  it("takes the number after the highest of the person", () => {
    const { changed } = planCourse({ ...COURSE, title: "另一门" }, [LI]);
    expect(changed[0]?.training.map(({ id }) => id)).toEqual(["x7", "x8"]);
  });

  it("points out whose year is on file as a roster's sum already", () => {
    const summed = personWith({
      training: [{ id: "roster-2026-public", ...COURSE, hours: 30, title: "花名册年度合计" }],
    });
    expect(planCourse(COURSE, [summed, ZHANG]).doubled.map(({ id }) => id)).toEqual([summed.id]);
    expect(planCourse({ ...COURSE, category: "professional" }, [summed]).doubled).toEqual([]);
  });
});

describe("one entry", () => {
  it("is changed where it stands and keeps its number", () => {
    const changed = changeEntry(LI, "x7", { ...COURSE, hours: 12 });
    expect(changed.training).toEqual([{ id: "x7", ...COURSE, hours: 12 }]);
    expect(LI.training[0]?.hours).toBe(30);
  });

  it("is taken away alone", () => {
    const two = { ...LI, training: [...LI.training, { id: "x8", ...COURSE, year: 2025 }] };
    expect(removeEntry(two, "x7").training.map(({ id }) => id)).toEqual(["x8"]);
    expect(entriesOf(two, 2025).map(({ id }) => id)).toEqual(["x8"]);
  });
});
