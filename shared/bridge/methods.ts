import { z } from "zod";
import { APP_METHODS } from "./app-methods.ts";
import { ATTACHMENTS_METHODS } from "./attachments-methods.ts";
import { BACKUPS_METHODS } from "./backups-methods.ts";
import { DESK_METHODS } from "./desk-methods.ts";
import { JOURNAL_METHODS } from "./journal-methods.ts";
import { KEYS_METHODS } from "./keys-methods.ts";
import type { Answer, MethodSpec } from "./method.ts";
import { REGISTRY_METHODS } from "./registry-methods.ts";
import { type OutboxEvent, OUTBOX_METHODS, outboxEvent } from "./outbox-methods.ts";
import { RECEIVER_METHODS, receiverEvent, type ReceiverEvent } from "./receiver-methods.ts";
import { SPOOL_METHODS } from "./spool-methods.ts";
import { STATEMENTS_METHODS } from "./statements-methods.ts";
import { TRIAL_METHODS } from "./trial-methods.ts";
import { TRUST_METHODS } from "./trust-methods.ts";
import { WORKBOOKS_METHODS } from "./workbooks-methods.ts";

/** The only contract between the screen and Node: one map, two hosts, one implementation. */
export const METHODS = {
  ...APP_METHODS,
  ...KEYS_METHODS,
  ...JOURNAL_METHODS,
  ...BACKUPS_METHODS,
  ...ATTACHMENTS_METHODS,
  ...WORKBOOKS_METHODS,
  ...DESK_METHODS,
  ...REGISTRY_METHODS,
  ...TRIAL_METHODS,
  ...TRUST_METHODS,
  ...OUTBOX_METHODS,
  ...SPOOL_METHODS,
  ...STATEMENTS_METHODS,
  ...RECEIVER_METHODS,
} as const satisfies Record<string, MethodSpec>;

export type Method = keyof typeof METHODS;
export type InputOf<M extends Method> = z.input<(typeof METHODS)[M]["input"]>;
export type ParsedInputOf<M extends Method> = z.output<(typeof METHODS)[M]["input"]>;
export type OutputOf<M extends Method> = z.output<(typeof METHODS)[M]["output"]>;

/** True for the name of a method. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(METHODS, name);
}

/** What Node tells the screen unasked. */
export interface BridgeEvents {
  /** Long work of a call: `id` is the one given with the call's input. */
  readonly progress: { readonly id: string; readonly done: number; readonly total: number | null };
  /** The keys were locked by another way than the screen's own call. */
  readonly locked: Record<string, never>;
  /** How a package is getting on on its way to the bureau. */
  readonly outbox: OutboxEvent;
  /** The bureau's receiver was started or stopped, or something came. */
  readonly receiver: ReceiverEvent;
  /** Told by the screen's side of the host itself: whether Node is still reached. */
  readonly connection: { readonly isConnected: boolean };
}
export type BridgeEvent = keyof BridgeEvents;

/** The shape of each event, for what comes over a wire. */
export const EVENTS = {
  progress: z.object({ id: z.string(), done: z.number(), total: z.number().nullable() }),
  locked: z.object({}),
  outbox: outboxEvent,
  receiver: receiverEvent,
  connection: z.object({ isConnected: z.boolean() }),
} as const satisfies Record<BridgeEvent, z.ZodType>;

/** The bridge as the screen holds it. */
export interface Bridge {
  readonly call: <M extends Method>(
    method: M,
    input: InputOf<M>,
    bytes?: Uint8Array,
  ) => Promise<Answer<OutputOf<M>>>;
  /** Gives a function that ends the listening. */
  readonly on: <E extends BridgeEvent>(
    event: E,
    listener: (payload: BridgeEvents[E]) => void,
  ) => () => void;
}
