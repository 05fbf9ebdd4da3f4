import { APPRAISAL_RESULT_LABELS } from "../../shared/records/appraisal.ts";
import type { Person } from "../../shared/records/person.ts";
import { SETTING_LABELS } from "../../shared/records/posting.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import type { Say } from "../i18n/messages.ts";
import type { eligibilityMessages } from "./messages.ts";
import type { Change } from "./what-if.ts";

type Messages = (typeof eligibilityMessages)["messages"]["zh-CN"];
export type SayEligibility = Say<keyof Messages>;

/** A change in words, for its chip. */
export function sayChange(say: SayEligibility, person: Person, change: Change): string {
  switch (change.kind) {
    case "posting": {
      const { from, to } = change;
      const employer = sayPosting(person.postings[change.index]);
      return say("change.posting", { employer, from, to: to ?? say("change.running") });
    }
    case "titleDate": {
      const title = person.titles.find(({ id }) => id === change.titleId)?.name ?? "";
      return say("change.titleDate", { title, date: change.obtainedOn });
    }
    case "training": {
      const { year, hours } = change;
      const params = { year, hours, category: TRAINING_CATEGORY_LABELS[change.category] };
      return change.inSpecialty
        ? say("change.trainingSpecialty", params)
        : say("change.training", params);
    }
    case "title": {
      const params = {
        date: change.obtainedOn,
        series: SERIES_LABELS[change.series],
        level: TITLE_LEVEL_LABELS[change.level],
        line: LINE_LABELS[change.line],
      };
      return change.isAppointed
        ? say("change.titleAppointed", params)
        : say("change.title", params);
    }
    case "appraisal": {
      const result = APPRAISAL_RESULT_LABELS[change.result];
      return say("change.appraisal", { year: change.year, result });
    }
    case "year": {
      const { year, isAssumed } = change;
      return isAssumed ? say("change.yearAssumed", { year }) : say("change.year", { year });
    }
    default:
      return change satisfies never;
  }
}

/** The employer of a posting, or where it is when nobody wrote the name. */
export function sayPosting(posting: Person["postings"][number] | undefined): string {
  if (posting === undefined) return "";
  const { employer, setting } = posting;
  return employer === undefined || employer === "" ? SETTING_LABELS[setting] : employer;
}
