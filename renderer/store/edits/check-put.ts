import type { z } from "zod";
import { checkShape } from "../../../shared/records/document.ts";
import type { Path, Report } from "../../../shared/records/issue.ts";

/** A value in the shape of its schema, as a list of one; empty where something is wrong, which is reported. */
export function checkPut<Value>(
  value: unknown,
  schema: z.ZodType<Value>,
  check: ((value: Value, report: Report) => void) | undefined,
  path: Path,
  report: Report,
): readonly Value[] {
  const checked = checkShape(value, schema, check, path);
  if (checked.ok) return [checked.value];
  for (const issue of checked.issues) report(issue);
  return [];
}
