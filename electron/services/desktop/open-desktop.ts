import { EventEmitter } from "node:events";
import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import {
  type BridgeEvents,
  isMethod,
  type Method,
  METHODS,
  type OutputOf,
  type ParsedInputOf,
} from "../../../shared/bridge/methods.ts";
import { makeFolder } from "../files/durable.ts";
import { fileFaultOf, orFileFault } from "../files/faults.ts";
import { FLOOR_BYTES } from "../health/free-space.ts";
import { openJournal } from "../journal/journal.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import { USUAL_PAUSES } from "../outbox/retry-plan.ts";
import { DeskReceiver } from "../receiver/desk-receiver.ts";
import { openSpool } from "../spool/spool.ts";
import { refuseFile, refuseFolder } from "./answers.ts";
import { sweepAttachments } from "../attachments/attachments.ts";
import { openBackups, sweepBackups } from "../backups/backups.ts";
import { makeAttachmentsHandlers } from "./attachments-handlers.ts";
import { makeBackupsHandlers } from "./backups-handlers.ts";
import { makeWorkbooksHandlers } from "./workbooks-handlers.ts";
import { makeAppHandlers } from "./app-handlers.ts";
import { logBug } from "./bug-log.ts";
import type { Desk, Handler } from "./desk.ts";
import type { DesktopHost, DesktopServices, EventListener } from "./desktop-services.ts";
import { makeDeskHandlers } from "./desk-handlers.ts";
import { type DeskLedgers, holdLedgers } from "./desk-ledgers.ts";
import { ledgerAddress } from "../ledger/open-ledger.ts";
import { makeJournalHandlers } from "./journal-handlers.ts";
import { makeKeysHandlers } from "./keys-handlers.ts";
import { makeOutboxHandlers } from "./outbox-handlers.ts";
import { makeCatalogueHandlers } from "./catalogue-handlers.ts";
import { makePacksHandlers } from "./packs-handlers.ts";
import { makeReceiverHandlers } from "./receiver-handlers.ts";
import { makeRegistryHandlers } from "./registry-handlers.ts";
import { makeSpoolHandlers } from "./spool-handlers.ts";
import { makeTrialHandlers } from "./trial-handlers.ts";
import { makeTrustHandlers } from "./trust-handlers.ts";

type Handlers = { readonly [M in Method]: Handler<M> };

/** Opens the Node side of the bridge on a data folder, which is made where there is none. */
export async function openDesktop(given: DesktopHost): Promise<DesktopServices> {
  const { dataFolder, now = Date.now } = given;
  await makeFolder(dataFolder);
  // What a crash left half written takes room. A disk that lets nothing be removed is no reason not to start.
  await orFileFault(() => sweepLeftOver(dataFolder));
  const events = new EventEmitter<{ event: Parameters<EventListener> }>();
  const closing = new AbortController();
  const desk: Desk = {
    given,
    dataFolder,
    floorBytes: given.floorBytes ?? FLOOR_BYTES,
    now,
    emit: (event, payload) => void events.emit("event", event, payload),
    keyRing: watchKeys((keys) => {
      desk.outbox.useKeys(keys);
      desk.receiver.useKeys(keys);
      desk.ledgers.useKeys(keys);
    }),
    journal: openJournal(dataFolder),
    backups: openBackups(dataFolder, now),
    ledgers: openLedgers(given),
    spool: await openSpool(dataFolder),
    outbox: openOutbox(given, (event) => void events.emit("event", "outbox", event)),
    receiver: openDeskReceiver(given, (event) => void events.emit("event", "receiver", event)),
    closing: closing.signal,
  };
  const handlers = makeHandlers(desk);
  const running = new Set<Promise<unknown>>();
  let isOpen = true;
  return {
    call: async (method, input, bytes) => {
      if (!isOpen) return hostError("host-gone");
      if (!isMethod(method)) return hostError("unknown-method");
      const answering = answer(desk, handlers, { method, input, bytes });
      running.add(answering);
      try {
        return await answering;
      } finally {
        running.delete(answering);
      }
    },
    onEvent: (listener) => {
      events.on("event", listener);
      return () => void events.off("event", listener);
    },
    close: async () => {
      isOpen = false;
      closing.abort();
      await Promise.all(running);
      await desk.backups.close();
      desk.keyRing.keys = null;
      // What it has taken in goes into the ledger first.
      await desk.receiver.close();
      await desk.ledgers.close();
      await desk.outbox.close();
      await desk.spool.empty();
      events.removeAllListeners();
    },
  };
}

async function sweepLeftOver(dataFolder: string): Promise<number> {
  return (await sweepAttachments(dataFolder)) + (await sweepBackups(dataFolder));
}

/** Holds the keys, and tells whenever they are unlocked or locked. */
function watchKeys(onChange: (keys: UnlockedKeys | null) => void): Desk["keyRing"] {
  let current: UnlockedKeys | null = null;
  return {
    get keys() {
      return current;
    },
    set keys(keys) {
      current = keys;
      onChange(keys);
    },
  };
}

/** A link that stands still for a minute is cut; a receiver that has everything may read it for a while. */
const USUAL_PATIENCE = { stalled: 60_000, answer: 900_000 };

function openOutbox(
  { dataFolder, now = Date.now, sending }: DesktopHost,
  emit: (event: BridgeEvents["outbox"]) => void,
): Outbox {
  return createOutbox({
    dataFolder,
    now,
    ticks: () => performance.now(),
    pauses: sending?.pauses ?? USUAL_PAUSES,
    patience: sending?.patience ?? USUAL_PATIENCE,
    emit,
    onBug: (error) => logBug(dataFolder, now(), "outbox", error),
  });
}

function openDeskReceiver(
  { dataFolder, now = Date.now }: DesktopHost,
  emit: (event: BridgeEvents["receiver"]) => void,
): DeskReceiver {
  const onBug = (error: unknown) => logBug(dataFolder, now(), "receiver", error);
  return new DeskReceiver({ dataFolder, now, emit, onBug });
}

function openLedgers({ dataFolder, now = Date.now, floorBytes }: DesktopHost): DeskLedgers {
  const address = ledgerAddress(process.env);
  return holdLedgers({ dataFolder, address, now, floorBytes: floorBytes ?? FLOOR_BYTES });
}

function makeHandlers(desk: Desk): Handlers {
  return {
    ...makeAppHandlers(desk),
    ...makeKeysHandlers(desk),
    ...makeJournalHandlers(desk),
    ...makeBackupsHandlers(desk),
    ...makeAttachmentsHandlers(desk),
    ...makeWorkbooksHandlers(),
    ...makeDeskHandlers(desk),
    ...makeTrustHandlers(desk),
    ...makeRegistryHandlers(desk),
    ...makePacksHandlers(desk),
    ...makeCatalogueHandlers(desk),
    ...makeTrialHandlers(desk),
    ...makeOutboxHandlers(desk),
    ...makeSpoolHandlers(desk),
    ...makeReceiverHandlers(desk),
  };
}

interface Call<M extends Method> {
  readonly method: M;
  readonly input: unknown;
  readonly bytes: Uint8Array | null;
}

/** Expected errors are answers; whatever else goes wrong is a bug, noted in the log without what it says. */
async function answer<M extends Method>(
  desk: Desk,
  handlers: Handlers,
  { method, input, bytes }: Call<M>,
): Promise<Answer<OutputOf<M>>> {
  const spec = METHODS[method];
  const mostBytes = "mostBytes" in spec ? spec.mostBytes : 0;
  if (bytes !== null && bytes.length > mostBytes) return hostError("too-large");
  try {
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return hostError("bad-input");
    const handler: Handler<M> = handlers[method];
    const answered = await handler(parsed.data as ParsedInputOf<M>, bytes);
    if (!answered.ok) return answered;
    const output = spec.output.parse(answered.output) as OutputOf<M>;
    return { ok: true, output, bytes: answered.bytes };
  } catch (error) {
    const fault = fileFaultOf(error);
    // All but those that save a file elsewhere work in the data folder.
    if (fault !== null)
      return method.startsWith("files.") ? refuseFile(fault) : refuseFolder(fault);
    await logBug(desk.dataFolder, desk.now(), method, error);
    return hostError("bug");
  }
}
