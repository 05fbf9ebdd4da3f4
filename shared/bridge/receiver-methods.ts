import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();

/** A package that came over the network since the program was started. */
const arrival = z.object({
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  at: z.string(),
  /** `repeated`: it had been received before and was answered as the first time. */
  kind: z.enum(["received", "repeated", "refused"]),
  unitId: z.string(),
  packageId: z.string(),
  /** Told of what is in the ledger; null for a refused one, whose content nobody vouches for. */
  unitName: z.string().nullable(),
  year: z.number().int().nullable(),
  revision: z.number().int().nullable(),
  people: count.nullable(),
  /** Why it was refused, and the sentence. */
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type ReceiverArrival = z.infer<typeof arrival>;

const state = z.object({
  isRunning: z.boolean(),
  /** What it listens on, or did last; null before the first start. */
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  /** Where units of this network reach it, `http://192.168.1.5:47130`; none while it is stopped. */
  addresses: z.array(z.string()),
  /** Addresses of this machine, to choose `host` from. */
  machineAddresses: z.array(z.string()),
  connections: count,
  transfers: count,
  /** The latest first. */
  packages: z.array(arrival),
  /** Why nothing can be received although it should. */
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ReceiverState = z.infer<typeof state>;

/** The port that a receiver listens on unless it is told another. */
export const USUAL_RECEIVER_PORT = 47_130;
/** Every network of the machine. */
export const ALL_NETWORKS = "0.0.0.0";

/** The bureau's receiver, run by its desk. */
export const RECEIVER_METHODS = {
  "receiver.state": { input: nothing, output: state },
  /** Starts it, anew where it runs; it starts again with every unlocking until it is stopped. */
  "receiver.start": {
    input: z.strictObject({
      host: z.string().regex(/^[0-9A-Fa-f.:]{2,45}$/),
      port: z.number().int().min(0).max(65_535),
    }),
    output: state,
  },
  /** Cuts what is under way, to be resumed at the next start. */
  "receiver.stop": { input: nothing, output: state },
} as const satisfies Record<string, MethodSpec>;

/** Something about the receiver is another than before; `receiver.state` tells what. */
export const receiverEvent = z.object({
  reason: z.enum(["started", "stopped", "package", "fault"]),
});
export type ReceiverEvent = z.infer<typeof receiverEvent>;
