import type { Exam } from "../../records/exam.ts";
import { metIf } from "../outcome.ts";
import { citeBasis } from "../pack.ts";
import { titleLevelAt } from "../ranks.ts";
import { levelOf, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** 以考代评: below the national line by no more than the margin in every subject, and below it in one. */

function isWithinMargin({ book }: Scene, { subjects }: Exam): boolean {
  const margin = book.parameters["exam.margin"].value;
  return (
    subjects.every(({ score, nationalLine }) => score >= nationalLine - margin) &&
    subjects.some(({ score, nationalLine }) => score < nationalLine)
  );
}

function examsOf({ facts }: Scene, question: Question): readonly Exam[] {
  const level = titleLevelAt(levelOf(question));
  return facts.person.exams.filter(
    (exam) => exam.series === question.series && exam.level === level,
  );
}

export const examMargin: Rule<"exam.margin"> = {
  id: "exam.margin",
  scope: "question",
  clause: ({ book }) => citeBasis(book.pack, book.parameters["exam.margin"]),
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
