import { PATHWAY_LABELS } from "../../shared/policy/pathway-names.ts";
import { EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";

const WORDS: Readonly<Record<string, string>> = {
  ...SERIES_LABELS,
  ...TITLE_LEVEL_LABELS,
  ...LINE_LABELS,
  ...PATHWAY_LABELS,
};
const EDUCATION: Readonly<Record<string, string>> = EDUCATION_LEVEL_LABELS;

/** The official word for a key of the sums; null where the row stands for those without one. */
export function wordOf(key: string): string | null {
  return WORDS[key] ?? null;
}

/** The official word for a level of education; null for none. */
export function educationWord(key: string): string | null {
  return EDUCATION[key] ?? null;
}
