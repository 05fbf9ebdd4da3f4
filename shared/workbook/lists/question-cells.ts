import { PATHWAY_LABELS } from "../../policy/pathway-names.ts";
import type { Assessment } from "../../policy/assessment.ts";
import { SERIES_LABELS } from "../../records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../records/title.ts";

/** What somebody applies for, as four cells: series, level, line, pathway. */
export function questionCells({
  series,
  level,
  line,
  pathway,
}: Pick<Assessment, "series" | "level" | "line" | "pathway">): readonly string[] {
  return [
    series === null ? "—" : SERIES_LABELS[series],
    level === null ? "—" : TITLE_LEVEL_LABELS[level],
    line === null ? "—" : LINE_LABELS[line],
    PATHWAY_LABELS[pathway],
  ];
}
