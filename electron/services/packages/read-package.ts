import type { PackageContents } from "../../../shared/submission/package-contents.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import type { UnitProfile } from "../../../shared/submission/profiles.ts";
import type { Remark } from "../../../shared/submission/receipt.ts";
import {
  type ChainLink,
  chainLinkOf,
  decideChain,
  explainChain,
} from "../../../shared/submission/revision-chain.ts";
import type { EnrolledUnit } from "../trust/enrolled-units.ts";
import type { ContainerLimits } from "../zip/limits.ts";
import { checkSignatures, type KnownSigner, type SignatureSetting } from "./check-signatures.ts";
import { type OpenBag, openBag } from "./open-bag.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";
import { readContents, readManifestOf } from "./read-contents.ts";
import { recompute } from "./recompute.ts";

/** What a bureau reads packages by. */
export interface BureauSetting extends SignatureSetting<EnrolledUnit> {
  readonly identities: readonly string[];
  /** Who we are, as a package must name us. */
  readonly bureau: PackageManifest["bureau"];
  readonly received: readonly ChainLink[];
  readonly limits?: ContainerLimits | undefined;
}

/** A package that may be taken in. */
export interface SoundPackage {
  readonly ok: true;
  readonly code: "ok";
  readonly manifest: PackageManifest;
  readonly contents: PackageContents;
  readonly tagmanifest: string;
  readonly signer: EnrolledUnit;
  readonly remarks: readonly Remark[];
}

/** A package that was taken in before. */
export interface KnownPackage {
  readonly ok: true;
  readonly code: "already-received";
  readonly manifest: PackageManifest;
  readonly tagmanifest: string;
  readonly remarks: readonly Remark[];
}

export type ReadPackage = SoundPackage | KnownPackage | PackageRefusal;

/** Reads a package as its bureau does, in the order of package.md, and stops at the first failure. */
export async function readPackage(path: string, setting: BureauSetting): Promise<ReadPackage> {
  const opened = await openBag(path, setting.identities, setting.limits);
  if (!opened.ok) return opened;
  const { bag } = opened;
  try {
    return await readBagOfUnit(bag, setting);
  } finally {
    await bag.close();
  }
}

async function readBagOfUnit(bag: OpenBag, setting: BureauSetting): Promise<ReadPackage> {
  const signed = await checkSignatures(bag, setting);
  if (!signed.ok) return signed;
  const { signer } = signed;
  const read = await readManifestOf(bag);
  if (!read.ok) return read;
  const { manifest } = read;
  const { bureau } = setting;
  if (manifest.bureau.id !== bureau.id || manifest.bureau.kid !== bureau.kid) {
    return refusePackage("not-for-us", `报送包写明的接收部门是 ${manifest.bureau.id}`);
  }
  if (!isSameUnit(manifest.unit, signer.unit)) {
    return refusePackage(
      "signer-not-unit",
      `密钥登记的单位是 ${signer.unit.name}（${signer.unit.id}）`,
    );
  }
  const { tagmanifest } = bag;
  const decision = decideChain(chainLinkOf({ manifest, tagmanifest }), setting.received);
  if (decision.code === "already-received") {
    return { ok: true, code: "already-received", manifest, tagmanifest, remarks: [] };
  }
  if (decision.code !== "ok") return refusePackage(decision.code, explainChain(decision) ?? "");
  const full = await readContents(bag, manifest);
  if (!full.ok) return full;
  const { contents } = full;
  const remarks = recompute(contents);
  return { ok: true, code: "ok", manifest, contents, tagmanifest, signer, remarks };
}

/** The id is what a unit is known by; a credit code that was not known at enrolment may have come since. */
function isSameUnit(named: UnitProfile, enrolled: UnitProfile): boolean {
  const codes = [named.creditCode, enrolled.creditCode];
  return named.id === enrolled.id && (codes[0] === codes[1] || codes.includes(null));
}

/** A package as its own unit reads it back. */
export interface OwnPackage {
  readonly ok: true;
  readonly contents: PackageContents;
  readonly tagmanifest: string;
  readonly remarks: readonly Remark[];
}

/** Reads a package that this unit made itself: everything but who may send what to whom. */
export async function readOwnPackage(
  path: string,
  identities: readonly string[],
  setting: SignatureSetting<KnownSigner>,
): Promise<OwnPackage | PackageRefusal> {
  const opened = await openBag(path, identities);
  if (!opened.ok) return opened;
  const { bag } = opened;
  try {
    const signed = await checkSignatures(bag, setting);
    if (!signed.ok) return signed;
    const read = await readManifestOf(bag);
    if (!read.ok) return read;
    const full = await readContents(bag, read.manifest);
    if (!full.ok) return full;
    const { contents } = full;
    return { ok: true, contents, tagmanifest: bag.tagmanifest, remarks: recompute(contents) };
  } finally {
    await bag.close();
  }
}
