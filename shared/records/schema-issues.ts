import type { z } from "zod";
import type { Refusal } from "./fields.ts";
import type { Issue, Path, Report, ValueKind } from "./issue.ts";

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: "text",
  number: "number",
  int: "number",
  boolean: "boolean",
  object: "object",
  record: "object",
  array: "list",
  null: "null",
};

/** Follows a path into the data; undefined where it leads nowhere. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function kindOf(expected: string): ValueKind {
  const kind = KINDS[expected];
  if (kind === undefined) throw new Error(`no word for zod's type ${expected}`);
  return kind;
}

/**
 * Turns zod's refusals of some data into issues. Every kind that our schemas can raise is handled;
 * another one is a bug and throws.
 */
export function reportSchemaIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  base: Path,
  report: Report,
): void {
  for (const raw of issues) {
    const path = raw.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const at = { path: [...base, ...path], value: valueAt(data, path) };
    switch (raw.code) {
      case "unrecognized_keys":
        for (const key of raw.keys) {
          const value = valueAt(data, [...path, key]);
          report({ code: "key.unknown", path: [...at.path, key], value, details: {} });
        }
        break;
      case "invalid_type":
        report(
          at.value === undefined
            ? { code: "key.missing", ...at, details: {} }
            : { code: "type", ...at, details: { expected: kindOf(raw.expected) } },
        );
        break;
      case "invalid_value":
        report(
          at.value === undefined
            ? { code: "key.missing", ...at, details: {} }
            : { code: "choice", ...at, details: { allowed: raw.values.map(String) } },
        );
        break;
      case "custom":
        report({ ...at, ...(raw.params as Refusal) } as Issue);
        break;
      default:
        throw new Error(`no issue for zod's ${raw.code}`);
    }
  }
}
