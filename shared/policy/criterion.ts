import { z } from "zod";
import { filledText, id, number, record } from "../records/fields.ts";

/** 评议指标: what reviewers give points for. The pack proposes them, a round keeps its own. */

/** More points than any sheet gives for one criterion. */
export const MOST_POINTS = 1_000;

/** What a criterion's points rest on: the reviewers' judgement, or years that the records prove. */
export const CRITERION_BASES = ["judgement", "townshipYears"] as const;

/** A score is the sum over the criteria of points ÷ most × weight; weights add up to 100. */
export const criterionSchema = record({
  id: id(),
  name: filledText(),
  /** Points are given from 0 to this. */
  most: number(1, MOST_POINTS),
  weight: number(0, 100),
  basis: z.enum(CRITERION_BASES),
});
export type Criterion = z.infer<typeof criterionSchema>;
