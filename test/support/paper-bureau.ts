import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import { type Answer, answerPackage } from "../../electron/services/packages/answer-package.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import {
  receivePackage,
  type ReceivingResult,
} from "../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../electron/services/packages/shelf.ts";
import { enrolUnit, listEnrolledUnits } from "../../electron/services/trust/enrolled-units.ts";
import { readEnrolmentFile } from "../../electron/services/trust/statement-file.ts";
import type { BureauCard } from "../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import type { Remark } from "../../shared/submission/receipt.ts";
import { SIGNATURE_TYPES } from "../../shared/submission/signature-types.ts";
import { cardOf } from "./offices.ts";

/** A bureau that takes everything by file: requests, packages from a stick, receipts back onto it. */
export class PaperBureau {
  readonly keys: UnlockedKeys;
  readonly #folder: string;
  readonly #now: () => number;
  #answers = 0;

  constructor(folder: string, keys: UnlockedKeys, now: () => number = Date.now) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.keys = keys;
    this.#now = now;
  }

  get fingerprint(): string {
    return fingerprintOf(this.keys.publicKeys.kid);
  }

  get place() {
    return { dataFolder: this.#folder, sealer: this.keys.sealer };
  }

  /** Its card as a file. */
  async card(given: Partial<BureauCard> = {}): Promise<Uint8Array> {
    const card = { ...cardOf(this.keys), ...given };
    return Buffer.from(await this.keys.signAttached(SIGNATURE_TYPES.bureauCard, card));
  }

  /** Enrols a unit by its file, as after a telephone call. */
  async enrol(request: Uint8Array): Promise<void> {
    const read = await readEnrolmentFile(Buffer.from(request).toString("utf8"));
    if (!read.ok) throw new Error(read.code);
    const fingerprint = fingerprintOf(read.statement.keys.kid);
    const heard = { fingerprint, isChangeConfirmed: true };
    const taken = await enrolUnit(this.place, read.statement, heard, this.#now());
    if (!taken.ok) throw new Error(taken.code);
  }

  /** Takes a package from a stick; gives what became of it, and the first receipt. */
  async receive(bytes: Uint8Array): Promise<ReceivingResult> {
    const path = join(this.#folder, "stick.jcp");
    writeFileSync(path, bytes);
    return receivePackage(path, await this.#office());
  }

  /** The bytes of the first receipt of a package that was taken in. */
  firstReceipt(received: ReceivingResult): Uint8Array {
    if (!received.ok) throw new Error(received.code);
    return readFileSync(received.receiptPath);
  }

  /** Answers the package that was received last. */
  async answer(status: Answer, remarks: readonly Remark[] = []): Promise<Uint8Array> {
    const office = await this.#office();
    const listed = await listShelf(receivedShelf(office.dataFolder, office.keys.sealer));
    const last = listed.ok ? listed.entries.at(-1) : undefined;
    if (last === undefined) throw new Error("nothing was received");
    this.#answers += 1;
    const target = join(this.#folder, `answer-${this.#answers}.jcr`);
    await answerPackage(office, last, { status, remarks }, target);
    return readFileSync(target);
  }

  async #office(): Promise<Office> {
    const units = await listEnrolledUnits(this.place);
    if (!units.ok) throw new Error(units.code);
    const { dataFolder } = this.place;
    const card = cardOf(this.keys);
    const packs = SHIPPED_PACKS;
    return { dataFolder, keys: this.keys, card, units: units.units, packs, now: this.#now() };
  }
}
