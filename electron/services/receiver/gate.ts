import type { IncomingMessage } from "node:http";
import type { UploadToken } from "../../../shared/submission/upload-token.ts";
import { verifyUploadToken } from "../keys/upload-token.ts";
import type { Office } from "../packages/office.ts";
import type { EnrolledUnit } from "../trust/enrolled-units.ts";
import { RateLimiter, type ReceiverLimits } from "./limits.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Who may ask at all. Nothing of a request is read before it has passed here. */

/** A request whose token was verified. */
export interface Admitted {
  readonly ok: true;
  readonly unit: EnrolledUnit["unit"];
  readonly token: UploadToken;
}

/** Lets requests in by their tokens, and slows down those who ask too much. */
export class Gate {
  readonly #units: RateLimiter;
  readonly #all: RateLimiter;
  readonly #refusals: RateLimiter;

  /** `clock`: milliseconds of a clock that nobody sets. */
  constructor(limits: ReceiverLimits, clock: () => number) {
    this.#units = new RateLimiter(limits.unitRequests, clock);
    this.#all = new RateLimiter(limits.allRequests, clock);
    this.#refusals = new RateLimiter(limits.refusals, clock);
  }

  /** What can be said before anybody is known. */
  slowDown({ socket }: IncomingMessage): Refusal | null {
    const wait = this.#refusals.wait(socket.remoteAddress ?? "") || this.#all.take("");
    return wait === 0 ? null : refuse("too-many", wait);
  }

  /** Verifies the token of a request against the register as it is now. */
  async admit(request: IncomingMessage, office: Office): Promise<Admitted | Refusal> {
    const admitted = await this.#identify(request, office);
    if (!admitted.ok) {
      // A clock that is off is nobody's attempt at guessing.
      if (admitted.code !== "clock-off") this.#refusals.add(request.socket.remoteAddress ?? "");
      return admitted;
    }
    const wait = this.#units.take(admitted.unit.id);
    return wait === 0 ? admitted : refuse("too-many", wait);
  }

  async #identify({ headers }: IncomingMessage, office: Office): Promise<Admitted | Refusal> {
    const jws = /^Bearer ([A-Za-z0-9_.-]+)$/.exec(headers.authorization ?? "")?.[1];
    if (jws === undefined) return refuse("token-missing");
    const { kid } = office.keys.publicKeys;
    const verified = await verifyUploadToken(jws, office.units, { kid, now: office.now });
    if (!verified.ok) return refuse(verified.code);
    return { ok: true, unit: verified.signer.unit, token: verified.token };
  }
}
