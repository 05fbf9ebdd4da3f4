import { isFingerprintOf, readFingerprint } from "./fingerprint.ts";

/**
 * Whether to take the keys that somebody offers. They are first taken because two clerks compared the
 * fingerprint on the telephone; changed ones because the old key says so, or because of the telephone
 * again; never silently. A key that was revoked or replaced is never taken again.
 */

/** A key on file, in the order in which they were taken. */
export interface KnownKey {
  readonly ownerId: string;
  readonly kid: string;
  readonly serial: number;
  /** Since when it counts no more; null while it counts. */
  readonly revokedAt: string | null;
}

/** A key as a statement signed by it offers it. */
export interface OfferedKey {
  readonly ownerId: string;
  readonly kid: string;
  readonly serial: number;
  /** The key on file whose signed statement passes on to this one; null where none does. */
  readonly endorsedBy: string | null;
}

/** What the clerk did before taking a key. */
export interface Confirmation {
  /** The fingerprint as it was heard on the telephone and typed; null where nobody asked. */
  readonly fingerprint: string | null;
  /** The clerk was shown both fingerprints and says that the key did change. */
  readonly isChangeConfirmed: boolean;
}

export const TRUST_REFUSALS = [
  "fingerprint-needed",
  "fingerprint-form",
  "fingerprint-wrong",
  "key-revoked",
  "key-of-another",
  "change-unconfirmed",
  "statement-older",
] as const;
export type TrustRefusal = (typeof TRUST_REFUSALS)[number];

export const CONFIRMED_BY = ["telephone", "old-key", "same-key"] as const;
export type ConfirmedBy = (typeof CONFIRMED_BY)[number];

export type TrustDecision =
  | {
      readonly take: true;
      readonly as: "first" | "update" | "change";
      readonly confirmedBy: ConfirmedBy;
      /** The key that stood in this place; null for the first. */
      readonly previousKid: string | null;
    }
  | { readonly take: false; readonly code: TrustRefusal; readonly previousKid: string | null };

const SENTENCES = {
  "fingerprint-needed": "还没有核对密钥指纹；请打电话由对方读出指纹，核对一致后再采用",
  "fingerprint-form": "密钥指纹应为8组、每组4位数字；请对照听写的指纹重新输入",
  "fingerprint-wrong":
    "密钥指纹与文件中的不一致，没有采用；请再打电话核对一次，仍不一致的，请对方重新发送文件",
  "key-revoked": "这个密钥已停用，不能再用；请对方更换密钥后重新发送文件",
  "key-of-another": "这个密钥已登记在另一单位名下；请对方核对单位编号，或更换密钥后重新申请",
  "change-unconfirmed":
    "密钥与登记的不同，没有采用；请打电话问清是否更换了密钥，并核对新指纹，确认后再采用",
  "statement-older":
    "这份文件比已采用的旧，没有采用；请使用对方最近一次发来的文件，确需采用的请电话核对指纹",
} as const satisfies Record<TrustRefusal, string>;

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeTrustRefusal(code: TrustRefusal): string {
  return SENTENCES[code];
}

/** Decides on an offered key, given those on file. */
export function decideTrust(
  offered: OfferedKey,
  known: readonly KnownKey[],
  confirmation: Confirmation,
): TrustDecision {
  const last = known.findLast(({ ownerId }) => ownerId === offered.ownerId) ?? null;
  const fault = fingerprintFault(offered, confirmation) ?? standingFault(offered, known);
  if (fault !== null) return refuse(fault, last);
  if (last?.kid === offered.kid) return decideUpdate(offered, last, confirmation);
  if (last !== null) return decideChange(offered, last, confirmation);
  return isHeard(confirmation)
    ? { take: true, as: "first", confirmedBy: "telephone", previousKid: null }
    : refuse("fingerprint-needed", last);
}

function refuse(code: TrustRefusal, last: KnownKey | null): TrustDecision {
  return { take: false, code, previousKid: last?.kid ?? null };
}

function isHeard({ fingerprint }: Confirmation): boolean {
  return fingerprint !== null;
}

/** The same key says something new about its holder. */
function decideUpdate(
  offered: OfferedKey,
  last: KnownKey,
  confirmation: Confirmation,
): TrustDecision {
  // A holder whose data came back from a backup counts anew; the telephone settles that.
  if (isHeard(confirmation)) {
    return { take: true, as: "update", confirmedBy: "telephone", previousKid: last.kid };
  }
  if (offered.serial < last.serial) return refuse("statement-older", last);
  return { take: true, as: "update", confirmedBy: "same-key", previousKid: last.kid };
}

/** Another key wants the place of the last one. A key that was stopped has no say in it. */
function decideChange(
  offered: OfferedKey,
  last: KnownKey,
  confirmation: Confirmation,
): TrustDecision {
  const taken = { take: true, as: "change", previousKid: last.kid } as const;
  if (offered.endorsedBy === last.kid && last.revokedAt === null) {
    return { ...taken, confirmedBy: "old-key" };
  }
  if (!isHeard(confirmation) || !confirmation.isChangeConfirmed) {
    return refuse("change-unconfirmed", last);
  }
  return { ...taken, confirmedBy: "telephone" };
}

function fingerprintFault({ kid }: OfferedKey, { fingerprint }: Confirmation): TrustRefusal | null {
  if (fingerprint === null) return null;
  if (readFingerprint(fingerprint) === null) return "fingerprint-form";
  return isFingerprintOf(fingerprint, kid) ? null : "fingerprint-wrong";
}

function standingFault(
  { kid, ownerId }: OfferedKey,
  known: readonly KnownKey[],
): TrustRefusal | null {
  const same = known.filter((one) => one.kid === kid);
  if (same.some(({ revokedAt }) => revokedAt !== null)) return "key-revoked";
  return same.some((one) => one.ownerId !== ownerId) ? "key-of-another" : null;
}

/**
 * True where a key counts no more: whatever is read from then on is refused. No clock is asked, ours or theirs:
 * one that was set back would let a stolen key in again (promise 13).
 */
export function isRevoked({ revokedAt }: Pick<KnownKey, "revokedAt">): boolean {
  return revokedAt !== null;
}
