import { z } from "zod";
import { record } from "../records/fields.ts";
import { keyBytes } from "./fields.ts";

export const KEY_CHANGE_FORMAT = "jiceng.key-change/1";

/** The statement of a key that another one takes its place; signed by the old one (`jiceng-key-change+jws`). */
export const keyChangeSchema = record({
  format: z.literal(KEY_CHANGE_FORMAT),
  from: keyBytes(),
  to: keyBytes(),
});
export type KeyChange = z.infer<typeof keyChangeSchema>;
