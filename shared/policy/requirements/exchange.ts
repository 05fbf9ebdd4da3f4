import type { PostingFacts } from "../facts.ts";
import { metIf } from "../outcome.ts";
import { citeNotice, type Rule } from "../rule.ts";
import { isActive, type Scene } from "../scene.ts";

/** 交流聘用: from a unit of the county or above to a township post. */

function activeExchanges({ book, facts }: Scene): readonly PostingFacts[] {
  return facts.postings.filter(
    (posting) =>
      posting.kind === "exchange" &&
      posting.setting === "township" &&
      isActive(facts, posting, book.cycle.applyOn),
  );
}

function originOf({ facts }: Scene, exchange: PostingFacts): PostingFacts | null {
  return (
    facts.postings.find(
      ({ setting, from }) => (setting === "county" || setting === "above") && from < exchange.from,
    ) ?? null
  );
}

export const exchangeOrigin: Rule<"exchange.origin"> = {
  id: "exchange.origin",
  scope: "person",
  clause: citeNotice("五（二）"),
  decide: (scene) =>
    metIf(activeExchanges(scene).some((exchange) => originOf(scene, exchange) !== null)),
  explain: (scene) => {
    const exchanges = activeExchanges(scene);
    const shown =
      exchanges.find((exchange) => originOf(scene, exchange) !== null) ?? exchanges[0] ?? null;
    return {
      expected: scene.book.onApplyDay,
      found: {
        posting: shown?.figure ?? null,
        origin: (shown === null ? null : originOf(scene, shown))?.figure ?? null,
      },
    };
  },
};
