import { describe, expect, test } from "vitest";
import { recordRows, removalObstacle } from "../../../renderer/people/record-cells.ts";
import { RECORD_MESSAGES } from "../../../renderer/people/record-messages.ts";
import { sayChinese, somebody } from "./support.ts";

const say = sayChinese(RECORD_MESSAGES);

describe("the table of a kind of record", () => {
  test("shows the newest first and keeps each record's place in the file", () => {
    const person = somebody({
      appraisals: [
        { year: 2023, result: "qualified" },
        { year: 2025, result: "excellent" },
        { year: 2024, result: "ungraded" },
      ],
    });
    const rows = recordRows(person, "appraisals", say);
    expect(rows.map(({ index, cells }) => [index, ...cells])).toEqual([
      [1, "2025", "优秀"],
      [2, "2024", "未定等次"],
      [0, "2023", "合格"],
    ]);
  });

  test("says a posting in the words of the forms", () => {
    const [posting] = recordRows(somebody(), "postings", say);
    expect(posting?.cells).toEqual([
      "2006-08",
      "至今",
      "石岛镇卫生院",
      "乡镇",
      "正常聘用",
      "卫生",
      "是",
      "否",
    ]);
    expect(posting?.what).toBe("2006-08 至今");
  });

  test("names the title of an appointment, and says so where that is gone", () => {
    const cellsOf = (titles: ReturnType<typeof somebody>["titles"]) =>
      recordRows(somebody({ titles }), "appointments", say)[0]?.cells[0];
    expect(cellsOf(somebody().titles)).toBe("主治医师（全省统一职称，2014-11-20）");
    expect(cellsOf([])).toBe("已删除的职称");
  });

  test("shows the scores of an examination against the national pass marks", () => {
    const person = somebody({
      exams: [
        {
          series: "health",
          level: "intermediate",
          year: 2025,
          subjects: [
            { name: "专业知识", score: 57, nationalLine: 60 },
            { name: "实践能力", score: 61.5, nationalLine: 60 },
          ],
        },
      ],
    });
    expect(recordRows(person, "exams", say)[0]?.cells[3]).toBe("专业知识 57/60，实践能力 61.5/60");
  });
});

test("a title with appointments is not removed before they are", () => {
  expect(removalObstacle(somebody(), "titles", 0)).toBe("table.titleInUse");
  expect(removalObstacle(somebody({ appointments: [] }), "titles", 0)).toBeNull();
  expect(removalObstacle(somebody(), "appointments", 0)).toBeNull();
});
