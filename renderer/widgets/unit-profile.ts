import { describeIssue, type Issue } from "../../shared/records/issue.ts";
import { reportSchemaIssues } from "../../shared/records/schema-issues.ts";
import type { Series } from "../../shared/records/series.ts";
import { checkUnit, type Unit, unitSchema } from "../../shared/records/unit.ts";
import { tidyName } from "./tidy-name.ts";

/** The unit's description as it is typed, in the first run and in the settings. */
export interface UnitProfile {
  readonly name: string;
  readonly creditCode: string;
  readonly series: Series;
  readonly county: string;
  readonly township: string;
  readonly address: string;
  readonly townshipAllowance: "yes" | "no" | "unknown";
  /** Empty until it is chosen: much hangs on it, and only the county's list knows. */
  readonly inCatalogue: "yes" | "no" | "";
}

export const EMPTY_PROFILE: UnitProfile = {
  name: "",
  creditCode: "",
  series: "health",
  county: "",
  township: "",
  address: "",
  townshipAllowance: "unknown",
  inCatalogue: "",
};

/** A credit code as it should be written: half-width capitals without blanks. */
export function foldCreditCode(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
}

export type ReadUnit =
  | { readonly ok: true; readonly unit: Unit }
  /** Field → the core's sentence; posts are `posts.junior` and so on. */
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** What is not typed in the profile: as on file, or as the posts' own fields have it. */
interface Beside {
  readonly id: string;
  readonly posts: unknown;
}

/** A profile as a unit, or what is wrong with it. */
export function readUnitProfile(profile: UnitProfile, beside: Beside): ReadUnit {
  const data = { ...toData(profile), ...beside };
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const parsed = unitSchema.safeParse(data);
  // The code is checked while other fields are still empty.
  checkUnit({ creditCode: data.creditCode }, [], report);
  if (!parsed.success) reportSchemaIssues(parsed.error.issues, data, [], report);
  if (parsed.success && issues.length === 0) return { ok: true, unit: parsed.data };
  return {
    ok: false,
    faults: Object.fromEntries(issues.map((issue) => [issue.path.join("."), describeIssue(issue)])),
  };
}

function toData(profile: UnitProfile) {
  const { townshipAllowance, inCatalogue } = profile;
  const creditCode = foldCreditCode(profile.creditCode);
  return {
    name: tidyName(profile.name),
    creditCode: creditCode === "" ? null : creditCode,
    series: profile.series,
    ...optional("county", profile.county),
    ...optional("township", profile.township),
    ...optional("address", profile.address),
    ...(townshipAllowance === "unknown" ? {} : { townshipAllowance: townshipAllowance === "yes" }),
    ...(inCatalogue === "" ? {} : { inCatalogue: inCatalogue === "yes" }),
  };
}

function optional(key: string, typed: string): Readonly<Record<string, string>> {
  const text = tidyName(typed);
  return text === "" ? {} : { [key]: text };
}
