import { parseStart } from "../../../shared/calendar/text.ts";
import { RULES_VERSION } from "../../../shared/policy/answer.ts";
import type { Cycle } from "../../../shared/policy/cycle.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { packInEffect } from "../../../shared/policy/pack-shelf.ts";
import type { PostUses } from "../../../shared/policy/unit-facts.ts";
import { PRODUCT } from "../../../shared/product.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import { sha256Hex } from "../seal/bytes.ts";
import type { Settings } from "../types.ts";

/** What decisions depend on besides the person. */

/** The pack that a cycle is decided by: the foremost in effect when people apply. */
export function packOf({ cycle }: Pick<Settings, "cycle">, packs: readonly Pack[]): Pack {
  const chosen = packInEffect(packs, parseStart(cycle.applyOn) ?? 0) ?? packs.at(-1);
  if (chosen === undefined) throw new Error("there is no pack to decide by");
  return chosen;
}

/** A cycle of the settings in day numbers. */
export function cycleOfSettings({ cycle }: Pick<Settings, "cycle">): Cycle {
  const [applyOn, cutOff] = [parseStart(cycle.applyOn), parseStart(cycle.cutOff)];
  if (applyOn === null || cutOff === null) throw new Error("settings were not checked");
  return { year: cycle.year, applyOn, cutOff };
}

const known = new WeakMap<Pack, string>();

/** SHA-256 of the rules where it was worked out before; null else. */
export function knownRules(pack: Pack): string | null {
  return known.get(pack) ?? null;
}

/** SHA-256 of the rules: the pack word by word, and the code that reads it. */
export async function hashRules(pack: Pack): Promise<string> {
  const before = knownRules(pack);
  if (before !== null) return before;
  const { version } = PRODUCT;
  const hash = await sha256Hex(canonicalJson({ version, rules: RULES_VERSION, pack }));
  known.set(pack, hash);
  return hash;
}

/** All that the decisions of a cycle depend on besides the people; equal inputs are equal texts. */
export function writeInputs(inputs: {
  readonly rules: string;
  readonly cycle: Settings["cycle"];
  readonly unit: Unit;
  readonly posts: PostUses;
}): string {
  return canonicalJson(inputs);
}
