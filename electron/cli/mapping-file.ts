import { z } from "zod";
import type { Issue } from "../../shared/records/issue.ts";
import { formatIssue } from "../../shared/records/issue.ts";
import { POSTS } from "../../shared/records/appointment.ts";
import { POSTING_KINDS, SETTINGS } from "../../shared/records/posting.ts";
import { reportSchemaIssues } from "../../shared/records/schema-issues.ts";
import { LINES } from "../../shared/records/title.ts";
import { TRAINING_CATEGORIES } from "../../shared/records/training.ts";
import type { MappingChoice } from "../../shared/workbook/import/mapping.ts";
import type { RosterDefaults } from "../../shared/workbook/roster/defaults.ts";
import { refused, wrongUsage } from "./io.ts";

/** What the user decides about a workbook: which column is what, and what a roster leaves open. */

const headingRow = z.number();
const mappingSchema = z.strictObject({
  kind: z.exactOptional(z.enum(["template", "roster"])),
  sheet: z.exactOptional(z.string()),
  tables: z.exactOptional(
    z.record(
      z.string(),
      z.strictObject({
        headingRows: z.exactOptional(
          z
            .array(headingRow)
            .transform(([first = 1, last = first]): [number, number] => [first, last]),
        ),
        columns: z.exactOptional(z.record(z.string(), z.string().nullable())),
      }),
    ),
  ),
});

/** Reads a mapping file; what is wrong with it is told with its path. */
export function readMapping(path: string, text: string): MappingChoice {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refused(`${path}：不是有效的 JSON 文件`);
  }
  const parsed = mappingSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issues: Issue[] = [];
  reportSchemaIssues(parsed.error.issues, data, [], (issue) => issues.push(issue));
  throw refused(...issues.map((issue) => `${path}：${formatIssue(issue)}`));
}

const YES_NO = { yes: true, no: false } as const;

/** The values that each default may be given on the command line. */
const DEFAULT_CHOICES = {
  setting: SETTINGS,
  kind: POSTING_KINDS,
  professional: ["byTitle", "yes", "no"],
  line: LINES,
  post: POSTS,
  trainingCategory: TRAINING_CATEGORIES,
  inSpecialty: ["yes", "no"],
} as const satisfies Record<keyof RosterDefaults, readonly string[]>;

/** Reads `key=value` settings of what a roster leaves open. */
export function readDefaults(settings: readonly string[]): Partial<RosterDefaults> {
  return Object.fromEntries(settings.map(readDefault));
}

function readDefault(setting: string): readonly [string, unknown] {
  const [key = "", value = ""] = setting.split("=");
  const choices: readonly string[] | undefined = Object.hasOwn(DEFAULT_CHOICES, key)
    ? DEFAULT_CHOICES[key as keyof typeof DEFAULT_CHOICES]
    : undefined;
  if (choices === undefined) {
    const known = Object.keys(DEFAULT_CHOICES).join("、");
    throw wrongUsage(`--default 应写成 名称=值，名称可为：${known}，现为“${setting}”`);
  }
  if (!choices.includes(value)) {
    throw wrongUsage(`--default ${key} 可选：${choices.join("、")}，现为“${value}”`);
  }
  return [key, value === "yes" || value === "no" ? YES_NO[value] : value];
}
