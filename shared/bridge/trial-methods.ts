import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const counted = z.object({ packages: z.number().int().nonnegative() });

/** 试用: fictitious units for a bureau to try its desk with. Expected error: `trial-running`. */
export const TRIAL_METHODS = {
  /** Enrols three fictitious units and takes their packages in, the way real ones come. */
  "trial.load": { input: nothing, output: counted },
  /** Removes their packages and keys; nothing else is touched. */
  "trial.end": { input: nothing, output: counted },
} as const satisfies Record<string, MethodSpec>;
