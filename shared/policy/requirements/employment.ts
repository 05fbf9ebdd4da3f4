import { formatDay } from "../../calendar/text.ts";
import { metIf } from "../outcome.ts";
import { citeNotice, type Rule } from "../rule.ts";
import { showPosting } from "./figures.ts";

/** 聘用单位: who works where on the day of application. */

export const employmentGrassroots: Rule<"employment.grassroots"> = {
  id: "employment.grassroots",
  scope: "person",
  clause: citeNotice("四"),
  decide: ({ grassrootsPosting, unit }) =>
    metIf(grassrootsPosting !== null && unit.unit.inCatalogue),
  explain: ({ book, facts, grassrootsPosting, unit }) => ({
    expected: { on: formatDay(book.cycle.applyOn) },
    found: {
      posting: showPosting(facts, grassrootsPosting),
      inCatalogue: unit.unit.inCatalogue,
    },
  }),
};

export const employmentTownship: Rule<"employment.township"> = {
  id: "employment.township",
  scope: "person",
  clause: citeNotice("六"),
  decide: ({ townshipPosting }) => metIf(townshipPosting !== null),
  explain: ({ book, facts, townshipPosting }) => ({
    expected: { on: formatDay(book.cycle.applyOn) },
    found: { posting: showPosting(facts, townshipPosting) },
  }),
};
