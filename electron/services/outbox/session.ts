import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { OutboxEvent } from "../../../shared/bridge/outbox-methods.ts";
import { type TokenFile, usualExpiry } from "../../../shared/submission/upload-token.ts";
import { orFileFault } from "../files/faults.ts";
import { takeTurn } from "../files/turn.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { signUploadToken } from "../keys/upload-token.ts";
import { type KeepFault, type KeptReceipt, keepReceipt } from "../packages/keep-receipt.ts";
import { readTrustedBureau, type TrustedBureau } from "../trust/trusted-bureau.ts";
import type { BureauClock } from "./bureau-clock.ts";
import type { ErrandChange, ErrandFiles } from "./errand-files.ts";
import type { OutboxFault } from "./fault.ts";
import type { Pauses } from "./retry-plan.ts";
import { listShipments, type Shipment, type Shipments, stepOf } from "./shipments.ts";
import type { UploadPatience } from "./upload-package.ts";

/** What sending and asking work with between unlocking and locking. */

/** Milliseconds to wait for a command of the command line that changes the same folder. */
const PATIENCE = 10_000;

export interface OutboxSetting {
  readonly dataFolder: string;
  /** Our clock, milliseconds since 1970: for what people read, nothing is decided by it. */
  readonly now: () => number;
  /** Milliseconds that pass whatever anybody does to the clock. */
  readonly ticks: () => number;
  readonly pauses: Pauses;
  readonly patience: UploadPatience;
  readonly emit: (event: OutboxEvent) => void;
  /** Told of what must not happen, so that it is noted and the rest goes on. */
  readonly onBug: (error: unknown) => Promise<void>;
}

/** Trying again: in memory alone, since a new start tries at once. */
interface Retry {
  readonly failures: number;
  /** By `ticks`. */
  readonly dueAt: number;
}

/** An upload that is under way. */
export interface UnderWay {
  readonly fileSha256: string;
  readonly abort: AbortController;
  sent: number;
}

export class Session {
  readonly setting: OutboxSetting;
  readonly keys: UnlockedKeys;
  readonly errands: ErrandFiles;
  readonly clock: BureauClock;
  readonly signal: AbortSignal;
  readonly retries = new Map<string, Retry>();
  underWay: UnderWay | null = null;
  /** When the bureau last answered, by our clock. */
  lastContactAt: string | null = null;

  constructor(given: {
    readonly setting: OutboxSetting;
    readonly keys: UnlockedKeys;
    readonly errands: ErrandFiles;
    readonly clock: BureauClock;
    readonly signal: AbortSignal;
  }) {
    this.setting = given.setting;
    this.keys = given.keys;
    this.errands = given.errands;
    this.clock = given.clock;
    this.signal = given.signal;
  }

  list(): Promise<Shipments> {
    return listShipments(this.setting.dataFolder, this.keys, this.errands);
  }

  moment(): string {
    return formatInstant(this.setting.now());
  }

  /** The bureau in force with every one before; null where there was never one. */
  async bureaus(): Promise<{
    readonly bureau: TrustedBureau;
    readonly bureaus: readonly TrustedBureau[];
  } | null> {
    const { dataFolder } = this.setting;
    const read = await readTrustedBureau({ dataFolder, sealer: this.keys.sealer });
    return read.ok ? read : null;
  }

  /** Takes the bureau's time from the header of an answer. */
  hear(header: string | null | undefined): void {
    this.clock.learn(header);
    this.lastContactAt = this.moment();
  }

  /** A token for one request about a package. */
  fileToken(purpose: "upload" | "receipts", { sent }: Shipment): Promise<string> {
    const { manifest, file } = sent;
    const about: TokenFile = { packageId: manifest.id, sha256: file.sha256, size: file.size };
    return signUploadToken(this.keys, {
      purpose,
      aud: manifest.bureau.kid,
      exp: usualExpiry(this.clock.now()),
      ...about,
    });
  }

  /** Changes an errand and tells how the package is getting on. */
  async change(shipment: Shipment, change: ErrandChange): Promise<void> {
    const errand = await this.errands.change(shipment.sent.file.sha256, change);
    this.tell({ ...shipment, errand });
  }

  /** Notes what went wrong. */
  async note(shipment: Shipment, code: OutboxFault, detail: string | null = null): Promise<void> {
    await this.change(shipment, { fault: { code, at: this.moment(), detail } });
  }

  tell(shipment: Shipment): void {
    const { sent, errand } = shipment;
    const isUnderWay = this.underWay?.fileSha256 === sent.file.sha256;
    this.setting.emit({
      packageId: sent.manifest.id,
      step: stepOf(shipment, isUnderWay),
      done: isUnderWay ? (this.underWay?.sent ?? 0) : errand.sentBytes,
      total: sent.file.size,
      error: errand.fault?.code ?? null,
    });
  }

  /** Verifies a receipt and keeps it beside its package. */
  async keep(
    bytes: Uint8Array,
  ): Promise<
    KeptReceipt | { readonly ok: false; readonly code: KeepFault | OutboxFault | "bureau-missing" }
  > {
    const { dataFolder, now } = this.setting;
    const trusted = await this.bureaus();
    if (trusted === null) return { ok: false, code: "bureau-missing" };
    const { bureaus } = trusted;
    const turn = await takeTurn(dataFolder, { patience: PATIENCE });
    if (!turn.ok) return turn;
    try {
      const reader = { dataFolder, keys: this.keys, bureaus, now: now() };
      return await orFileFault(() => keepReceipt(bytes, reader));
    } finally {
      await turn.end();
    }
  }
}
