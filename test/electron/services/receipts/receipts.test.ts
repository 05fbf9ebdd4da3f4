import { describe, expect, it } from "vitest";
import { encryptBytes } from "../../../../electron/services/age/small-files.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { makeReceipt } from "../../../../electron/services/receipts/make-receipt.ts";
import { readReceipt } from "../../../../electron/services/receipts/read-receipt.ts";
import type { Receipt } from "../../../../shared/submission/receipt.ts";
import { makeKeys } from "../../../support/installation.ts";

const RECEIPT: Receipt = {
  format: "jiceng.receipt/1",
  packageId: "019abcde-0000-7000-8000-000000000000",
  tagmanifest: "0a".repeat(32),
  revision: 1,
  serial: 2,
  issuedAt: "2026-11-23T08:45:00Z",
  receivedAt: "2026-11-23T08:15:30Z",
  status: "returned",
  remarks: [{ personId: "p-001", code: "training-short", text: "公需科目学时不足" }],
};

const unit = await makeKeys("unit");
const bureau = await makeKeys("bureau");
const stranger = await makeKeys("bureau");
const GOOD = await makeReceipt(bureau, unit.publicKeys, RECEIPT);
const SIGNERS = [{ keys: bureau.publicKeys, revokedAt: null }];

async function read(bytes: Uint8Array, signers = SIGNERS as Parameters<typeof readReceipt>[2]) {
  return readReceipt(bytes, unit.ageIdentities, signers);
}

/** A receipt file with anything in it. */
async function sealed(text: string): Promise<Uint8Array> {
  return encryptBytes([unit.publicKeys.reading], Buffer.from(text));
}

async function signedBy(keys: UnlockedKeys, data: unknown): Promise<Uint8Array> {
  return sealed(await keys.signAttached("jiceng-receipt+jws", data));
}

describe("a receipt", () => {
  it("is read by the unit, with the key that signed it", async () => {
    const { kid } = bureau.publicKeys;
    expect(await read(GOOD)).toEqual({ ok: true, receipt: RECEIPT, kid });
  });

  it("can be read back by the bureau itself and by nobody else", async () => {
    const opened = await readReceipt(GOOD, bureau.ageIdentities, SIGNERS);
    expect(opened.ok).toBe(true);
    expect(await readReceipt(GOOD, stranger.ageIdentities, SIGNERS)).toEqual({
      ok: false,
      code: "wrong-recipient",
    });
  });

  it("shows neither package nor person on the way", () => {
    for (const text of [RECEIPT.packageId, "p-001", "公需", bureau.publicKeys.kid]) {
      expect(Buffer.from(GOOD).includes(Buffer.from(text))).toBe(false);
    }
  });

  it("that its own schema refuses is never made", async () => {
    const faulty = { ...RECEIPT, revision: 0 };
    await expect(makeReceipt(bureau, unit.publicKeys, faulty)).rejects.toThrow("revision");
  });

  it("is not read any more once its key is revoked, whatever moment that bears", async () => {
    for (const revokedAt of ["2026-11-23T08:00:00Z", "2099-01-01T00:00:00Z"]) {
      const revoked = [{ keys: bureau.publicKeys, revokedAt }];
      expect(await read(GOOD, revoked)).toEqual({ ok: false, code: "receipt-revoked" });
    }
  });
});

describe("a receipt is refused", () => {
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ["that is no age file", async () => Promise.resolve(Buffer.from("回执")), "not-age"],
    ["that is empty", async () => Promise.resolve(new Uint8Array(0)), "not-age"],
    ["that was cut", async () => Promise.resolve(GOOD.subarray(0, -1)), "corrupt"],
    [
      "that is absurdly large",
      async () => Promise.resolve(Buffer.alloc(65 * 1_048_576)),
      "too-big",
    ],
    ["that nobody signed", async () => sealed(JSON.stringify(RECEIPT)), "receipt-signature"],
    ["of another bureau", async () => signedBy(stranger, RECEIPT), "receipt-signer"],
    ["of the unit itself", async () => signedBy(unit, RECEIPT), "receipt-signer"],
    [
      "signed for another use",
      async () => sealed(await bureau.signAttached("jiceng-bureau-card+jws", RECEIPT)),
      "receipt-signature",
    ],
    [
      "that was changed after signing",
      async () => {
        const jws = await bureau.signAttached("jiceng-receipt+jws", RECEIPT);
        const [header, payload = "", signature] = jws.split(".");
        const changed = Buffer.from(payload, "base64url")
          .toString()
          .replace("returned", "accepted");
        return sealed(`${header}.${Buffer.from(changed).toString("base64url")}.${signature}`);
      },
      "receipt-signature",
    ],
    [
      "whose content is wrong",
      async () => signedBy(bureau, { ...RECEIPT, status: "lost" }),
      "receipt-content",
    ],
    ["of another format", async () => signedBy(bureau, { format: "x" }), "receipt-content"],
  ])("%s", async (_, make, code) => {
    expect(await read(await make())).toMatchObject({ ok: false, code });
  });
});
