import type { z } from "zod";
import { filledText, list, number, record, year } from "./fields.ts";
import { seriesSchema } from "./series.ts";
import { titleLevelSchema } from "./title.ts";

const HIGHEST_SCORE = 1_000;

/** 考试成绩: one sitting of a national examination, with its subjects. */
export const examSchema = record({
  series: seriesSchema,
  level: titleLevelSchema,
  year: year(),
  subjects: list(
    record({
      name: filledText(),
      score: number(0, HIGHEST_SCORE),
      nationalLine: number(0, HIGHEST_SCORE),
    }),
    20,
  ),
});
export type Exam = z.infer<typeof examSchema>;
