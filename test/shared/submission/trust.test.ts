import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import {
  type Confirmation,
  decideTrust,
  describeTrustRefusal,
  isRevoked,
  type KnownKey,
  type OfferedKey,
  TRUST_REFUSALS,
} from "../../../shared/submission/trust.ts";
import { KID, OTHER_KID } from "../../support/installation.ts";

const UNASKED: Confirmation = { fingerprint: null, isChangeConfirmed: false };

function offer(given: Partial<OfferedKey> = {}): OfferedKey {
  return { ownerId: "u-001", kid: KID, serial: 5, endorsedBy: null, ...given };
}

function onFile(given: Partial<KnownKey> = {}): KnownKey {
  return { ownerId: "u-001", kid: KID, serial: 5, revokedAt: null, ...given };
}

function heard(kid: string, isChangeConfirmed = false): Confirmation {
  return { fingerprint: fingerprintOf(kid), isChangeConfirmed };
}

describe("a first key", () => {
  it("is not taken unasked", () => {
    expect(decideTrust(offer(), [], UNASKED)).toEqual({
      take: false,
      code: "fingerprint-needed",
      previousKid: null,
    });
  });

  it("is taken by the telephone", () => {
    expect(decideTrust(offer(), [], heard(KID))).toEqual({
      take: true,
      as: "first",
      confirmedBy: "telephone",
      previousKid: null,
    });
  });

  it("is not taken with the fingerprint of another one", () => {
    expect(decideTrust(offer(), [], heard(OTHER_KID))).toMatchObject({ code: "fingerprint-wrong" });
  });

  it("is not taken with half a fingerprint", () => {
    const half = { fingerprint: "1234 5678", isChangeConfirmed: true };
    expect(decideTrust(offer(), [], half)).toMatchObject({ code: "fingerprint-form" });
  });

  it("is not taken because a confirmed change is claimed", () => {
    const claimed = { fingerprint: null, isChangeConfirmed: true };
    expect(decideTrust(offer(), [], claimed)).toMatchObject({ code: "fingerprint-needed" });
  });

  it("is taken beside those of other owners", () => {
    const others = [onFile({ ownerId: "u-002", kid: OTHER_KID })];
    expect(decideTrust(offer(), others, heard(KID))).toMatchObject({ take: true, as: "first" });
  });
});

describe("the same key again", () => {
  it.each([5, 6])("brings a statement of serial %i without a call", (serial) => {
    expect(decideTrust(offer({ serial }), [onFile()], UNASKED)).toEqual({
      take: true,
      as: "update",
      confirmedBy: "same-key",
      previousKid: KID,
    });
  });

  it("does not bring back an older statement", () => {
    expect(decideTrust(offer({ serial: 4 }), [onFile()], UNASKED)).toMatchObject({
      code: "statement-older",
    });
  });

  it("brings an older one by the telephone: a holder restored from a backup counts anew", () => {
    expect(decideTrust(offer({ serial: 1 }), [onFile()], heard(KID))).toMatchObject({
      take: true,
      as: "update",
      confirmedBy: "telephone",
    });
  });

  it("is not taken for another owner, not even by the telephone", () => {
    const known = [onFile({ ownerId: "u-002" })];
    expect(decideTrust(offer(), known, heard(KID, true))).toMatchObject({ code: "key-of-another" });
  });
});

describe("a changed key", () => {
  const known = [onFile({ kid: OTHER_KID })];

  it.each([
    ["unasked", UNASKED],
    ["with a fingerprint alone", heard(KID)],
    ["with the claim alone", { fingerprint: null, isChangeConfirmed: true }],
  ])("is not taken %s, and the old one is named", (_, confirmation) => {
    expect(decideTrust(offer(), known, confirmation)).toEqual({
      take: false,
      code: "change-unconfirmed",
      previousKid: OTHER_KID,
    });
  });

  it("is not taken with the fingerprint of the old one", () => {
    expect(decideTrust(offer(), known, heard(OTHER_KID, true))).toMatchObject({
      code: "fingerprint-wrong",
    });
  });

  it("is taken by the telephone where the clerk says that it changed", () => {
    expect(decideTrust(offer(), known, heard(KID, true))).toEqual({
      take: true,
      as: "change",
      confirmedBy: "telephone",
      previousKid: OTHER_KID,
    });
  });

  it("is taken where the old key says so", () => {
    expect(decideTrust(offer({ endorsedBy: OTHER_KID }), known, UNASKED)).toEqual({
      take: true,
      as: "change",
      confirmedBy: "old-key",
      previousKid: OTHER_KID,
    });
  });

  it("is not taken where the old key says so after it was revoked: its thief would say the same", () => {
    const revoked = [onFile({ kid: OTHER_KID, revokedAt: "2026-01-01T00:00:00Z" })];
    expect(decideTrust(offer({ endorsedBy: OTHER_KID }), revoked, UNASKED)).toMatchObject({
      code: "change-unconfirmed",
    });
  });

  it("is not taken where the key of another owner says so", () => {
    const others = [...known, onFile({ ownerId: "u-002", kid: "other" })];
    expect(decideTrust(offer({ endorsedBy: "other" }), others, UNASKED)).toMatchObject({
      code: "change-unconfirmed",
    });
  });
});

describe("a revoked key", () => {
  const known = [
    onFile({ revokedAt: "2026-01-01T00:00:00Z" }),
    onFile({ kid: OTHER_KID, serial: 6 }),
  ];

  it.each([
    ["its own owner", "u-001"],
    ["another owner", "u-002"],
  ])("is never taken again for %s, whatever was confirmed", (_, ownerId) => {
    const offered = offer({ ownerId, serial: 9, endorsedBy: OTHER_KID });
    expect(decideTrust(offered, known, heard(KID, true))).toMatchObject({ code: "key-revoked" });
  });

  it("counts no more, whatever moment the revocation bears", () => {
    expect(isRevoked(onFile({ revokedAt: "2026-03-01T08:00:00Z" }))).toBe(true);
    expect(isRevoked(onFile({ revokedAt: "2099-01-01T00:00:00Z" }))).toBe(true);
    expect(isRevoked(onFile())).toBe(false);
  });
});

it("has a sentence of its own for every refusal, with what to do", () => {
  const sentences = TRUST_REFUSALS.map(describeTrustRefusal);
  expect(new Set(sentences).size).toBe(TRUST_REFUSALS.length);
  for (const sentence of sentences) expect(sentence).toMatch(/；.*(请|再)/);
});
