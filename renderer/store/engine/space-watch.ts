import type { Bridge } from "../../../shared/bridge/methods.ts";

/** How long an answer about free space holds, in milliseconds. */
const HOLDS = 10_000;

/** Tells whether the disk is below the floor under which nothing is written (promise 6). */
export class SpaceWatch {
  readonly #bridge: Bridge;
  readonly #now: () => number;
  #askedAt = -Infinity;
  #isLow = false;

  constructor(bridge: Bridge, now: () => number) {
    this.#bridge = bridge;
    this.#now = now;
  }

  /** Asks at most every ten seconds; a disk that is known to be full is asked about every time. */
  async isLow(): Promise<boolean> {
    const age = this.#now() - this.#askedAt;
    if (!this.#isLow && age >= 0 && age < HOLDS) return false;
    const answer = await this.#bridge.call("health.state", {});
    // What cannot be known is not held against the user; the write itself would fail.
    if (!answer.ok) return false;
    const { freeBytes, floorBytes } = answer.output;
    this.#askedAt = this.#now();
    this.#isLow = freeBytes !== null && freeBytes < floorBytes;
    return this.#isLow;
  }
}
