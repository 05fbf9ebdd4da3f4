import type { TableMapping } from "../../shared/workbook/import/mapping.ts";
import {
  EDUCATION_FIELDS,
  EDUCATION_GROUPS,
} from "../../shared/workbook/roster/education-fields.ts";
import { ROSTER_FIELDS } from "../../shared/workbook/roster/fields.ts";
import { SHEETS } from "../../shared/workbook/sheets/registry.ts";
import { TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";

/** What a column may be taken for, as it is offered for choosing. */

export interface FieldOption {
  readonly key: string;
  readonly label: string;
}

/** The years of which a roster may have columns, up to this one. */
const YEARS_OFFERED = 12;

/** The fields of a sheet of ours, or of a roster. The words are those of the workbook. */
export function fieldOptions(kind: TableMapping["kind"], thisYear: number): readonly FieldOption[] {
  if (kind !== "roster") {
    return SHEETS[kind].columns.map(({ key, heading }) => ({ key, label: heading }));
  }
  const education = EDUCATION_GROUPS.toReversed().flatMap((group) =>
    EDUCATION_FIELDS.map((field) => ({
      key: `${group.id}.${field.key}`,
      label: `${group.label}：${field.label}`,
    })),
  );
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => thisYear - back);
  return [
    ...ROSTER_FIELDS.map(({ key, label }) => ({ key, label })),
    ...education,
    ...years.map((year) => ({ key: `appraisal.${year}`, label: `${year}年度考核` })),
    ...years.flatMap((year) => [
      { key: `training.${year}.total`, label: `${year}年学时（合计）` },
      { key: `training.${year}.public`, label: `${year}年${TRAINING_CATEGORY_LABELS.public}学时` },
      {
        key: `training.${year}.professional`,
        label: `${year}年${TRAINING_CATEGORY_LABELS.professional}学时`,
      },
    ]),
  ];
}
