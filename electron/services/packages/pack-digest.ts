import { createHash } from "node:crypto";
import type { Pack } from "../../../shared/policy/pack.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import type { PackReference } from "../../../shared/submission/package-manifest.ts";

/** SHA-256 of some bytes in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 of a policy pack's canonical JSON. */
export function packDigest(pack: Pack): string {
  return sha256Hex(canonicalJson(pack));
}

/** The pack that a package names, to the byte; null where it is not among these. */
export function findPack(packs: readonly Pack[], { id, sha256 }: PackReference): Pack | null {
  return packs.find((pack) => pack.id === id && packDigest(pack) === sha256) ?? null;
}
