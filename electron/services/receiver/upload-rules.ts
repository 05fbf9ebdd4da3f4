import type { IncomingMessage } from "node:http";
import { Metadata } from "@tus/server";
import type { Office } from "../packages/office.ts";
import type { Admitted } from "./gate.ts";
import { RateLimiter, type ReceiverLimits } from "./limits.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { readClaim } from "./upload-record.ts";
import {
  isComplete,
  type StoredUpload,
  type UploadClaim,
  type UploadStore,
} from "./upload-store.ts";

/** What may be asked of uploads, decided before the first byte of a body is read. */

/** What stays free on the disk of a receiver. */
const FLOOR_BYTES = 200 * 1_048_576;
const NOT_FULL = null;

export class UploadRules {
  readonly #uploads: UploadStore;
  readonly #limits: ReceiverLimits;
  readonly #begun: RateLimiter;

  constructor(uploads: UploadStore, limits: ReceiverLimits, clock: () => number) {
    this.#uploads = uploads;
    this.#limits = limits;
    this.#begun = new RateLimiter(limits.begun, clock);
  }

  /** Whether an upload may be begun: it is what the token says, and there is room for it. */
  async mayBegin(
    { headers }: IncomingMessage,
    { token, unit }: Admitted,
    office: Office,
  ): Promise<Refusal | null> {
    if (token.purpose !== "upload") return refuse("token-other");
    const claim = readClaimOf(headers);
    if (claim === null) return refuse("upload-form");
    if (claim.size > office.card.asks.largestPackage) return refuse("too-big");
    const isMeant =
      isSameFile(claim, token) && claim.size === token.size && claim.unitId === unit.id;
    if (!isMeant) return refuse("token-other");
    return (await this.#findCrowding(claim)) ?? this.#findFull(claim.size);
  }

  /** Whether an upload may be continued, asked about or given up: it is there, and it is the unit's own. */
  async mayTouch(id: string, { token, unit }: Admitted): Promise<Refusal | null> {
    if (token.purpose !== "upload") return refuse("token-other");
    const upload = await this.#uploads.find(id);
    if (upload === null) return refuse("upload-gone");
    if (upload.unitId !== unit.id) return refuse("not-yours");
    return isSameFile(upload, token) ? NOT_FULL : refuse("token-other");
  }

  /** An upload of the same file that was left behind makes way; others of the unit count. */
  async #findCrowding(claim: UploadClaim): Promise<Refusal | null> {
    const all = await this.#uploads.list();
    const own = all.filter((one) => one.unitId === claim.unitId && !isComplete(one));
    const same = own.filter((one) => isSameFile(one, claim));
    if (own.length - same.length >= this.#limits.unfinished) return refuse("too-many", 60);
    const wait = this.#begun.take(claim.unitId);
    if (wait > 0) return refuse("too-many", wait);
    for (const { id } of same) await this.#uploads.remove(id);
    return NOT_FULL;
  }

  async #findFull(size: number): Promise<Refusal | null> {
    const free = await this.#uploads.freeBytes();
    // Twice: once as an upload, once more while it is read.
    return free !== null && free < 2 * size + FLOOR_BYTES ? refuse("server-full") : NOT_FULL;
  }
}

function isSameFile(
  one: Pick<StoredUpload, "packageId" | "sha256">,
  other: Pick<StoredUpload, "packageId" | "sha256">,
): boolean {
  return one.packageId === other.packageId && one.sha256 === other.sha256;
}

function readClaimOf(headers: IncomingMessage["headers"]): UploadClaim | null {
  const length = headers["upload-length"];
  const metadata = headers["upload-metadata"];
  if (typeof length !== "string" || typeof metadata !== "string") return null;
  if (!/^\d{1,16}$/.test(length)) return null;
  try {
    return readClaim({ metadata: Metadata.parse(metadata), size: Number(length) });
  } catch {
    // The library throws for one reason: the header is none.
    return null;
  }
}
