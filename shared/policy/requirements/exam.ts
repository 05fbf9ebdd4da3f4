import type { Exam } from "../../records/exam.ts";
import { metIf } from "../outcome.ts";
import { titleLevelAt } from "../ranks.ts";
import { levelOf, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** 以考代评: below the national line by no more than the margin in every subject, and below it in one. */

/** Scores have decimals: 67.4 − 5 is not 62.4 in binary fractions, so points are compared in thousandths. */
function isWithinMargin({ book }: Scene, { subjects }: Exam): boolean {
  const margin = thousandths(book.parameters["exam.margin"].value);
  return (
    subjects.every(
      ({ score, nationalLine }) => thousandths(nationalLine) - thousandths(score) <= margin,
    ) && subjects.some(({ score, nationalLine }) => score < nationalLine)
  );
}

function thousandths(points: number): number {
  return Math.round(points * 1_000);
}

function examsOf({ facts }: Scene, question: Question): readonly Exam[] {
  const level = titleLevelAt(levelOf(question));
  return facts.exams.filter((exam) => exam.series === question.series && exam.level === level);
}

export const examMargin: Rule<"exam.margin"> = {
  id: "exam.margin",
  scope: "question",
  clause: ({ book }) => book.clauses["exam.margin"],
  decide: (scene, question) =>
    metIf(examsOf(scene, question).some((exam) => isWithinMargin(scene, exam))),
  explain: (scene, question) => ({
    expected: { margin: scene.book.parameters["exam.margin"].value },
    found: {
      exams: examsOf(scene, question).map((exam) => ({
        year: exam.year,
        subjects: exam.subjects,
        isWithin: isWithinMargin(scene, exam),
      })),
    },
  }),
};
