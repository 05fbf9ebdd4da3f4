import { holdsDay } from "../../calendar/periods.ts";
import { formatDay } from "../../calendar/text.ts";
import { isRunning, type SanctionFacts } from "../facts.ts";
import { MET, type Outcome } from "../outcome.ts";
import type { RequirementFigures } from "../requirement.ts";
import type { Rule } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** 处分: those running on the day of application that bar it. */

function bars({ book, facts }: Scene, { kind }: SanctionFacts): boolean {
  if (book.parameters["sanction.barsEveryone"].value.includes(kind)) return true;
  return (
    book.parameters["sanction.barsManagers"].value.includes(kind) &&
    facts.postings.some((posting) => posting.isManagement && holdsDay(posting, book.cycle.applyOn))
  );
}

function runningSanctions({ book, facts }: Scene): readonly SanctionFacts[] {
  return facts.sanctions.filter((sanction) => holdsDay(sanction, book.cycle.applyOn));
}

/** The day after the last barring one ends, which is never where one has no end. */
function decideSanctions(scene: Scene): Outcome {
  if (scene.facts.sanctions.length === 0) return MET;
  let latest = MET;
  for (const sanction of runningSanctions(scene)) {
    if (sanction.to > latest && bars(scene, sanction)) latest = sanction.to;
  }
  return latest;
}

function explainSanctions(scene: Scene): RequirementFigures["sanction.none"] {
  return {
    expected: scene.book.onApplyDay,
    found: {
      sanctions: runningSanctions(scene).map((sanction) => ({
        kind: sanction.kind,
        from: formatDay(sanction.from),
        to: isRunning(sanction) ? null : formatDay(sanction.to - 1),
        bars: bars(scene, sanction),
      })),
    },
  };
}

export const sanctionNone: Rule<"sanction.none"> = {
  id: "sanction.none",
  scope: "person",
  clause: ({ book }) => book.clauses["sanction.barsEveryone"],
  decide: decideSanctions,
  explain: explainSanctions,
};
