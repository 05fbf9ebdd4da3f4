import type { DeskCandidate, DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import type { DeskResult } from "../../shared/submission/desk-remarks.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { cleanCode } from "../../shared/workbook/text.ts";

/** 评审结果 of one package, as they are typed. */

export interface ResultRow {
  readonly key: string;
  readonly personId: string;
  readonly name: string;
  /** Null where the package has none. */
  readonly idNumber: string | null;
  readonly question: string;
  /** What the unit was told; null for nothing yet. */
  readonly told: DeskResult | null;
}

export const OUTCOMES = ["", "passed", "failed"] as const;
/** What is typed for one candidacy; an empty outcome is none. */
export interface TypedResult {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly on: string | null;
  readonly certificate: string;
}
/** By the candidacy's key. */
export type TypedResults = Readonly<Record<string, TypedResult>>;

const NOTHING: TypedResult = { outcome: "", on: null, certificate: "" };

/** A row for every accepted candidacy, in the order of the package. */
export function resultRows({
  candidates,
  people,
}: Pick<DeskPackage, "candidates" | "people">): readonly ResultRow[] {
  const numbers = new Map(people.map(({ id, idNumber }) => [id, idNumber]));
  return candidates.filter(isAccepted).map((candidate) => ({
    key: candidate.key,
    personId: candidate.personId,
    name: candidate.name,
    idNumber: numbers.get(candidate.personId) ?? null,
    question: describeQuestion(candidate),
    told: candidate.result,
  }));
}

function isAccepted({ told }: DeskCandidate): boolean {
  return told === "accepted";
}

/** What stands in a row: what was typed, else what was told. */
export function typedOf({ key, told }: ResultRow, typed: TypedResults): TypedResult {
  const own = typed[key];
  if (own !== undefined) return own;
  return told === null ? NOTHING : { ...told, certificate: told.certificate ?? "" };
}

export interface ResultFault {
  readonly code: "on" | "future" | "certificate";
  readonly name: string;
}

/** What is wrong with the rows that say a result. */
export function findResultFaults(
  rows: readonly ResultRow[],
  typed: TypedResults,
  today: string,
): readonly ResultFault[] {
  return rows.flatMap((row) => {
    const code = faultOf(typedOf(row, typed), today);
    return code === null ? [] : [{ code, name: row.name }];
  });
}

function faultOf(
  { outcome, on, certificate }: TypedResult,
  today: string,
): ResultFault["code"] | null {
  if (outcome === "") return null;
  if (on === null) return "on";
  if (on > today) return "future";
  return outcome === "failed" && cleanCode(certificate) !== "" ? "certificate" : null;
}

export interface GivenResult {
  readonly key: string;
  readonly result: DeskResult;
}

/** The results that say something else than was told; rows have to be without faults. */
export function newResults(
  rows: readonly ResultRow[],
  typed: TypedResults,
): readonly GivenResult[] {
  return rows.flatMap((row) => {
    const { outcome, on, certificate } = typedOf(row, typed);
    if (outcome === "" || on === null) return [];
    const number = cleanCode(certificate);
    const result = { outcome, on, certificate: number === "" ? null : number };
    return isTold(row.told, result) ? [] : [{ key: row.key, result }];
  });
}

function isTold(told: DeskResult | null, { outcome, on, certificate }: DeskResult): boolean {
  return told?.outcome === outcome && told.on === on && told.certificate === certificate;
}

/** Those without an outcome as passed on a day. */
export function passRest(
  rows: readonly ResultRow[],
  typed: TypedResults,
  on: string,
): TypedResults {
  const open = rows.filter((row) => typedOf(row, typed).outcome === "");
  const passed = open.map((row): [string, TypedResult] => [
    row.key,
    { ...typedOf(row, typed), outcome: "passed", on },
  ]);
  return { ...typed, ...Object.fromEntries(passed) };
}

const TAIL = 4;

/** The last four of an ID number. */
export function tailOf(idNumber: string | null): string | null {
  return idNumber === null ? null : idNumber.slice(-TAIL);
}
