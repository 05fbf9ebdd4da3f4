import { describe, expect, it } from "vitest";
import type { Exam } from "../../../../shared/records/exam.ts";
import { assessmentsOf, outcomeFor, questionsOf, requirementIn } from "../../../support/answers.ts";
import { personWith, postingWith } from "../../../support/unit-file.ts";

function exam(scores: readonly (readonly [number, number])[], given: Partial<Exam> = {}): Exam {
  return {
    series: "health",
    level: "intermediate",
    year: 2025,
    subjects: scores.map(([score, nationalLine], index) => ({
      name: `科目${index + 1}`,
      score,
      nationalLine,
    })),
    ...given,
  };
}

function examined(...exams: Exam[]) {
  return personWith({ postings: [postingWith()], exams });
}

describe("exam.margin", () => {
  it.each([
    ["five below", [[55, 60]], "met"],
    ["just over five below", [[54.9, 60]], "unmet"],
    [
      "one below, one above",
      [
        [57, 60],
        [80, 60],
      ],
      "met",
    ],
    [
      "one below, one far below",
      [
        [57, 60],
        [50, 60],
      ],
      "unmet",
    ],
    [
      "on the line in all",
      [
        [60, 60],
        [60, 60],
      ],
      "unmet",
    ],
    [
      "another line a subject",
      [
        [95, 100],
        [60, 60],
      ],
      "met",
    ],
    ["no subject", [], "unmet"],
  ] as const)("%s: %s", (_, scores, answer) => {
    expect(outcomeFor(examined(exam(scores)), "exam.margin")).toBe(answer);
  });

  it("is met by any one sitting, but not by subjects of several", () => {
    expect(outcomeFor(examined(exam([[40, 60]]), exam([[58, 60]])), "exam.margin")).toBe("met");
    const apart = [
      exam([
        [58, 60],
        [30, 60],
      ]),
      exam([
        [30, 60],
        [58, 60],
      ]),
    ];
    expect(outcomeFor(examined(...apart), "exam.margin")).toBe("unmet");
  });

  it("is asked once for each series and level that the pack lists", () => {
    const person = examined(
      exam([[58, 60]]),
      exam([[50, 60]], { year: 2024 }),
      exam([[58, 60]], { series: "statistics", level: "assistant" }),
      exam([[58, 60]], { level: "associateSenior" }),
      exam([[58, 60]], { series: "education" }),
    );
    expect(questionsOf(assessmentsOf(person)).filter((one) => one.startsWith("exam"))).toEqual([
      "examMargin  health intermediate",
      "examMargin  statistics assistant",
    ]);
  });

  it("looks at the sittings of its own series and level", () => {
    const person = examined(
      exam([[40, 60]]),
      exam([[58, 60]], { level: "assistant" }),
      exam([[58, 60]], { series: "statistics" }),
    );
    const asked = (question: string) => outcomeFor(person, "exam.margin", {}, question);
    expect(asked("examMargin  health intermediate")).toBe("unmet");
    expect(asked("examMargin  health assistant")).toBe("met");
    expect(asked("examMargin  statistics intermediate")).toBe("met");
  });

  it("shows each sitting with its subjects", () => {
    const { expected, found } = requirementIn(
      assessmentsOf(examined(exam([[57, 60]]), exam([[40, 60]], { year: 2024 }))),
      "exam.margin",
    );
    expect(expected).toEqual({ margin: 5 });
    expect(found.exams).toEqual([
      { year: 2025, subjects: [{ name: "科目1", score: 57, nationalLine: 60 }], isWithin: true },
      { year: 2024, subjects: [{ name: "科目1", score: 40, nationalLine: 60 }], isWithin: false },
    ]);
  });
});
