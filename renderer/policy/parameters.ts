import { ATTACHMENT_KIND_LABELS } from "../../shared/records/attachment-kind.ts";
import { APPRAISAL_RESULT_LABELS } from "../../shared/records/appraisal.ts";
import { EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { SANCTION_KIND_LABELS } from "../../shared/records/sanction.ts";
import { SERIES, type Series } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS, TITLE_LEVELS, type TitleLevel } from "../../shared/records/title.ts";
import { POST_GROUP_LABELS, POST_GROUPS } from "../../shared/records/unit.ts";
import { citeBasis, type Pack, type ParameterId, type Rung } from "../../shared/policy/pack.ts";
import { PATHWAY_LABELS, PATHWAYS } from "../../shared/policy/pathway-names.ts";
import { anchorsOf } from "../../shared/policy/notice/clauses.ts";

/** Where a value comes from, as the page shows it. */
export interface Basis {
  /** Number and article; empty where there is none but an assumption. */
  readonly citation: string;
  /** The clauses of the notice that it cites. */
  readonly anchors: readonly string[];
  /** Why it is 县局口径; null where it is settled. */
  readonly assumption: string | null;
}

export interface ParameterRow extends Basis {
  readonly id: ParameterId;
  readonly value: ParameterValue;
}

/** A value as the page words it: a number with its unit, or a text made of the core's own labels. */
export type ParameterValue =
  | {
      readonly unit: "hours" | "years" | "year" | "points" | "workingDays" | "people";
      readonly count: number;
    }
  | { readonly unit: "bytes"; readonly bytes: number }
  | { readonly unit: "text"; readonly text: string };

/** The basis of a value: what it cites, and why it is an assumption. */
export function basisOf(pack: Pack, founded: Parameters<typeof citeBasis>[1]): Basis {
  const { source, clause, assumption } = founded;
  const citation =
    source === undefined
      ? ""
      : citeBasis(pack, clause === undefined ? { source } : { source, clause });
  return { citation, anchors: anchorsOf(citation), assumption: assumption ?? null };
}

type Wording = {
  readonly [Id in ParameterId]: (value: Pack["parameters"][Id]["value"]) => ParameterValue;
};

function inUnit(unit: "hours" | "years" | "year" | "points" | "workingDays" | "people") {
  return (count: number): ParameterValue => ({ unit, count });
}

function inWords<Value>(say: (value: Value) => string) {
  return (value: Value): ParameterValue => ({ unit: "text", text: say(value) });
}

function joinLabels<Key extends string>(labels: Readonly<Record<Key, string>>) {
  return inWords((keys: readonly Key[]) => keys.map((key) => labels[key]).join("、"));
}

const hours = inUnit("hours");
const years = inUnit("years");
const results = joinLabels(APPRAISAL_RESULT_LABELS);
const sanctions = joinLabels(SANCTION_KIND_LABELS);

const WORDING: Wording = {
  "training.totalHours": hours,
  "training.publicHours": hours,
  "training.professionalHours": hours,
  "training.firstYear": inUnit("year"),
  "training.windowYears": years,
  "township.years": inWords((value) =>
    (["intermediate", "associateSenior", "senior"] as const)
      .map((level) => `${TITLE_LEVEL_LABELS[level]}${value[level]}年`)
      .join("、"),
  ),
  "line.lockoutYears": years,
  "appraisal.accepted": results,
  "appraisal.rejected": results,
  "sanction.barsEveryone": sanctions,
  "sanction.barsManagers": sanctions,
  "conversion.years": years,
  "service.rejectedAppraisals": results,
  "directHire.years": years,
  "directHire.education": inWords((level) => `${EDUCATION_LEVEL_LABELS[level]}以上`),
  "directHire.title": inWords((level) => `${TITLE_LEVEL_LABELS[level]}以上`),
  "exchange.serviceYears": years,
  "exam.margin": inUnit("points"),
  "catalogue.dueOn": inWords((monthAndDate) => {
    const [month, date] = monthAndDate.split("-").map(Number);
    return `${month ?? ""}月${date ?? ""}日`;
  }),
  "publicity.workingDays": inUnit("workingDays"),
  "review.criteria": inWords((criteria) =>
    criteria.map(({ name, most, weight }) => `${name}（满分${most}，权重${weight}%）`).join("；"),
  ),
  "review.pathways": joinLabels(PATHWAY_LABELS),
  "review.leastReviewers": inUnit("people"),
  "review.trimFrom": inWords((from) =>
    from === null ? "不去掉" : `满${from}人时去掉一个最高分和一个最低分`,
  ),
  "review.pointsPerYear": inUnit("points"),
  "materials.required": inWords((required) =>
    PATHWAYS.map(
      (pathway) =>
        `${PATHWAY_LABELS[pathway]}：${required[pathway].map((kind) => ATTACHMENT_KIND_LABELS[kind]).join("、")}`,
    ).join("；"),
  ),
  "attachments.maxBytes": (bytes) => ({ unit: "bytes", bytes }),
  "attachments.types": inWords((types) => types.join("、")),
  "posts.grades": inWords((grades) =>
    POST_GROUPS.map((group) => `${POST_GROUP_LABELS[group]}：${grades[group]}`).join("；"),
  ),
};

/** Every parameter of a pack with its value and where it comes from. */
export function listParameters(pack: Pack): readonly ParameterRow[] {
  return (Object.keys(WORDING) as ParameterId[]).map((id) => {
    const parameter = pack.parameters[id];
    // The union's members pair id and value; indexing by id loses the pairing, which this line restores.
    const say = WORDING[id] as (value: unknown) => ParameterValue;
    return { id, value: say(parameter.value), ...basisOf(pack, parameter) };
  });
}

export interface LadderRow extends Basis {
  readonly level: TitleLevel;
  readonly rung: Rung;
}

/** Each series' ladder, lowest title first. */
export function listLadders(
  pack: Pack,
): readonly { readonly series: Series; readonly rows: readonly LadderRow[] }[] {
  return SERIES.flatMap((series) => {
    const levels = pack.ladders[series];
    if (levels === undefined) return [];
    const rows = TITLE_LEVELS.flatMap((level) =>
      (levels[level] ?? []).map((rung) => ({ level, rung, ...basisOf(pack, rung) })),
    );
    return [{ series, rows }];
  });
}

/** How many values of a pack are 县局口径, for the bureau to confirm. */
export function countAssumptions(pack: Pack): number {
  const rungs = listLadders(pack).flatMap(({ rows }) => rows);
  return [...listParameters(pack), ...rungs].filter(({ assumption }) => assumption !== null).length;
}
