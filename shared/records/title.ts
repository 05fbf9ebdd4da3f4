import { z } from "zod";
import { filledText, id, record, startDate } from "./fields.ts";
import { seriesSchema } from "./series.ts";

/** 职称级别, lowest first. */
export const TITLE_LEVELS = [
  "technician",
  "assistant",
  "intermediate",
  "associateSenior",
  "senior",
] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];
export const titleLevelSchema = z.enum(TITLE_LEVELS);
export const TITLE_LEVEL_LABELS = {
  technician: "员级",
  assistant: "助理级",
  intermediate: "中级",
  associateSenior: "副高级",
  senior: "正高级",
} as const satisfies Record<TitleLevel, string>;

/** 职称类别: the two lines of 〔2020〕42号 四. */
export const LINES = ["provincial", "grassroots"] as const;
export type Line = (typeof LINES)[number];
export const lineSchema = z.enum(LINES);
export const LINE_LABELS = {
  provincial: "全省统一职称",
  grassroots: "基层职称",
} as const satisfies Record<Line, string>;

/** 职称: a professional title once obtained; it stays on file when it stops being valid. */
export const titleSchema = record({
  id: id(),
  series: seriesSchema,
  level: titleLevelSchema,
  line: lineSchema,
  name: filledText(),
  obtainedOn: startDate(),
});
export type Title = z.infer<typeof titleSchema>;
