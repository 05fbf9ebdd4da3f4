import { z } from "zod";

/** 系列: the profession that a post or a title belongs to. */
export const SERIES = [
  "health",
  "education",
  "agriculture",
  "engineering",
  "statistics",
  "other",
] as const;
export type Series = (typeof SERIES)[number];
export const seriesSchema = z.enum(SERIES);
export const SERIES_LABELS = {
  health: "卫生",
  education: "中小学教师",
  agriculture: "农业技术",
  engineering: "工程技术",
  statistics: "统计",
  other: "其他",
} as const satisfies Record<Series, string>;
