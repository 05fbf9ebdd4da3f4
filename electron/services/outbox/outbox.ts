import type { OutboxItem, ReceiptFacts } from "../../../shared/bridge/outbox-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { wasReceived } from "../../../shared/submission/sent-package.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import { runAskLoop } from "./ask-loop.ts";
import { type BureauClock, type ClockDifference, createBureauClock } from "./bureau-clock.ts";
import { openErrandFiles } from "./errand-files.ts";
import { describeOutboxFault, isOutboxFault } from "./fault.ts";
import { runSendLoop } from "./send-loop.ts";
import { type OutboxSetting, Session } from "./session.ts";
import { type Shipment, stepOf } from "./shipments.ts";

/**
 * 报送: what this unit has packed, on its way to the bureau. It works in the background while the keys of a
 * unit are unlocked, and goes on where it was after every start.
 */

export interface Outbox {
  /** The keys were unlocked, or locked (null): begins, or stops and forgets them. */
  readonly useKeys: (keys: UnlockedKeys | null) => void;
  /** Tries at once what waits, and asks for answers. */
  readonly wake: () => void;
  readonly list: () => Promise<OutboxListing | Refusal>;
  /** Puts a package into the queue; one that waits or was paused is tried at once. */
  readonly send: (packageId: string) => Promise<Done | Refusal>;
  readonly pause: (packageId: string) => Promise<Done | Refusal>;
  /** Notes that the package was copied to a stick. */
  readonly noteExport: (packageId: string) => Promise<Done | Refusal>;
  readonly find: (packageId: string) => Promise<({ readonly ok: true } & Shipment) | Refusal>;
  readonly takeReceipt: (bytes: Uint8Array) => ReturnType<Session["keep"]>;
  /** Stops and waits for what is under way. */
  readonly close: () => Promise<void>;
}

export interface OutboxListing {
  readonly ok: true;
  /** Newest first. */
  readonly items: readonly OutboxItem[];
  readonly hasAddress: boolean;
  readonly clock: ClockDifference | null;
  readonly lastContactAt: string | null;
}

interface Done {
  readonly ok: true;
}

interface Refusal {
  readonly ok: false;
  readonly code: "records-damaged" | "package-unknown" | "not-to-send" | "locked";
}

/** An outbox whose keys are still locked. */
export function createOutbox(setting: OutboxSetting): Outbox {
  return new BackgroundOutbox(setting);
}

class BackgroundOutbox implements Outbox {
  private readonly setting: OutboxSetting;
  private readonly clock: BureauClock;
  private readonly sending: Alarm = createAlarm();
  private readonly asking: Alarm = createAlarm();
  private session: Session | null = null;
  private stop = new AbortController();
  /** The loops of this session and of those before that have not ended yet. */
  private running: Promise<unknown> = Promise.resolve();

  constructor(setting: OutboxSetting) {
    this.setting = setting;
    this.clock = createBureauClock(setting.now, setting.ticks);
  }

  useKeys = (keys: UnlockedKeys | null): void => {
    this.stop.abort();
    this.session = null;
    if (keys === null || keys.role !== "unit") return;
    this.stop = new AbortController();
    const { setting, clock } = this;
    const errands = openErrandFiles(setting.dataFolder, keys.sealer);
    const session = new Session({ setting, keys, errands, clock, signal: this.stop.signal });
    this.session = session;
    const before = this.running;
    // One session's loops after the other's: two must not change the same errand.
    this.running = before.then(() => this.run(session)).catch(setting.onBug);
  };

  private async run(session: Session): Promise<void> {
    await Promise.all([
      runSendLoop(session, this.sending, () => this.asking.ring()),
      runAskLoop(session, this.asking, () => this.sending.ring()),
    ]);
  }

  wake = (): void => {
    this.session?.retries.clear();
    this.sending.ring();
    this.asking.ring();
  };

  list = async (): Promise<OutboxListing | Refusal> => {
    const { session } = this;
    if (session === null) return refuse("locked");
    const listed = await session.list();
    if (!listed.ok) return listed;
    const trusted = await session.bureaus();
    return {
      ok: true,
      items: listed.shipments.map((one) => this.describe(session, one)).toReversed(),
      hasAddress: (trusted?.bureau.card.addresses.length ?? 0) > 0,
      clock: this.clock.difference(),
      lastContactAt: session.lastContactAt,
    };
  };

  find: Outbox["find"] = async (packageId) => {
    const { session } = this;
    if (session === null) return refuse("locked");
    const listed = await session.list();
    if (!listed.ok) return listed;
    const found = listed.shipments.find(({ sent }) => sent.manifest.id === packageId);
    return found === undefined ? refuse("package-unknown") : { ok: true, ...found };
  };

  send: Outbox["send"] = async (packageId) => {
    const found = await this.find(packageId);
    if (!found.ok) return found;
    if (wasReceived(found.sent) || found.isReplaced) return refuse("not-to-send");
    const { session } = this;
    if (session === null) return refuse("locked");
    session.retries.delete(found.sent.file.sha256);
    // What was uploaded before, and is asked for again, was refused at the door or never heard of.
    await session.change(found, { isToSend: true, isPaused: false, uploadedAt: null });
    this.wake();
    return { ok: true };
  };

  pause: Outbox["pause"] = async (packageId) => {
    const found = await this.find(packageId);
    if (!found.ok) return found;
    const { session } = this;
    if (session === null) return refuse("locked");
    await session.change(found, { isPaused: true });
    if (session.underWay?.fileSha256 === found.sent.file.sha256) session.underWay.abort.abort();
    return { ok: true };
  };

  noteExport: Outbox["noteExport"] = async (packageId) => {
    const found = await this.find(packageId);
    if (!found.ok) return found;
    const { session } = this;
    if (session === null) return refuse("locked");
    await session.change(found, { exportedAt: session.moment() });
    this.asking.ring();
    return { ok: true };
  };

  takeReceipt: Outbox["takeReceipt"] = async (bytes) => {
    const { session } = this;
    if (session === null) return { ok: false, code: "bureau-missing" };
    const kept = await session.keep(bytes);
    if (kept.ok) {
      const found = await this.find(kept.sent.manifest.id);
      // What was on its way has arrived by another one.
      if (found.ok) await session.change(found, { upload: null, fault: null });
      this.sending.ring();
    }
    return kept;
  };

  close = async (): Promise<void> => {
    this.useKeys(null);
    await this.running;
  };

  private describe(session: Session, shipment: Shipment): OutboxItem {
    const { sent, errand, isReplaced, foreignRevision } = shipment;
    const { manifest, file } = sent;
    const underWay = session.underWay?.fileSha256 === file.sha256 ? session.underWay : null;
    return {
      packageId: manifest.id,
      year: manifest.cycle.year,
      revision: manifest.revision,
      attempt: sent.attempt,
      tagmanifest: sent.tagmanifest,
      builtAt: manifest.createdAt,
      bureauName: sent.bureauName,
      fileName: file.name,
      size: file.size,
      people: manifest.counts.people,
      attachments: manifest.counts.attachments,
      step: stepOf(shipment, underWay !== null),
      isReplaced,
      foreignRevision,
      sentBytes: underWay?.sent ?? errand.sentBytes,
      exportedAt: errand.exportedAt,
      uploadedAt: errand.uploadedAt,
      fault: faultOf(shipment),
      nextTryAt: this.nextTryOf(session, file.sha256),
      receipts: receiptsOf(shipment),
    };
  }

  private nextTryOf(session: Session, fileSha256: string): string | null {
    const { now, ticks } = this.setting;
    const dueAt = session.retries.get(fileSha256)?.dueAt;
    return dueAt === undefined ? null : formatInstant(now() + Math.max(0, dueAt - ticks()));
  }
}

function refuse(code: Refusal["code"]): Refusal {
  return { ok: false, code };
}

function faultOf({ errand: { fault } }: Shipment): OutboxItem["fault"] {
  if (fault === null || !isOutboxFault(fault.code)) return null;
  const sentence = describeOutboxFault(fault.code);
  const message = fault.detail === null ? sentence : `${sentence}：${fault.detail}`;
  return { code: fault.code, message, at: fault.at };
}

function receiptsOf({ sent }: Shipment): ReceiptFacts[] {
  return sent.receipts
    .map(({ receipt, readAt }) => ({
      serial: receipt.serial,
      status: receipt.status,
      issuedAt: receipt.issuedAt,
      receivedAt: receipt.receivedAt,
      readAt,
      remarks: receipt.remarks,
    }))
    .toSorted((a, b) => a.serial - b.serial);
}
