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
import type { Pack } from "../../../shared/policy/pack.ts";
import type { EnrolledUnit } from "../trust/enrolled-units.ts";
import type { ContainerLimits } from "../zip/limits.ts";
import { checkSignatures, type KnownSigner, type SignatureSetting } from "./check-signatures.ts";
import { type OpenBag, openBag } from "./open-bag.ts";
import { type PackageRefusal, type RefusedPackage, refusePackage } from "./package-refusal.ts";
import type { FoundLinks, LedgerFault } from "./package-store.ts";
import { readContents, readManifestOf } from "./read-contents.ts";
import { recompute } from "./recompute.ts";

/** What a bureau reads packages by. */
export interface BureauSetting extends SignatureSetting<EnrolledUnit> {
  readonly identities: readonly string[];
  /** Who we are, as a package must name us. */
  readonly bureau: PackageManifest["bureau"];
  /** What was received around a package: its id, and the revisions of its unit and year. */
  readonly findLinks: (sent: ChainLink) => Promise<FoundLinks>;
  readonly limits?: ContainerLimits | undefined;
  /** What is known to recompute by. */
  readonly packs: readonly Pack[];
}

/** What a unit reads its own packages by. */
export interface OwnSetting extends SignatureSetting<KnownSigner> {
  readonly packs: readonly Pack[];
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
export async function readPackage(
  path: string,
  setting: BureauSetting,
): Promise<ReadPackage | LedgerFault> {
  const opened = await openBag(path, setting.identities, setting.limits);
  if (!opened.ok) return opened;
  const { bag } = opened;
  try {
    return await readBagOfUnit(bag, setting);
  } finally {
    await bag.close();
  }
}

async function readBagOfUnit(
  bag: OpenBag,
  setting: BureauSetting,
): Promise<ReadPackage | LedgerFault> {
  const signed = await checkSignatures(bag, setting);
  if (!signed.ok) return signed;
  const { signer } = signed;
  const read = await readManifestOf(bag);
  if (!read.ok) return read;
  const about = { manifest: read.manifest, tagmanifest: bag.tagmanifest, signer };
  const decided = await decidePlace(about, setting);
  if (decided !== null) return decided;
  const full = await readContents(bag, about.manifest);
  if (!full.ok) return { ...full, about };
  const { contents } = full;
  return { ok: true, code: "ok", ...about, contents, remarks: recompute(contents, setting.packs) };
}

/** What is said of a signed package before its contents are read; null where it may be taken in. */
async function decidePlace(
  about: RefusedPackage,
  { bureau, findLinks }: BureauSetting,
): Promise<KnownPackage | PackageRefusal | LedgerFault | null> {
  const { manifest, tagmanifest, signer } = about;
  if (manifest.bureau.id !== bureau.id || manifest.bureau.kid !== bureau.kid) {
    const note = `报送包写明的接收部门是 ${manifest.bureau.id}`;
    return { ...refusePackage("not-for-us", note), about };
  }
  if (!isSameUnit(manifest.unit, signer.unit)) {
    const note = `密钥登记的单位是 ${signer.unit.name}（${signer.unit.id}）`;
    return { ...refusePackage("signer-not-unit", note), about };
  }
  const link = chainLinkOf(about);
  const found = await findLinks(link);
  if (!found.ok) return found;
  const decision = decideChain(link, found.links);
  if (decision.code === "ok") return null;
  if (decision.code === "already-received") {
    return { ok: true, code: "already-received", manifest, tagmanifest, remarks: [] };
  }
  const head = decision.code === "id-reused" ? null : decision.head;
  const refusal = refusePackage(decision.code, explainChain(decision) ?? "");
  return { ...refusal, about: { ...about, head } };
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
  setting: OwnSetting,
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
    return {
      ok: true,
      contents,
      tagmanifest: bag.tagmanifest,
      remarks: recompute(contents, setting.packs),
    };
  } finally {
    await bag.close();
  }
}
