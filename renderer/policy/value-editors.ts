import { ATTACHMENT_KIND_LABELS, ATTACHMENT_KINDS } from "../../shared/records/attachment-kind.ts";
import { APPRAISAL_RESULT_LABELS, APPRAISAL_RESULTS } from "../../shared/records/appraisal.ts";
import { EDUCATION_LEVEL_LABELS, EDUCATION_LEVELS } from "../../shared/records/education.ts";
import { SANCTION_KIND_LABELS, SANCTION_KINDS } from "../../shared/records/sanction.ts";
import { TITLE_LEVEL_LABELS, TITLE_LEVELS } from "../../shared/records/title.ts";
import { POST_GROUP_LABELS, POST_GROUPS } from "../../shared/records/unit.ts";
import { type Pack, packSchema, type ParameterId } from "../../shared/policy/pack.ts";
import { PATHWAY_LABELS, PATHWAYS } from "../../shared/policy/pathway-names.ts";

/** How each parameter of a pack is typed in. */

/** Some keys with what they are called. */
export type Labelled = readonly { readonly key: string; readonly label: string }[];

export type ValueEditor =
  /** `canBeNone`: empty means that there is no such rule. */
  | { readonly kind: "number"; readonly canBeNone?: true }
  | { readonly kind: "megabytes" }
  | { readonly kind: "monthAndDate" }
  | { readonly kind: "oneOf"; readonly choices: Labelled }
  | { readonly kind: "someOf"; readonly choices: Labelled }
  | { readonly kind: "numberOfEach"; readonly keys: Labelled }
  | { readonly kind: "textOfEach"; readonly keys: Labelled }
  | { readonly kind: "someOfEach"; readonly keys: Labelled; readonly choices: Labelled }
  | { readonly kind: "words" }
  | { readonly kind: "criteria" };

function labelled<Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
): Labelled {
  return keys.map((key) => ({ key, label: labels[key] }));
}

const number = { kind: "number" } as const;
const results = {
  kind: "someOf",
  choices: labelled(APPRAISAL_RESULTS, APPRAISAL_RESULT_LABELS),
} as const;
const sanctions = {
  kind: "someOf",
  choices: labelled(SANCTION_KINDS, SANCTION_KIND_LABELS),
} as const;
const pathways = labelled(PATHWAYS, PATHWAY_LABELS);

export const VALUE_EDITORS = {
  "training.totalHours": number,
  "training.publicHours": number,
  "training.professionalHours": number,
  "training.firstYear": number,
  "training.windowYears": number,
  "township.years": {
    kind: "numberOfEach",
    keys: labelled(["intermediate", "associateSenior", "senior"], TITLE_LEVEL_LABELS),
  },
  "line.lockoutYears": number,
  "appraisal.accepted": results,
  "appraisal.rejected": results,
  "sanction.barsEveryone": sanctions,
  "sanction.barsManagers": sanctions,
  "conversion.years": number,
  "service.rejectedAppraisals": results,
  "directHire.years": number,
  "directHire.education": {
    kind: "oneOf",
    choices: labelled(EDUCATION_LEVELS, EDUCATION_LEVEL_LABELS),
  },
  "directHire.title": { kind: "oneOf", choices: labelled(TITLE_LEVELS, TITLE_LEVEL_LABELS) },
  "exchange.serviceYears": number,
  "exam.margin": number,
  "catalogue.dueOn": { kind: "monthAndDate" },
  "publicity.workingDays": number,
  "review.criteria": { kind: "criteria" },
  "review.pathways": { kind: "someOf", choices: pathways },
  "review.leastReviewers": number,
  "review.trimFrom": { kind: "number", canBeNone: true },
  "review.pointsPerYear": number,
  "materials.required": {
    kind: "someOfEach",
    keys: pathways,
    choices: labelled(ATTACHMENT_KINDS, ATTACHMENT_KIND_LABELS),
  },
  "attachments.maxBytes": { kind: "megabytes" },
  "attachments.types": { kind: "words" },
  "posts.grades": { kind: "textOfEach", keys: labelled(POST_GROUPS, POST_GROUP_LABELS) },
} as const satisfies Record<ParameterId, ValueEditor>;

/**
 * The pack with a parameter's value and the reason for it; null where the pack would not pass its own
 * checks, as while weights do not add up to 100.
 */
export function withParameter(
  pack: Pack,
  id: ParameterId,
  value: unknown,
  assumption: string,
): Pack | null {
  const before = pack.parameters[id];
  const parameter = { ...before, value, assumption };
  const changed = { ...pack, parameters: { ...pack.parameters, [id]: parameter } };
  return packSchema.safeParse(changed).data ?? null;
}

/** The pack with other years on one rung of a ladder, and the reason for it. */
export function withRungYears(
  pack: Pack,
  place: {
    readonly series: keyof Pack["ladders"];
    readonly level: (typeof TITLE_LEVELS)[number];
    readonly index: number;
  },
  years: number,
  assumption: string,
): Pack | null {
  const levels = pack.ladders[place.series] ?? {};
  const rungs = (levels[place.level] ?? []).map((rung, index) =>
    index === place.index ? { ...rung, years, assumption } : rung,
  );
  const ladders = { ...pack.ladders, [place.series]: { ...levels, [place.level]: rungs } };
  return packSchema.safeParse({ ...pack, ladders }).data ?? null;
}

/** A pack to begin with: another one under a new id and name, for a time of its own. */
export function copyPack(
  pack: Pack,
  given: Pick<Pack, "id" | "title" | "publisher" | "effectiveFrom" | "effectiveTo">,
): Pack {
  return { ...pack, ...given };
}

/** The next free id for a bureau's pack of a year. */
export function freePackId(year: number, taken: readonly string[]): string {
  for (let tried = 1; ; tried += 1) {
    const id = `county-${year}-${tried}`;
    if (!taken.includes(id)) return id;
  }
}
