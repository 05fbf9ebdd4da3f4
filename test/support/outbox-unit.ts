import { performance } from "node:perf_hooks";
import {
  createOutbox,
  type Outbox,
  type OutboxListing,
} from "../../electron/services/outbox/outbox.ts";
import type { Pauses } from "../../electron/services/outbox/retry-plan.ts";
import { trustBureau } from "../../electron/services/trust/trusted-bureau.ts";
import type { OutboxEvent, OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import type { OutboxStep } from "../../shared/submission/outbox-step.ts";
import type { Pair } from "./offices.ts";

/** A unit's outbox at work on its data folder, with pauses short enough to wait for. */

export const QUICK: Pauses = { retry: [20], stubborn: [20], ask: [20] };
const PATIENCE = { stalled: 20_000, answer: 20_000 };

/** Above any serial that the bureau's own card has: its statements change nothing. */
const LATE_SERIAL = 1_000;

interface Given {
  readonly now?: () => number;
  readonly pauses?: Pauses;
  readonly patience?: { readonly stalled: number; readonly answer: number };
}

export class OutboxUnit {
  readonly pair: Pair;
  readonly events: OutboxEvent[] = [];
  readonly bugs: unknown[] = [];
  readonly outbox: Outbox;
  readonly #waiting = new Set<() => void>();

  constructor(pair: Pair, { now = () => pair.sender.now, pauses = QUICK, patience }: Given = {}) {
    this.pair = pair;
    this.outbox = createOutbox({
      dataFolder: pair.sender.dataFolder,
      now,
      ticks: () => performance.now(),
      pauses,
      patience: patience ?? PATIENCE,
      emit: (event) => {
        this.events.push(event);
        for (const wake of this.#waiting) wake();
      },
      onBug: (error) => {
        this.bugs.push(error);
        return Promise.resolve();
      },
    });
  }

  /** The keys are unlocked. */
  open(): this {
    this.outbox.useKeys(this.pair.sender.keys);
    return this;
  }

  async list(): Promise<OutboxListing> {
    const listed = await this.outbox.list();
    if (!listed.ok) throw new Error(listed.code);
    return listed;
  }

  async item(packageId: string): Promise<OutboxItem> {
    const found = (await this.list()).items.find((one) => one.packageId === packageId);
    if (found === undefined) throw new Error(`no such package: ${packageId}`);
    return found;
  }

  /** Waits until an event says so. */
  async until(isMet: (event: OutboxEvent) => boolean): Promise<OutboxEvent> {
    for (;;) {
      const found = this.events.find(isMet);
      if (found !== undefined) return found;
      await new Promise<void>((wake) => {
        const end = () => {
          this.#waiting.delete(end);
          wake();
        };
        this.#waiting.add(end);
      });
    }
  }

  untilStep(step: OutboxStep): Promise<OutboxEvent> {
    return this.until((event) => event.step === step);
  }

  untilError(code: string): Promise<OutboxEvent> {
    return this.until((event) => event.error === code);
  }

  /** The steps that the events went through, each once in a row. */
  get steps(): readonly OutboxStep[] {
    return this.events
      .map(({ step }) => step)
      .filter((step, index, all) => index === 0 || all[index - 1] !== step);
  }
}

/** The unit takes its bureau's card, with these addresses on it, as after a telephone call. */
export async function trustAt(
  { sender }: Pair,
  addresses: readonly string[],
  serial = LATE_SERIAL,
): Promise<void> {
  const place = { dataFolder: sender.dataFolder, sealer: sender.keys.sealer };
  const card = { ...sender.bureau.card, addresses: [...addresses], serial };
  const heard = { fingerprint: fingerprintOf(card.keys.kid), isChangeConfirmed: false };
  const taken = await trustBureau(place, card, heard, sender.now);
  if (!taken.ok) throw new Error(taken.code);
}
