import type { EnrolledKeyFacts } from "../../shared/bridge/registry-methods.ts";

/** True where a unit's name or code holds what was typed; blanks and case do not matter. */
export function isFound(texts: readonly (string | null)[], query: string): boolean {
  const typed = plain(query);
  return typed === "" || texts.some((text) => text !== null && plain(text).includes(typed));
}

/** The keys of the units that fit, those in force first, then by name. */
export function findKeys(
  keys: readonly EnrolledKeyFacts[],
  query: string,
): readonly EnrolledKeyFacts[] {
  return keys
    .filter(({ unit, fingerprint }) => isFound([unit.name, unit.creditCode, fingerprint], query))
    .toSorted(
      (a, b) =>
        Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
        a.unit.name.localeCompare(b.unit.name, "zh-CN"),
    );
}

function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
}
