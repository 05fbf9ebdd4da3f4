import type { Person } from "../../shared/records/person.ts";
import type { PeopleKey } from "./messages.ts";
import type { RecordKind } from "./field-spec.ts";

/** The tabs of a person's page: an address, a label, and the records behind them. */
export const PERSON_TABS = [
  { id: "basics", label: "tab.basics", kinds: [] },
  { id: "education", label: "tab.education", kinds: ["education"] },
  { id: "postings", label: "tab.postings", kinds: ["postings"] },
  { id: "titles", label: "tab.titles", kinds: ["titles", "appointments"] },
  { id: "appraisals", label: "tab.appraisals", kinds: ["appraisals"] },
  { id: "training", label: "tab.training", kinds: ["training"] },
  { id: "sanctions", label: "tab.sanctions", kinds: ["sanctions"] },
  { id: "applications", label: "tab.applications", kinds: ["applications", "exams"] },
  { id: "attachments", label: "tab.attachments", kinds: [] },
  { id: "eligibility", label: "tab.eligibility", kinds: [] },
  { id: "history", label: "tab.history", kinds: [] },
] as const satisfies readonly {
  readonly id: string;
  readonly label: PeopleKey;
  readonly kinds: readonly RecordKind[];
}[];
export type PersonTab = (typeof PERSON_TABS)[number];

/** The tab of an address: by its own name, or by that of a kind of record on it; else the first. */
export function tabOf(address: string | undefined): PersonTab {
  const found = PERSON_TABS.find(
    ({ id, kinds }) => id === address || kinds.some((kind) => kind === address),
  );
  return found ?? PERSON_TABS[0];
}

/** How many records stand on a tab; null for tabs without records. */
export function countOf({ kinds }: PersonTab, person: Person): number | null {
  if (kinds.length === 0) return null;
  return kinds.reduce((sum, kind) => sum + person[kind].length, 0);
}
