import { z } from "zod";
import { id, number, record, text, year } from "./fields.ts";

/** The hours of a leap year: no more can be spent on courses. */
export const HOURS_IN_A_YEAR = 8_784;

export const TRAINING_CATEGORIES = ["public", "professional"] as const;
export type TrainingCategory = (typeof TRAINING_CATEGORIES)[number];
export const TRAINING_CATEGORY_LABELS = {
  public: "公需科目",
  professional: "专业科目",
} as const satisfies Record<TrainingCategory, string>;

/** 继续教育学时: the hours of one course. */
export const trainingSchema = record({
  id: id(),
  year: year(),
  hours: number(0, HOURS_IN_A_YEAR),
  category: z.enum(TRAINING_CATEGORIES),
  /** Training in one's own specialty (〔2020〕42号 五（一）). */
  inSpecialty: z.boolean(),
  title: text().optional(),
  organizer: text().optional(),
});
export type TrainingEntry = z.infer<typeof trainingSchema>;
