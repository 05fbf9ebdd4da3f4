import { z } from "zod";
import { record, startDate, text } from "./fields.ts";

/** 学历, lowest first. */
export const EDUCATION_LEVELS = ["secondary", "college", "bachelor", "master", "doctor"] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];
export const educationLevelSchema = z.enum(EDUCATION_LEVELS);
export const EDUCATION_LEVEL_LABELS = {
  secondary: "中专",
  college: "大专",
  bachelor: "本科",
  master: "硕士研究生",
  doctor: "博士研究生",
} as const satisfies Record<EducationLevel, string>;

/** 学位, lowest first. */
export const DEGREES = ["bachelor", "master", "doctor"] as const;
export type Degree = (typeof DEGREES)[number];
export const DEGREE_LABELS = {
  bachelor: "学士",
  master: "硕士",
  doctor: "博士",
} as const satisfies Record<Degree, string>;

/** One education with its graduation; a graduation known to the month counts from the month's first day. */
export const educationSchema = record({
  level: educationLevelSchema,
  degree: z.enum(DEGREES).nullable().default(null),
  major: text().optional(),
  school: text().optional(),
  graduatedOn: startDate(),
});
export type Education = z.infer<typeof educationSchema>;
