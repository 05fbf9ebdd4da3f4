import type { PackageRefusalCode } from "../../../shared/submission/refusal.ts";

/** Why a package is refused, with lines that say where. */
export interface PackageRefusal {
  readonly ok: false;
  readonly code: PackageRefusalCode;
  readonly notes: readonly string[];
}

/** A refusal by its code. */
export function refusePackage(
  code: PackageRefusalCode,
  ...notes: readonly string[]
): PackageRefusal {
  return { ok: false, code, notes };
}
