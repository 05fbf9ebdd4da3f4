import { z } from "zod";
import { endDate, record, startDate, text } from "./fields.ts";
import { seriesSchema } from "./series.ts";

/** Where the work is really done. */
export const SETTINGS = ["township", "grassroots", "county", "above", "outside"] as const;
export type Setting = (typeof SETTINGS)[number];
export const SETTING_LABELS = {
  township: "乡镇",
  grassroots: "其他基层单位（目录内）",
  county: "县级",
  above: "市级及以上",
  outside: "其他",
} as const satisfies Record<Setting, string>;

export const POSTING_KINDS = [
  "regular",
  "exchange",
  "directHire",
  "secondment",
  "study",
  "leave",
] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];
export const POSTING_KIND_LABELS = {
  regular: "正常聘用",
  exchange: "交流聘用",
  directHire: "直接聘用（凡下必用）",
  secondment: "借调",
  study: "脱产学习",
  leave: "停薪留职或长期离岗",
} as const satisfies Record<PostingKind, string>;

/** 工作经历: a period in one post with one employer. */
export const postingSchema = record({
  from: startDate(),
  to: endDate().nullable(),
  employer: text().optional(),
  setting: z.enum(SETTINGS),
  kind: z.enum(POSTING_KINDS),
  professional: z.boolean(),
  series: seriesSchema,
  /** A managing post (院长、校长…); absent means no. */
  management: z.boolean().optional(),
});
export type Posting = z.infer<typeof postingSchema>;
