import { z } from "zod";
import { type Answer, hostError } from "../../shared/bridge/method.ts";

const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .exactOptional(),
});
const answerSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    output: z.unknown(),
    bytes: z.instanceof(Uint8Array).nullish(),
  }),
  z.object({ ok: z.literal(false), error: errorSchema }),
]);

/** What a host gave, as an answer; anything else is a bug of the host. */
export function answerOf(given: unknown): Answer<unknown> {
  const parsed = answerSchema.safeParse(given);
  if (!parsed.success) return hostError("bug");
  if (!parsed.data.ok) return parsed.data;
  return { ok: true, output: parsed.data.output, bytes: parsed.data.bytes ?? null };
}
