import { SAMPLE_SCOPES } from "../../shared/bureau/sample.ts";

export type Scope = (typeof SAMPLE_SCOPES)[number];

/** The year that an address asks for, of those that there are; else the latest. */
export function readYear(query: URLSearchParams, years: readonly number[], latest: number): number {
  const asked = Number(query.get("year"));
  return years.includes(asked) ? asked : latest;
}

/** The scope that an address asks for. */
export function readScope(query: URLSearchParams): Scope {
  return SAMPLE_SCOPES.find((one) => one === query.get("scope")) ?? "all";
}

/** An address of the reports with its year and scope. */
export function reportAddress(
  path: string,
  asked: Readonly<Record<string, string | number>>,
): string {
  const query = new URLSearchParams(
    Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return `${path}?${query.toString()}`;
}
