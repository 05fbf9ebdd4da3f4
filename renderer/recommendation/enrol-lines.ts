import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import { PATHWAYS, type PathwayId } from "../../shared/policy/pathway-names.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { LINES, type Line } from "../../shared/records/title.ts";
import { questionKey } from "../../shared/submission/recommendation-file.ts";
import type { RosterRow } from "../store/types.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** Who can be put on the list of candidates: a row an answer, the nearest to an application first. */

export interface EnrolRow {
  /** Person and question. */
  readonly key: string;
  readonly person: RosterRow;
  readonly assessment: Assessment;
  /** The person has the same on the list already. */
  readonly isEnrolled: boolean;
}

export interface EnrolFilter {
  /** Null: every answer. */
  readonly decision: Decision | null;
  readonly pathway: PathwayId | null;
  readonly line: Line | null;
  readonly text: string;
}

const DECISION_ORDER: readonly Decision[] = ["eligible", "undetermined", "ineligible"];

/** True while a candidacy stands. */
export function isStanding({ withdrawal }: Candidacy): boolean {
  return withdrawal === null;
}

/** Every answer of everybody, eligible ones first, then in the order of the roster. */
export function enrolRows({ roster, answers, candidacies }: RoundScene): readonly EnrolRow[] {
  if (answers === null) return [];
  const enrolled = new Set(
    candidacies.filter(isStanding).map((one) => `${one.personId} ${questionKey(one)}`),
  );
  const rows = roster.flatMap((person): readonly EnrolRow[] =>
    (answers.get(person.id)?.assessments ?? []).map((assessment) => {
      const key = `${person.id} ${questionKey(assessment)}`;
      return { key, person, assessment, isEnrolled: enrolled.has(key) };
    }),
  );
  const rankOf = ({ assessment }: EnrolRow) => DECISION_ORDER.indexOf(assessment.decision);
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b) || a.person.nameRank - b.person.nameRank);
}

/** The rows that a filter asks for. */
export function filterEnrolRows(
  rows: readonly EnrolRow[],
  { decision, pathway, line, text }: EnrolFilter,
): readonly EnrolRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ person, assessment }) =>
      (decision === null || assessment.decision === decision) &&
      (pathway === null || assessment.pathway === pathway) &&
      (line === null || assessment.line === line) &&
      isNamed(person, wanted),
  );
}

function isNamed({ name, initials, idTail }: RosterRow, wanted: string): boolean {
  if (wanted === "" || name.toLowerCase().includes(wanted)) return true;
  return (
    initials.split(" ").some((one) => one.startsWith(wanted)) || idTail?.toLowerCase() === wanted
  );
}

function oneOf<Value extends string>(values: readonly Value[], written: string | null) {
  return values.find((value) => value === written) ?? null;
}

/** Reads the filter of an address; without one those who can apply are asked for. */
export function readEnrolFilter(query: URLSearchParams): EnrolFilter {
  const decision = query.get("decision");
  return {
    decision: decision === null ? "eligible" : oneOf(DECISION_ORDER, decision),
    pathway: oneOf(PATHWAYS, query.get("pathway")),
    line: oneOf(LINES, query.get("line")),
    text: query.get("q") ?? "",
  };
}

/** The query of a filter, with what else the address says left as it is. */
export function writeEnrolFilter(filter: EnrolFilter, before: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(before);
  const put = (key: string, value: string | null) => {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  };
  put("decision", filter.decision === "eligible" ? null : (filter.decision ?? "all"));
  put("pathway", filter.pathway);
  put("line", filter.line);
  put("q", filter.text);
  return query;
}
