import type { PackageManifest } from "./package-manifest.ts";

/**
 * 版次: each package of a unit and year follows the one before and names its digest, so that order comes
 * from the chain and never from arrival or clocks (promise 12).
 */

/** What the chain knows of a package. */
export interface ChainLink {
  readonly packageId: string;
  readonly unitId: string;
  readonly year: number;
  readonly revision: number;
  /** SHA-256 of its tagmanifest: what is signed, and so what it is. */
  readonly tagmanifest: string;
  /** The tagmanifest's SHA-256 of the revision before; null for the first. */
  readonly previous: string | null;
}

/** A package as a link of its chain. */
export function chainLinkOf({
  manifest,
  tagmanifest,
}: {
  readonly manifest: PackageManifest;
  readonly tagmanifest: string;
}): ChainLink {
  const { id, unit, cycle, revision, previous } = manifest;
  return { packageId: id, unitId: unit.id, year: cycle.year, revision, tagmanifest, previous };
}

export type ChainDecision =
  | { readonly code: "ok" }
  /** Sent again: to be answered as the first time. */
  | { readonly code: "already-received"; readonly first: ChainLink }
  | { readonly code: "id-reused"; readonly first: ChainLink }
  /** `expected` is the revision that has to come first. */
  | { readonly code: "revision-gap"; readonly expected: number; readonly head: ChainLink | null }
  | { readonly code: "revision-old"; readonly latest: number; readonly head: ChainLink | null };

/** Decides whether a package may be put behind those received. */
export function decideChain(sent: ChainLink, received: readonly ChainLink[]): ChainDecision {
  const first = received.find(({ packageId }) => packageId === sent.packageId);
  if (first !== undefined) {
    const isSame = first.tagmanifest === sent.tagmanifest && first.unitId === sent.unitId;
    return { code: isSame ? "already-received" : "id-reused", first };
  }
  const head = headOf(received, sent.unitId, sent.year) ?? null;
  const latest = head?.revision ?? 0;
  if (sent.revision <= latest) return { code: "revision-old", latest, head };
  if (sent.revision > latest + 1) return { code: "revision-gap", expected: latest + 1, head };
  return sent.previous === (head?.tagmanifest ?? null)
    ? { code: "ok" }
    : { code: "revision-gap", expected: sent.revision, head };
}

/** The latest revision of a unit and year; undefined where there is none. */
export function headOf<Link extends ChainLink>(
  links: readonly Link[],
  unitId: string,
  year: number,
): Link | undefined {
  return links
    .filter((link) => link.unitId === unitId && link.year === year)
    .toSorted((a, b) => b.revision - a.revision)[0];
}

/** What a decision adds to the refusal's sentence: the figures. */
export function explainChain(decision: ChainDecision): string | null {
  switch (decision.code) {
    case "revision-gap":
      return `应先收到第${decision.expected}版；请单位补送，没有收下的版次请单位重新生成来代替；单位可能从备份恢复过的，请核对各版次`;
    case "revision-old":
      return `已收到第${decision.latest}版`;
    case "id-reused":
      return `以前收到的是第${decision.first.revision}版`;
    case "ok":
    case "already-received":
    default:
      return null;
  }
}
