/** How much a receiver lets itself be asked for. */

/** An upload that is not complete so long after it was begun is removed. */
export const UPLOAD_MILLISECONDS = 14 * 24 * 60 * 60 * 1_000;
export const MOST_CONNECTIONS = 256;

/** `most` at once, and so many more a second. */
export interface Rate {
  readonly most: number;
  readonly perSecond: number;
}

export interface ReceiverLimits {
  readonly unitRequests: Rate;
  readonly allRequests: Rate;
  /** Uploads that a unit begins. */
  readonly begun: Rate;
  /** Refused tokens from one network address. */
  readonly refusals: Rate;
  /** Transfers under way at the same time, of one unit and of all. */
  readonly unitTransfers: number;
  readonly allTransfers: number;
  /** Uploads of one unit that are begun and not complete. */
  readonly unfinished: number;
}

/** A package of 2 GiB in pieces of 8 MiB over a fast line, and some to spare. */
export const USUAL_LIMITS: ReceiverLimits = {
  unitRequests: { most: 600, perSecond: 20 },
  allRequests: { most: 3_000, perSecond: 200 },
  begun: { most: 20, perSecond: 1 / 30 },
  refusals: { most: 30, perSecond: 1 / 2 },
  unitTransfers: 4,
  allTransfers: 64,
  unfinished: 4,
};

/** Counts what somebody does by a bucket that leaks: `take` gives the seconds to wait, 0 for go on. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #levels = new Map<string, { level: number; at: number }>();

  /** `now`: milliseconds of a clock that nobody sets. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Counts one of somebody's; nothing is counted that has to wait. */
  take(who: string): number {
    const wait = this.wait(who);
    if (wait === 0) this.add(who);
    return wait;
  }

  /** Seconds until one more is allowed. */
  wait(who: string): number {
    const over = this.#levelOf(who) + 1 - this.#rate.most;
    return over <= 0 ? 0 : Math.max(1, Math.ceil(over / this.#rate.perSecond));
  }

  add(who: string): void {
    const at = this.#now();
    this.#levels.set(who, { level: this.#levelOf(who) + 1, at });
    this.#forgetEmpty();
  }

  #levelOf(who: string): number {
    const known = this.#levels.get(who);
    if (known === undefined) return 0;
    const leaked = ((this.#now() - known.at) / 1_000) * this.#rate.perSecond;
    return Math.max(0, known.level - leaked);
  }

  /** Whoever has been quiet long enough leaves no trace. */
  #forgetEmpty(): void {
    if (this.#levels.size < 1_000) return;
    for (const who of this.#levels.keys()) if (this.#levelOf(who) === 0) this.#levels.delete(who);
  }
}

/** Counts what is under way, by unit and in all. */
export class TransferCounter {
  readonly #limits: Pick<ReceiverLimits, "unitTransfers" | "allTransfers">;
  readonly #ofUnit = new Map<string, number>();
  #all = 0;

  constructor(limits: Pick<ReceiverLimits, "unitTransfers" | "allTransfers">) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#all;
  }

  /** Begins a transfer and gives what ends it; null where there are too many. */
  begin(unitId: string): (() => void) | null {
    const own = this.#ofUnit.get(unitId) ?? 0;
    if (own >= this.#limits.unitTransfers || this.#all >= this.#limits.allTransfers) return null;
    this.#ofUnit.set(unitId, own + 1);
    this.#all += 1;
    return () => {
      const left = (this.#ofUnit.get(unitId) ?? 1) - 1;
      if (left === 0) this.#ofUnit.delete(unitId);
      else this.#ofUnit.set(unitId, left);
      this.#all -= 1;
    };
  }
}
