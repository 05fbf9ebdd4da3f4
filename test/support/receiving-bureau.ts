import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import type { PackageOrder } from "../../electron/services/packages/package-order.ts";
import { openFolderReceiver } from "../../electron/services/receiver/folder-receiver.ts";
import {
  openReceiver,
  type Receiver,
  type ReceiverSetting,
} from "../../electron/services/receiver/open-receiver.ts";
import type { ReadUpload, ReceiverBase } from "../../electron/services/receiver/receiver-base.ts";
import { enrolUnit, revokeUnit } from "../../electron/services/trust/enrolled-units.ts";
import { issueBureauCard, issueEnrolment } from "../../electron/services/trust/own-statement.ts";
import { readEnrolmentFile } from "../../electron/services/trust/statement-file.ts";
import { type Asks, USUAL_ASKS } from "../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import { unitProfileOf } from "../../shared/submission/profiles.ts";
import { NOW, orderWith, packFor, type Pair, pairOf } from "./offices.ts";
import { STAFF } from "./package-documents.ts";
import { SendingUnit } from "./sending-unit.ts";

/** A bureau on disk, its card made and a unit enrolled, whose receiver can be started and stopped. */
export class ReceivingBureau {
  readonly folder: string;
  readonly pair: Pair;
  /** What became of the uploads, in order. */
  readonly read: ReadUpload[] = [];
  readonly faults: unknown[] = [];
  /** The bureau's clock. */
  now: number = NOW + 60_000;
  readonly #waiting: (() => void)[] = [];
  #receiver: Receiver | null = null;

  private constructor(folder: string, pair: Pair) {
    this.folder = folder;
    this.pair = pair;
  }

  /** `asks` and keys of both; everything in a new folder below `parent`, but for a bureau's data folder that is there. */
  static async prepare(
    parent: string,
    unitKeys: UnlockedKeys,
    bureauKeys: UnlockedKeys,
    asks: Partial<Asks> = {},
    dataFolder?: string,
  ): Promise<ReceivingBureau> {
    const folder = mkdtempSync(join(parent, "round-"));
    const made = pairOf(folder, unitKeys, bureauKeys, { asks });
    const office = { ...made.office, ...(dataFolder !== undefined && { dataFolder }) };
    const pair = { ...made, office };
    const bureau = new ReceivingBureau(folder, pair);
    await bureau.makeCard(asks);
    await bureau.enrol(unitKeys);
    return bureau;
  }

  get place() {
    const { dataFolder, keys } = this.pair.office;
    return { dataFolder, sealer: keys.sealer };
  }

  async makeCard(asks: Partial<Asks> = {}): Promise<void> {
    const { dataFolder, keys, card } = this.pair.office;
    const given = { bureau: card.bureau, addresses: [], asks: { ...USUAL_ASKS, ...asks } };
    const made = await issueBureauCard(dataFolder, keys, given, NOW);
    if (!made.ok) throw new Error(made.code);
  }

  /** Enrols keys for a unit, the pair's own where no other is named, as after a telephone call. */
  async enrol(keys: UnlockedKeys, unit = unitProfileOf(STAFF.unit)): Promise<void> {
    const made = await issueEnrolment(mkdtempSync(join(this.folder, "unit-")), keys, unit, NOW);
    if (!made.ok) throw new Error(made.code);
    const read = await readEnrolmentFile(made.text);
    if (!read.ok) throw new Error(read.code);
    const fingerprint = fingerprintOf(keys.publicKeys.kid);
    const heard = { fingerprint, isChangeConfirmed: true };
    const taken = await enrolUnit(this.place, read.statement, heard, NOW);
    if (!taken.ok) throw new Error(taken.code);
  }

  async revoke(unitId = STAFF.unit.id): Promise<void> {
    const revoked = await revokeUnit(this.place, unitId, null, this.now);
    if (!revoked.ok) throw new Error(revoked.code);
  }

  async start(given: Partial<ReceiverSetting> = {}): Promise<Receiver> {
    const now = () => this.now;
    this.#receiver = await openReceiver({
      base: given.base ?? (await this.openBase()),
      host: "127.0.0.1",
      port: 0,
      now,
      onRead: async (read) => {
        this.read.push(read);
        for (const wake of this.#waiting.splice(0)) wake();
        await Promise.resolve();
      },
      onFault: (fault, error) => {
        if (fault !== null) this.faults.push(error ?? fault);
      },
      ...given,
    });
    return this.#receiver;
  }

  /** The data folder as a receiver stands on it. */
  async openBase(): Promise<ReceiverBase> {
    const { dataFolder, keys } = this.pair.office;
    const opened = await openFolderReceiver({ dataFolder, keys, now: () => this.now });
    if (!opened.ok) throw new Error(opened.code);
    return opened.base;
  }

  async stop(): Promise<void> {
    await this.#receiver?.close();
    this.#receiver = null;
  }

  /** The receiver's machine lost what it had not read yet: it starts again without. */
  async forgetUploads(): Promise<void> {
    await this.stop();
    rmSync(join(this.pair.office.dataFolder, "uploads"), { recursive: true });
    await this.start();
  }

  get address(): string {
    if (this.#receiver === null) throw new Error("not started");
    return this.#receiver.address;
  }

  /** Waits until so many uploads were read. */
  async untilRead(count: number): Promise<readonly ReadUpload[]> {
    while (this.read.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.read;
  }

  /** The unit with a package that it has just packed. */
  async pack(order: PackageOrder = orderWith()): Promise<SendingUnit> {
    const built = await packFor(this.pair, order);
    const { keys } = this.pair.sender;
    const { file, manifest } = built.sent;
    const kid = this.pair.office.keys.publicKeys.kid;
    return new SendingUnit({
      keys,
      kid,
      unitId: manifest.unit.id,
      path: built.packagePath,
      file: { packageId: manifest.id, sha256: file.sha256, size: file.size },
      clock: () => this.now,
    });
  }
}
