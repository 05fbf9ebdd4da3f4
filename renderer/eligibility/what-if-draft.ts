import type { Cycle } from "../../shared/policy/cycle.ts";
import type { AppraisalResult } from "../../shared/records/appraisal.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Series } from "../../shared/records/series.ts";
import { type Line, TITLE_LEVEL_LABELS, type TitleLevel } from "../../shared/records/title.ts";
import type { TrainingCategory } from "../../shared/records/training.ts";
import type { Change, ChangeKind } from "./what-if.ts";

/** The form of a change before it is added: every field of every kind, so that switching kinds keeps them. */
export interface WhatIfDraft {
  readonly kind: ChangeKind;
  readonly index: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly titleId: string | null;
  readonly obtainedOn: string | null;
  readonly year: number;
  readonly hours: number | null;
  readonly category: TrainingCategory;
  readonly inSpecialty: boolean;
  readonly series: Series;
  readonly level: TitleLevel;
  readonly line: Line;
  readonly isAppointed: boolean;
  readonly result: AppraisalResult;
  readonly isAssumed: boolean;
}

/** A form that begins with what is on file: the latest posting and title, the year before the round. */
export function openDraft(person: Person, cycle: Cycle, series: Series): WhatIfDraft {
  const index = person.postings.length - 1;
  const posting = person.postings[index];
  const title = person.titles.at(-1);
  return {
    kind: "training",
    index: Math.max(index, 0),
    from: posting?.from ?? null,
    to: posting?.to ?? null,
    titleId: title?.id ?? null,
    obtainedOn: title?.obtainedOn ?? null,
    year: cycle.year - 1,
    hours: null,
    category: "professional",
    inSpecialty: false,
    series,
    level: "intermediate",
    line: "provincial",
    isAppointed: true,
    result: "qualified",
    isAssumed: true,
  };
}

/** The form with another kind chosen: years begin where that kind usually means them. */
export function chooseKind(
  draft: WhatIfDraft,
  kind: ChangeKind,
  person: Person,
  cycle: Cycle,
): WhatIfDraft {
  const year = kind === "year" ? cycle.year + 1 : cycle.year - 1;
  const title = person.titles.find(({ id }) => id === draft.titleId);
  return {
    ...draft,
    kind,
    year,
    obtainedOn: kind === "titleDate" ? (title?.obtainedOn ?? null) : null,
  };
}

/** The form with another posting chosen, with its dates. */
export function choosePosting(draft: WhatIfDraft, index: number, person: Person): WhatIfDraft {
  const posting = person.postings[index];
  return { ...draft, index, from: posting?.from ?? null, to: posting?.to ?? null };
}

/** The form with another title chosen, with its date. */
export function chooseTitle(draft: WhatIfDraft, titleId: string, person: Person): WhatIfDraft {
  const title = person.titles.find(({ id }) => id === titleId);
  return { ...draft, titleId, obtainedOn: title?.obtainedOn ?? null };
}

/** Why a form is not yet a change. */
export type DraftFault = "whatIf.dateNeeded" | "whatIf.hoursNeeded";

/** The change that a form means, or what it lacks. */
export function changeOf(draft: WhatIfDraft): Change | DraftFault {
  const { kind, obtainedOn, year } = draft;
  switch (kind) {
    case "posting":
      if (draft.from === null) return "whatIf.dateNeeded";
      return { kind, index: draft.index, from: draft.from, to: draft.to };
    case "titleDate":
      if (draft.titleId === null || obtainedOn === null) return "whatIf.dateNeeded";
      return { kind, titleId: draft.titleId, obtainedOn };
    case "training": {
      const { hours, category, inSpecialty } = draft;
      if (hours === null || hours <= 0) return "whatIf.hoursNeeded";
      return { kind, year, hours, category, inSpecialty };
    }
    case "title": {
      if (obtainedOn === null) return "whatIf.dateNeeded";
      const { series, level, line, isAppointed } = draft;
      return {
        kind,
        series,
        level,
        line,
        name: TITLE_LEVEL_LABELS[level],
        obtainedOn,
        isAppointed,
      };
    }
    case "appraisal":
      return { kind, year, result: draft.result };
    case "year":
      return { kind, year, isAssumed: draft.isAssumed };
    default:
      return kind satisfies never;
  }
}
