import { z } from "zod";
import { endDate, id, record, startDate } from "./fields.ts";

export const POSTS = ["regular", "special"] as const;
export type Post = (typeof POSTS)[number];
export const POST_LABELS = {
  regular: "常设岗位",
  special: "特设岗位",
} as const satisfies Record<Post, string>;

/** 聘任: a period for which a unit employs a person on a title. */
export const appointmentSchema = record({
  titleId: id(),
  from: startDate(),
  to: endDate().nullable(),
  post: z.enum(POSTS),
});
export type Appointment = z.infer<typeof appointmentSchema>;
