import type { Criterion } from "../../shared/policy/criterion.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** 评议办法 while it is changed: figures as typed. */

export interface CriterionForm {
  readonly id: string;
  readonly name: string;
  readonly most: string;
  readonly weight: string;
}

export interface MethodForm {
  readonly isSecret: boolean;
  readonly criteria: readonly CriterionForm[];
}

const MOST_POINTS = 1_000;
const WHOLE = 100;

/** The form of a round as it is on file. */
export function formOfMethod({ isSecret, criteria }: Round): MethodForm {
  return {
    isSecret,
    criteria: criteria.map(({ id, name, most, weight }) => ({
      id,
      name,
      most: String(most),
      weight: String(weight),
    })),
  };
}

/** A figure as typed; NaN for anything else. */
function readFigure(text: string): number {
  const digits = text.normalize("NFKC").trim();
  return /^\d+(?:\.\d{1,2})?$/.test(digits) ? Number(digits) : Number.NaN;
}

/** The sum of the weights, those that are no figures left out. */
export function sumWeights({ criteria }: MethodForm): number {
  const weights = criteria
    .map(({ weight }) => readFigure(weight))
    .filter((one) => !Number.isNaN(one));
  return weights.reduce((sum, one) => sum + one, 0);
}

export type MethodFault = "name" | "most" | "weight" | "sum";

/** What is wrong with a form; each once. */
export function checkMethod(form: MethodForm): readonly MethodFault[] {
  const { criteria } = form;
  const isMost = ({ most }: CriterionForm) => {
    const points = readFigure(most);
    return points >= 1 && points <= MOST_POINTS;
  };
  const isWeight = ({ weight }: CriterionForm) => readFigure(weight) <= WHOLE;
  const faults: MethodFault[] = [];
  if (criteria.some(({ name }) => cleanText(name) === "")) faults.push("name");
  if (!criteria.every(isMost)) faults.push("most");
  if (!criteria.every(isWeight)) faults.push("weight");
  else if (sumWeights(form) !== WHOLE) faults.push("sum");
  return faults;
}

/** The criteria that a form without faults says; what it does not show stays. */
export function criteriaOfForm(
  { criteria }: MethodForm,
  onFile: readonly Criterion[],
): Criterion[] {
  return onFile.map((criterion) => {
    const form = criteria.find(({ id }) => id === criterion.id);
    if (form === undefined) return criterion;
    return {
      ...criterion,
      name: cleanText(form.name),
      most: readFigure(form.most),
      weight: readFigure(form.weight),
    };
  });
}
