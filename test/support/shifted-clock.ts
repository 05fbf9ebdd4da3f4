/** Preloaded into a program (`node --import`): its clock is off by `CLOCK_SHIFT` milliseconds, its timers are not. */

const shift = Number(process.env["CLOCK_SHIFT"] ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
} as DateConstructor;
