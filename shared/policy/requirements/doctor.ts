import { metIf, metIfStated } from "../outcome.ts";
import { citeNotice, type Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** 博士直报正高. */

/** The graduation as a doctor by the day of application, as written; null without one. */
function doctorGraduation({ book, facts }: Scene): string | null {
  const doctor = facts.education.find(
    ({ isDoctor, graduatedOn }) => isDoctor && graduatedOn <= book.cycle.applyOn,
  );
  return doctor?.record.graduatedOn ?? null;
}

export const doctorDegree: Rule<"doctor.degree"> = {
  id: "doctor.degree",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: (scene) => metIf(doctorGraduation(scene) !== null),
  explain: (scene) => ({
    expected: scene.book.onApplyDay,
    found: { graduatedOn: doctorGraduation(scene) },
  }),
};

export const doctorOutstanding: Rule<"doctor.outstanding"> = {
  id: "doctor.outstanding",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: ({ facts }) => metIfStated(facts.statements.outstandingTownshipWork),
  explain: ({ facts }) => ({
    expected: true,
    found: facts.statements.outstandingTownshipWork ?? null,
  }),
};
