import { metIf } from "../outcome.ts";
import { citeNotice, type Rule } from "../rule.ts";

/** 聘用单位: who works where on the day of application. */

export const employmentGrassroots: Rule<"employment.grassroots"> = {
  id: "employment.grassroots",
  scope: "person",
  clause: citeNotice("四"),
  decide: ({ grassrootsPosting, unit }) =>
    metIf(grassrootsPosting !== null && unit.unit.inCatalogue),
  explain: ({ book, grassrootsPosting, unit }) => ({
    expected: book.onApplyDay,
    found: {
      posting: grassrootsPosting?.figure ?? null,
      inCatalogue: unit.unit.inCatalogue,
    },
  }),
};

export const employmentTownship: Rule<"employment.township"> = {
  id: "employment.township",
  scope: "person",
  clause: citeNotice("六"),
  decide: ({ townshipPosting }) => metIf(townshipPosting !== null),
  explain: ({ book, townshipPosting }) => ({
    expected: book.onApplyDay,
    found: { posting: townshipPosting?.figure ?? null },
  }),
};
