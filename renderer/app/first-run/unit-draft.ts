import { describeIssue, type Issue } from "../../../shared/records/issue.ts";
import { reportSchemaIssues } from "../../../shared/records/schema-issues.ts";
import type { Series } from "../../../shared/records/series.ts";
import {
  checkUnit,
  POST_GROUPS,
  type PostGroup,
  type Unit,
  unitSchema,
} from "../../../shared/records/unit.ts";

/** The unit's profile as it is typed. */
export interface UnitDraft {
  readonly name: string;
  readonly creditCode: string;
  readonly series: Series;
  readonly county: string;
  readonly township: string;
  readonly address: string;
  readonly townshipAllowance: "yes" | "no" | "unknown";
  /** Empty until it is chosen: much hangs on it, and only the county's list knows. */
  readonly inCatalogue: "yes" | "no" | "";
  readonly posts: Readonly<Record<PostGroup, string>>;
}

export const EMPTY_UNIT: UnitDraft = {
  name: "",
  creditCode: "",
  series: "health",
  county: "",
  township: "",
  address: "",
  townshipAllowance: "unknown",
  inCatalogue: "",
  posts: { junior: "", intermediate: "", associateSenior: "", senior: "" },
};

/** What is wrong with a draft: field → sentence. Posts are `posts.junior` and so on. */
export type UnitFaults = Readonly<Record<string, string>>;

export type ReadUnit =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly faults: UnitFaults };

/** A draft as a unit, or what is wrong with it. */
export function readUnitDraft(draft: UnitDraft, id: string): ReadUnit {
  const data = toData(draft, id);
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

/** A credit code as it should be written: half-width capitals without blanks. */
export function foldCreditCode(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
}

function toData(draft: UnitDraft, id: string) {
  const creditCode = foldCreditCode(draft.creditCode);
  const posts = Object.fromEntries(
    POST_GROUPS.map((group) => [group, toCount(draft.posts[group])]),
  );
  const isAnyKnown = Object.values(posts).some((count) => count !== null);
  return {
    id,
    name: draft.name.trim(),
    creditCode: creditCode === "" ? null : creditCode,
    series: draft.series,
    ...optional("county", draft.county),
    ...optional("township", draft.township),
    ...optional("address", draft.address),
    ...(draft.townshipAllowance === "unknown"
      ? {}
      : { townshipAllowance: draft.townshipAllowance === "yes" }),
    ...(draft.inCatalogue === "" ? {} : { inCatalogue: draft.inCatalogue === "yes" }),
    posts: isAnyKnown ? posts : null,
  };
}

function optional(key: string, typed: string): Readonly<Record<string, string>> {
  const text = typed.trim();
  return text === "" ? {} : { [key]: text };
}

/** Digits as a number; what is not a number stays a text and is refused by the schema. */
function toCount(typed: string): number | string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
