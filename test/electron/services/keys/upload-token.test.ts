import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import {
  signUploadToken,
  verifyUploadToken,
} from "../../../../electron/services/keys/upload-token.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { SIGNATURE_TYPES } from "../../../../shared/submission/signature-types.ts";
import { type UploadToken, usualExpiry } from "../../../../shared/submission/upload-token.ts";
import { KID, makeKeys, OTHER_KID } from "../../../support/installation.ts";

const NOW = Date.UTC(2026, 8, 10, 2, 30);
const SECONDS = NOW / 1_000;
const AT_BUREAU = { kid: KID, now: NOW };
const TOKEN: UploadToken = {
  purpose: "upload",
  aud: KID,
  exp: usualExpiry(NOW),
  packageId: "01991b2e-5c00-7000-8000-000000000001",
  sha256: "0a".repeat(32),
  size: 1_000,
};

let unit: UnlockedKeys;
let stranger: UnlockedKeys;

beforeAll(async () => {
  unit = await makeKeys("unit");
  stranger = await makeKeys("unit");
});

const enrolled = (revokedAt: string | null = null) => [{ keys: unit.publicKeys, revokedAt }];

async function codeOf(token: unknown, signers = enrolled(), at = AT_BUREAU) {
  const jws = await signUploadToken(unit, token as UploadToken);
  const verified = await verifyUploadToken(jws, signers, at);
  return verified.ok ? "ok" : verified.code;
}

describe("a token", () => {
  it("tells who shows it and for what", async () => {
    const jws = await signUploadToken(unit, TOKEN);
    const verified = await verifyUploadToken(jws, enrolled(), AT_BUREAU);
    expect(verified).toEqual({ ok: true, signer: enrolled()[0], token: TOKEN });
  });

  it("of a unit that is not enrolled is refused", async () => {
    const jws = await signUploadToken(stranger, TOKEN);
    const verified = await verifyUploadToken(jws, enrolled(), AT_BUREAU);
    expect(verified).toEqual({ ok: false, code: "unknown-unit" });
  });

  it("of a stopped key is refused whatever the bureau's clock says", async () => {
    expect(await codeOf(TOKEN, enrolled("2036-01-01T00:00:00Z"))).toBe("key-revoked");
    expect(await codeOf(TOKEN, enrolled("2026-01-01T00:00:00Z"))).toBe("key-revoked");
  });

  it("for another bureau is refused", async () => {
    expect(await codeOf({ ...TOKEN, aud: OTHER_KID })).toBe("wrong-bureau");
  });

  it.each([
    ["just over, within the tolerance", -59, "ok"],
    ["over", -61, "clock-off"],
    ["as long as it may be, and the tolerance", 659, "ok"],
    ["longer than it may be", 661, "clock-off"],
    ["ten years early", 315_360_000, "clock-off"],
    ["ten years late", -315_360_000, "clock-off"],
  ])("that is %s: %#", async (_case, left, code) => {
    expect(await codeOf({ ...TOKEN, exp: SECONDS + left })).toBe(code);
  });

  it("with more or less in it than there should be is refused", async () => {
    expect(await codeOf({ ...TOKEN, admin: true })).toBe("token-bad");
    const { size: _size, ...sizeless } = TOKEN;
    expect(await codeOf(sizeless)).toBe("token-bad");
    expect(await codeOf({ ...TOKEN, purpose: "delete" })).toBe("token-bad");
  });
});

describe("a forged token", () => {
  it("signed by another key under the enrolled one's name is refused", async () => {
    const forged = await makeKeys("unit");
    const [, payload = "", signature = ""] = (await signUploadToken(forged, TOKEN)).split(".");
    const [header = ""] = (await signUploadToken(unit, TOKEN)).split(".");
    const jws = `${header}.${payload}.${signature}`;
    expect(await verifyUploadToken(jws, enrolled(), AT_BUREAU)).toMatchObject({
      code: "token-bad",
    });
  });

  it("that brings its own key along is refused", async () => {
    const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
    const jwk = await exportJWK(publicKey);
    const { kid } = unit.publicKeys;
    const jws = await new CompactSign(Buffer.from(JSON.stringify(TOKEN)))
      .setProtectedHeader({ alg: "EdDSA", typ: SIGNATURE_TYPES.upload, kid, jwk })
      .sign(privateKey);
    expect(await verifyUploadToken(jws, enrolled(), AT_BUREAU)).toMatchObject({
      code: "token-bad",
    });
  });

  it.each(["none", "HS256"])("with the algorithm %s is refused", async (alg) => {
    const { kid, signing } = unit.publicKeys;
    const header = { alg, typ: SIGNATURE_TYPES.upload, kid };
    const part = (data: unknown) => Buffer.from(JSON.stringify(data)).toString("base64url");
    const signed =
      alg === "none"
        ? `${part(header)}.${part(TOKEN)}.`
        : await new CompactSign(Buffer.from(JSON.stringify(TOKEN)))
            .setProtectedHeader(header)
            .sign(Buffer.from(signing, "base64url"));
    expect(await verifyUploadToken(signed, enrolled(), AT_BUREAU)).toMatchObject({
      code: "token-bad",
    });
  });

  it("made of a signature for another use is refused", async () => {
    const jws = await unit.signAttached(SIGNATURE_TYPES.receipt, TOKEN);
    expect(await verifyUploadToken(jws, enrolled(), AT_BUREAU)).toMatchObject({
      code: "token-bad",
    });
  });
});
