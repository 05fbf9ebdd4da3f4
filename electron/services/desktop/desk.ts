import type { Answer, MethodSpec } from "../../../shared/bridge/method.ts";
import type {
  BridgeEvent,
  BridgeEvents,
  Method,
  OutputOf,
  ParsedInputOf,
} from "../../../shared/bridge/methods.ts";
import type { Backups } from "../backups/backups.ts";
import type { Journal } from "../journal/journal.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { DeskLedgers } from "./desk-ledgers.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { DeskReceiver } from "../receiver/desk-receiver.ts";
import type { Spool } from "../spool/spool.ts";
import type { DesktopHost } from "./desktop-services.ts";

/** What the handlers of all groups work with. */
export interface Desk {
  readonly given: DesktopHost;
  readonly dataFolder: string;
  readonly floorBytes: number;
  readonly now: () => number;
  readonly emit: <E extends BridgeEvent>(event: E, payload: BridgeEvents[E]) => void;
  /** The keys while they are unlocked: in this memory and nowhere else. */
  readonly keyRing: { keys: UnlockedKeys | null };
  readonly journal: Journal;
  readonly backups: Backups;
  readonly ledgers: DeskLedgers;
  readonly spool: Spool;
  readonly outbox: Outbox;
  readonly receiver: DeskReceiver;
  /** Aborted when the services close: long work that can begin again gives up. */
  readonly closing: AbortSignal;
}

/** Answers one method: its input checked, the bytes beside it no more than it allows. */
export type Handler<M extends Method> = (
  input: ParsedInputOf<M>,
  bytes: Uint8Array | null,
) => Promise<Answer<OutputOf<M>>>;

/** The handlers of a group of methods. */
export type GroupHandlers<Group extends Readonly<Record<string, MethodSpec>>> = {
  readonly [M in keyof Group & Method]: Handler<M>;
};
