import type { Issue, Path } from "../../records/issue.ts";
import { reportSchemaIssues } from "../../records/schema-issues.ts";
import { checkUnit, type Unit, unitSchema } from "../../records/unit.ts";
import type { RecordDraft } from "./draft.ts";
import { type BlamedRow, type HeadingOf, recordIssue, rowIssue } from "./import-issue.ts";
import type { RowOutcome } from "./merge-list.ts";

/** The unit as it would be after import. */
export interface MergedUnit {
  /** Null where neither the file nor the workbook has a unit that passes its checks. */
  readonly unit: Unit | null;
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
  readonly blamed: readonly BlamedRow[];
}

const POSTS = "posts.";

/** Merges the row of the 单位 sheet into the unit on file. Another unit's row is refused. */
export function mergeUnit(
  drafts: readonly RecordDraft[],
  existing: Unit | null,
  headingOf: HeadingOf,
  refused: ReadonlySet<number>,
): MergedUnit {
  const [draft, ...more] = drafts;
  const blamed: BlamedRow[] = more.map(({ row }) =>
    rowIssue({ row, column: null }, headingOf, "row.secondUnit", {}),
  );
  const unchanged = { unit: existing, outcomes: new Map<number, RowOutcome>(), blamed };
  if (draft === undefined || refused.has(draft.row.id)) return unchanged;
  const { row, known, columns } = draft;
  if (existing !== null && known["id"] !== existing.id) {
    const at = { row, column: columns.get("id") ?? null };
    blamed.push(
      rowIssue(at, headingOf, "row.anotherUnit", { name: existing.name, id: existing.id }),
    );
    return unchanged;
  }
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const raw = withKnown(existing, known);
  const parsed = unitSchema.safeParse(raw);
  if (parsed.success) checkUnit(parsed.data, [], report);
  else reportSchemaIssues(parsed.error.issues, raw, [], report);
  for (const issue of issues) {
    const at = { row, column: columns.get(keyOf(issue.path)) ?? null };
    blamed.push(recordIssue(at, headingOf, issue, keyOf));
  }
  if (!parsed.success || issues.length > 0) return unchanged;
  const outcome = outcomeOf(existing, parsed.data);
  return { unit: parsed.data, outcomes: new Map([[row.id, outcome]]), blamed };
}

function outcomeOf(existing: Unit | null, merged: Unit): RowOutcome {
  if (existing === null) return "added";
  return JSON.stringify(existing) === JSON.stringify(merged) ? "unchanged" : "changed";
}

function keyOf(path: Path): string {
  return path.join(".");
}

function withKnown(existing: Unit | null, known: RecordDraft["known"]): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  const posts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(known)) {
    if (key.startsWith(POSTS)) posts[key.slice(POSTS.length)] = value;
    else own[key] = value;
  }
  const merged = { ...existing, ...own };
  return Object.keys(posts).length === 0
    ? merged
    : { ...merged, posts: { ...existing?.posts, ...posts } };
}
