import { PATHWAY_LABELS } from "../../shared/policy/pathway-names.ts";
import { LINE_LABELS } from "../../shared/records/title.ts";
import type { MatrixColumn } from "./matrix.ts";

/** What a column is called in one line: 正常申报 基层职称. */
export function sayColumn({ pathway, line }: Pick<MatrixColumn, "pathway" | "line">): string {
  return line === null
    ? PATHWAY_LABELS[pathway]
    : `${PATHWAY_LABELS[pathway]} ${LINE_LABELS[line]}`;
}
