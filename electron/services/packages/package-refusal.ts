import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import type { ChainLink } from "../../../shared/submission/revision-chain.ts";
import type { PackageRefusalCode } from "../../../shared/submission/refusal.ts";
import type { EnrolledUnit } from "../trust/enrolled-units.ts";

/** Why a package is refused, with lines that say where. */
export interface PackageRefusal {
  readonly ok: false;
  readonly code: PackageRefusalCode;
  readonly notes: readonly string[];
  /** Which package of whom it is, where that is proven: its sender can be answered. */
  readonly about?: RefusedPackage;
}

/** A package that is refused although its signature is good. */
export interface RefusedPackage {
  readonly manifest: PackageManifest;
  readonly tagmanifest: string;
  readonly signer: EnrolledUnit;
  /** Of its chain, the last revision that was received; where it is refused for its place in it. */
  readonly head?: Pick<ChainLink, "revision" | "tagmanifest"> | null;
}

/** A refusal by its code. */
export function refusePackage(
  code: PackageRefusalCode,
  ...notes: readonly string[]
): PackageRefusal {
  return { ok: false, code, notes };
}
