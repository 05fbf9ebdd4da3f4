import { metIf, type Outcome, UNKNOWN } from "../outcome.ts";
import { citeNotice, levelOf, type Question, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { postGroupAt, vacancies } from "../unit-facts.ts";

/** 岗位结构比例: a free regular post of the level's group. */
function decideVacancy({ unit }: Scene, question: Question): Outcome {
  const free = vacancies(unit.posts[postGroupAt(levelOf(question))]);
  return free === null ? UNKNOWN : metIf(free >= 1);
}

export const quotaVacancy: Rule<"quota.vacancy"> = {
  id: "quota.vacancy",
  scope: "level",
  clause: citeNotice("六"),
  decide: decideVacancy,
  explain: ({ unit, book }, question) => {
    const group = postGroupAt(levelOf(question));
    const use = unit.posts[group];
    return {
      expected: { group, free: 1, on: book.applyOn },
      found: {
        approved: use.approved,
        filled: use.filled,
        special: use.special,
        free: vacancies(use),
      },
    };
  },
};
