import { useCallback, useEffect, useState } from "react";
import type { Bridge, InputOf, Method, OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";

/** What one call to the host came to: its answer, or the sentence that says why there is none. */
export type Told<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly message: string };

/** Two answers as one: the first that is missing says why. */
export function bothTold<One, Other>(
  one: Told<One>,
  other: Told<Other>,
): Told<readonly [One, Other]> {
  if (!one.ok) return one;
  return other.ok ? { ok: true, output: [one.output, other.output] } : other;
}

/** What the host knows of the safety of the data, each part by itself: one that fails hides no other. */
export interface SafetyFacts {
  readonly info: Told<OutputOf<"app.info">>;
  readonly health: Told<OutputOf<"health.state">>;
  readonly journal: Told<OutputOf<"journal.state">>;
  readonly backups: Told<OutputOf<"backups.list">>;
  readonly keys: Told<OutputOf<"keys.state">>;
}

async function tell<M extends Method>(
  bridge: Bridge,
  method: M,
  input: InputOf<M>,
): Promise<Told<OutputOf<M>>> {
  const answer = await bridge.call(method, input);
  return answer.ok
    ? { ok: true, output: answer.output }
    : { ok: false, message: answer.error.message };
}

async function readSafety(bridge: Bridge): Promise<SafetyFacts> {
  const [info, health, journal, backups, keys] = await Promise.all([
    tell(bridge, "app.info", {}),
    tell(bridge, "health.state", {}),
    tell(bridge, "journal.state", {}),
    tell(bridge, "backups.list", {}),
    tell(bridge, "keys.state", {}),
  ]);
  return { info, health, journal, backups, keys };
}

/** The host's answers, null until they are there, and a function that asks again. */
export function useSafety(): readonly [SafetyFacts | null, () => Promise<void>] {
  const bridge = useBridge();
  const [facts, setFacts] = useState<SafetyFacts | null>(null);
  const ask = useCallback(async () => setFacts(await readSafety(bridge)), [bridge]);
  useEffect(() => {
    void ask();
  }, [ask]);
  return [facts, ask];
}

/**
 * When the last backup was made; null where there is none. The list begins with the last one made: the
 * latest of all times would be that of a day on which the clock was far ahead (promise 13).
 */
export function lastBackupAt({ backups }: OutputOf<"backups.list">): string | null {
  return backups[0]?.at ?? null;
}
