import { visit } from "jsonc-parser";
import type { z } from "zod";
import type { Issue, Path, Report } from "./issue.ts";
import { reportSchemaIssues } from "./schema-issues.ts";

/** JSON documents that name their format, `{ "format": "jiceng.…/1", … }`. */

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Parses JSON, with or without a byte order mark; line and column are given where it is none. */
export function parseJson(text: string): Checked<unknown> {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const details = firstSyntaxError(json);
    return { ok: false, issues: [{ code: "json", path: [], value: undefined, details }] };
  }
}

/** Where the text stops being JSON, from 1. JSON.parse names no place for many faults, so another parser is asked. */
function firstSyntaxError(text: string): { line: number; column: number } {
  let offset = text.length;
  visit(
    text,
    { onError: (_, at) => (offset = Math.min(offset, at)) },
    { disallowComments: true, allowTrailingComma: false },
  );
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Reports data that does not claim to be of a format; gives whether it does. */
export function checkFormat(data: unknown, expected: string, report: Report): boolean {
  const found =
    typeof data === "object" && data !== null && "format" in data ? data.format : undefined;
  if (found === expected) return true;
  report({ code: "format", path: ["format"], value: found, details: { expected } });
  return false;
}

/** Data in the shape of a schema, with further checks where the shape is right; everything wrong is reported. */
export function checkShape<Value>(
  data: unknown,
  schema: z.ZodType<Value>,
  check: (value: Value, report: Report) => void = () => {},
  path: Path = [],
): Checked<Value> {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const parsed = schema.safeParse(data);
  if (parsed.success) check(parsed.data, report);
  else reportSchemaIssues(parsed.error.issues, data, path, report);
  return issues.length === 0 && parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, issues };
}

/** Checks data that claims to be a document of some format. */
export function checkDocument<Value>(
  data: unknown,
  format: string,
  schema: z.ZodType<Value>,
  check?: (value: Value, report: Report) => void,
): Checked<Value> {
  const issues: Issue[] = [];
  if (!checkFormat(data, format, (issue) => issues.push(issue))) return { ok: false, issues };
  return checkShape(data, schema, check);
}

/** Reads the text of a document of some format. */
export function readDocument<Value>(
  text: string,
  format: string,
  schema: z.ZodType<Value>,
  check?: (value: Value, report: Report) => void,
): Checked<Value> {
  const parsed = parseJson(text);
  return parsed.ok ? checkDocument(parsed.value, format, schema, check) : parsed;
}

/** A document as text: two spaces, a newline at the end. */
export function writeDocument(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
