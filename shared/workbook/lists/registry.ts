import type { Person } from "../../records/person.ts";
import { candidateRoster } from "./candidate-roster.ts";
import type { Candidate, ListSource } from "./candidates.ts";
import { catalogueList, catalogueRowsOf } from "./catalogue-list.ts";
import type { OfficialList } from "./list.ts";
import { publicityList, type PublicityPeriod } from "./publicity-list.ts";
import { reviewForm } from "./review-form.ts";
import { serviceYears } from "./service-years.ts";
import { trainingSummary } from "./training-summary.ts";

/** Every official list by the ASCII name that it is asked for and filed under (promise 22). */

export type ListDefinition = { readonly label: string } & (
  | {
      readonly make: (source: ListSource, isChosen?: (person: Person) => boolean) => OfficialList;
    }
  | {
      readonly forCandidates: (
        source: ListSource,
        candidates: readonly Candidate[],
        publicity?: PublicityPeriod,
      ) => OfficialList;
    }
);

export const OFFICIAL_LISTS = {
  catalogue: {
    label: "基层单位目录清单",
    make: ({ unitFile }) => catalogueList(catalogueRowsOf([unitFile.unit])),
  },
  training: {
    label: "继续教育学时汇总表",
    make: (source, isChosen) => trainingSummary(source, isChosen),
  },
  service: { label: "工作年限核定表", make: (source, isChosen) => serviceYears(source, isChosen) },
  roster: { label: "申报人员花名册", forCandidates: candidateRoster },
  review: { label: "申报资格审查表", forCandidates: reviewForm },
  publicity: { label: "公示表", forCandidates: publicityList },
} as const satisfies Record<string, ListDefinition>;
