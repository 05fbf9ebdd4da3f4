import { z } from "zod";
import { creditCodeCheckDigit, hasCreditCodeForm } from "./credit-code.ts";
import { filledText, id, record, text, wholeNumber } from "./fields.ts";
import type { Path, Report } from "./issue.ts";
import { seriesSchema } from "./series.ts";
import type { TitleLevel } from "./title.ts";

/** 岗位等级组: technician and assistant share the junior posts. */
export const POST_GROUPS = ["junior", "intermediate", "associateSenior", "senior"] as const;
export type PostGroup = (typeof POST_GROUPS)[number];
export const POST_GROUP_LABELS = {
  junior: "初级",
  intermediate: "中级",
  associateSenior: "副高级",
  senior: "正高级",
} as const satisfies Record<PostGroup, string>;

/** The group of posts that a title of some level fills. */
export function postGroupOf(level: TitleLevel): PostGroup {
  return level === "technician" || level === "assistant" ? "junior" : level;
}

const approved = wholeNumber(0, 100_000).nullable();

/** 单位: a township institution. */
export const unitSchema = record({
  id: id(),
  name: filledText(),
  creditCode: z.string().nullable().default(null),
  /** The sector it mainly belongs to. */
  series: seriesSchema,
  county: text().optional(),
  township: text().optional(),
  address: text().optional(),
  townshipAllowance: z.boolean().optional(),
  inCatalogue: z.boolean(),
  /** Approved regular posts 核定岗位数; null, as a whole or for one group, means not known. */
  posts: record({
    junior: approved.default(null),
    intermediate: approved.default(null),
    associateSenior: approved.default(null),
    senior: approved.default(null),
  })
    .nullable()
    .default(null),
});
export type Unit = z.infer<typeof unitSchema>;

/** Checks that the schema cannot express: the credit code's form and check digit (GB 32100). */
export function checkUnit(
  { creditCode }: Pick<Unit, "creditCode">,
  path: Path,
  report: Report,
): void {
  if (creditCode === null) return;
  const at = { path: [...path, "creditCode"], value: creditCode, details: {} };
  if (!hasCreditCodeForm(creditCode)) report({ code: "creditCode.form", ...at });
  else if (creditCodeCheckDigit(creditCode) !== creditCode[17])
    report({ code: "creditCode.checkDigit", ...at });
}
