import type { SummaryRow } from "../../shared/bridge/desk-schemas.ts";
import type { SummaryDimension } from "../../shared/bureau/summary-list.ts";
import type { Say } from "../i18n/messages.ts";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { wordOf } from "./domain-words.ts";
import type { SummaryKey } from "./summary-messages.ts";

/** The figures of a sum, in the order of the official list; each is its own message. */
export const FIGURES = [
  "units",
  "people",
  "candidacies",
  "eligible",
  "undetermined",
  "ineligible",
  "counts",
  "exempt",
  "accepted",
  "returned",
  "rejected",
  "undecided",
  "passed",
  "failed",
] as const satisfies readonly (SummaryKey & keyof SummaryRow)[];

const KEY_WORDS = {
  unit: "key.unit",
  series: "key.series",
  level: "key.level",
  line: "key.line",
  pathway: "key.pathway",
} as const satisfies Record<SummaryDimension, SummaryKey>;

/** What a row is about. */
export function nameRow({ key, name }: SummaryRow, none: string): string {
  return name === "" ? (wordOf(key) ?? none) : name;
}

const WIDE_PIXELS = 15;
const NARROW_PIXELS = 8;
/** For the arrows and the air around them. */
const MARGIN_PIXELS = 38;

/** As wide as its title: fourteen figures are to fit where they can. */
function widthOf(title: string): number {
  const pixels = Array.from(title, (sign) => (sign > "\u02FF" ? WIDE_PIXELS : NARROW_PIXELS));
  return pixels.reduce((sum, one) => sum + one, MARGIN_PIXELS);
}

/** The columns of the sums by one dimension; those by unit need no number of units. */
export function summaryColumns(
  say: Say<SummaryKey>,
  dimension: SummaryDimension,
): readonly TableColumn<SummaryRow>[] {
  const shown = FIGURES.filter((figure) => figure !== "units" || dimension !== "unit");
  const nameOf = (row: SummaryRow) => nameRow(row, say("none"));
  return [
    {
      id: "name",
      title: say(KEY_WORDS[dimension]),
      width: dimension === "unit" ? 220 : 150,
      render: nameOf,
      ...(dimension === "unit" ? { sortKey: nameOf } : {}),
    },
    ...shown.map((figure): TableColumn<SummaryRow> => ({
      id: figure,
      title: say(figure),
      width: widthOf(say(figure)),
      align: "right",
      render: (row) => row[figure],
      sortKey: (row) => row[figure],
    })),
  ];
}
