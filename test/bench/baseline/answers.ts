import { type Day, FOREVER } from "../../../shared/calendar/day.ts";
import { MET, NEVER, REQUIREMENTS, UNKNOWN, UNMET } from "./codes.ts";

/** What is written before the requirements of an assessment. */
export const HEAD = 7;

/**
 * The answers about one person, as whole numbers in one array: pathway, line, series, level, decision,
 * eligibleOn and count of each assessment, then a status and a day for each of its requirements.
 */
export class Answers {
  readonly #status = new Uint8Array(REQUIREMENTS.length);
  readonly #metOn = new Int32Array(REQUIREMENTS.length).fill(NEVER);
  out = new Int32Array(4_096);
  length = 0;

  set(requirement: number, status: number): void {
    this.#status[requirement] = status;
    this.#metOn[requirement] = NEVER;
  }

  setIf(requirement: number, isMet: boolean): void {
    this.set(requirement, isMet ? MET : UNMET);
  }

  setUntil(requirement: number, metOn: Day): void {
    this.#status[requirement] = UNMET;
    this.#metOn[requirement] = metOn;
  }

  setByDay(requirement: number, day: Day, limit: Day): void {
    if (day <= limit) this.set(requirement, MET);
    else this.setUntil(requirement, day);
  }

  setStated(requirement: number, statement: boolean | undefined): void {
    if (statement === undefined) this.set(requirement, UNKNOWN);
    else this.setIf(requirement, statement);
  }

  emit(
    pathway: number,
    line: number,
    series: number,
    level: number,
    list: readonly number[],
  ): void {
    if (this.out.length < this.length + HEAD + 2 * list.length) this.#grow();
    const { out, length } = this;
    let decision = MET;
    let latest = -FOREVER;
    let place = length + HEAD;
    for (const requirement of list) {
      const status = this.#status[requirement] as number;
      const metOn = this.#metOn[requirement] as Day;
      out[place] = status;
      out[place + 1] = metOn;
      place += 2;
      if (status > decision) decision = status;
      if (status === UNMET && metOn > latest) latest = metOn;
    }
    out[length] = pathway;
    out[length + 1] = line;
    out[length + 2] = series;
    out[length + 3] = level;
    out[length + 4] = decision;
    out[length + 5] = latest === -FOREVER ? NEVER : latest;
    out[length + 6] = list.length;
    this.length = place;
  }

  #grow(): void {
    const larger = new Int32Array(this.out.length * 2);
    larger.set(this.out);
    this.out = larger;
  }
}
