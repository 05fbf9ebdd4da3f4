import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readKid, verifyAttached, verifyDetached } from "../../../../electron/services/keys/jws.ts";
import { signingPem } from "../../../../electron/services/keys/pem.ts";
import { hasOwnKid, thumbprintOf } from "../../../../electron/services/keys/thumbprint.ts";
import { makeKeys } from "../../../support/installation.ts";

const BYTES = Buffer.from("0a0b  bagit.txt\n");
const PACKAGE = "jiceng-package+jws";
const keys = await makeKeys("unit");
const other = await makeKeys("unit");
const GOOD = await keys.signDetached(PACKAGE, BYTES);
const HEADER = { alg: "EdDSA", kid: keys.publicKeys.kid, typ: PACKAGE };

function encode(data: unknown): string {
  return Buffer.from(typeof data === "string" ? data : JSON.stringify(data)).toString("base64url");
}

/** A detached JWS with any header whatsoever, signed by a key of the attacker's choice. */
function forge(header: unknown, signature: (input: string) => Buffer): string {
  const head = encode(header);
  const signed = signature(`${head}.${BYTES.toString("base64url")}`);
  return `${head}..${signed.toString("base64url")}`;
}

const attacker = generateKeyPairSync("ed25519");
const byAttacker = (input: string): Buffer => sign(null, Buffer.from(input), attacker.privateKey);

async function faultOf(jws: string, bytes: Uint8Array = BYTES): Promise<string> {
  const verified = await verifyDetached(jws, bytes, PACKAGE, keys.publicKeys);
  return verified.ok ? "ok" : verified.code;
}

describe("a detached signature", () => {
  it("has an empty payload and no more in its header than algorithm, key and kind", async () => {
    const [header = "", payload, signature = ""] = GOOD.split(".");
    expect(payload).toBe("");
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual(HEADER);
    expect(Buffer.from(signature, "base64url")).toHaveLength(64);
    expect(readKid(GOOD)).toBe(keys.publicKeys.kid);
    expect(await faultOf(GOOD)).toBe("ok");
  });

  it("is for these bytes alone", async () => {
    expect(await faultOf(GOOD, Buffer.from("0a0b  bagit.txt"))).toBe("bad-signature");
    expect(await faultOf(GOOD, new Uint8Array(0))).toBe("bad-signature");
  });

  it("is for one use alone", async () => {
    const receipt = await keys.signDetached("jiceng-receipt+jws", BYTES);
    expect(await faultOf(receipt)).toBe("typ");
  });

  it("of another enrolled key is told by its kid", async () => {
    expect(await faultOf(await other.signDetached(PACKAGE, BYTES))).toBe("kid");
  });

  it("stands for nothing once any bit of it is flipped", async () => {
    const good = Buffer.from(GOOD);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(good);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(await faultOf(flipped.toString("latin1"))).not.toBe("ok");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a forged signature is refused", () => {
  it.each<[string, string, string]>([
    ["under the enrolled kid", forge(HEADER, byAttacker), "bad-signature"],
    [
      "with alg none and nothing signed",
      forge({ ...HEADER, alg: "none" }, () => Buffer.alloc(0)),
      "alg",
    ],
    [
      "with HS256 keyed by the public key's bytes",
      forge({ ...HEADER, alg: "HS256" }, (input) =>
        createHmac("sha256", Buffer.from(keys.publicKeys.signing, "base64url"))
          .update(input)
          .digest(),
      ),
      "alg",
    ],
    [
      "with HS256 keyed by the public key's PEM",
      forge({ ...HEADER, alg: "HS256" }, (input) =>
        createHmac("sha256", signingPem(keys.publicKeys)).update(input).digest(),
      ),
      "alg",
    ],
    ["with another algorithm's name", forge({ ...HEADER, alg: "ES256" }, byAttacker), "alg"],
    ["with no algorithm", forge({ kid: HEADER.kid, typ: PACKAGE }, byAttacker), "alg"],
    [
      "with its own key in the header",
      forge({ ...HEADER, jwk: attacker.publicKey.export({ format: "jwk" }) }, byAttacker),
      "embedded-key",
    ],
    ...["jku", "x5u", "x5c", "x5t", "x5t#S256"].map((name): [string, string, string] => [
      `with ${name} in the header`,
      forge({ ...HEADER, [name]: "https://example.org/" }, byAttacker),
      "embedded-key",
    ]),
    ["with b64", forge({ ...HEADER, b64: false, crit: ["b64"] }, byAttacker), "header"],
    ["with crit", forge({ ...HEADER, crit: ["exp"], exp: 1 }, byAttacker), "header"],
    ["with any other parameter", forge({ ...HEADER, cty: "x" }, byAttacker), "header"],
    ["with a kid that is no text", forge({ ...HEADER, kid: [HEADER.kid] }, byAttacker), "kid"],
    ["with no kid", forge({ alg: "EdDSA", typ: PACKAGE }, byAttacker), "header"],
    ["with no signature", forge(HEADER, () => Buffer.alloc(0)), "bad-signature"],
    ["with a short signature", forge(HEADER, () => Buffer.alloc(63)), "bad-signature"],
    ["with an empty one of 64 zeros", forge(HEADER, () => Buffer.alloc(64)), "bad-signature"],
    ["with a header that is no JSON", `${encode("{")}..${encode("x")}`, "syntax"],
    ["with a header that is a list", `${encode("[]")}..${encode("x")}`, "syntax"],
    ["with a header that is null", `${encode("null")}..${encode("x")}`, "syntax"],
    ["that is empty", "", "syntax"],
    ["with two parts", GOOD.replace("..", "."), "syntax"],
    ["with four parts", `${GOOD}.`, "syntax"],
    ["with its payload inside", GOOD.replace("..", `.${BYTES.toString("base64url")}.`), "syntax"],
    ["with a blank behind it", `${GOOD}\n`, "syntax"],
    ["with padding", `${GOOD}==`, "syntax"],
  ])("%s", async (_, jws, code) => {
    expect(await faultOf(jws)).toBe(code);
  });

  it("in a second spelling of the same bytes", async () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(GOOD.at(-1) ?? "");
    const respelled = GOOD.slice(0, -1) + (alphabet[last ^ 1] ?? "");
    const bytesOf = (jws: string): Buffer => Buffer.from(jws.split(".")[2] ?? "", "base64url");
    expect(bytesOf(respelled)).toEqual(bytesOf(GOOD));
    expect(await faultOf(respelled)).toBe("syntax");
  });
});

describe("an attached signature", () => {
  it("gives back the data that was signed", async () => {
    const data = { format: "jiceng.receipt/1", text: "退回：公需科目学时不足" };
    const jws = await keys.signAttached("jiceng-receipt+jws", data);
    const verified = await verifyAttached(jws, "jiceng-receipt+jws", keys.publicKeys);
    expect(verified).toEqual({ ok: true, data });
  });

  it("is refused without its payload", async () => {
    expect(await verifyAttached(GOOD, PACKAGE, keys.publicKeys)).toMatchObject({ code: "syntax" });
  });

  it("is refused with another payload", async () => {
    const jws = await keys.signAttached(PACKAGE, { a: 1 });
    const changed = jws.replace(encode({ a: 1 }), encode({ a: 2 }));
    expect(await verifyAttached(changed, PACKAGE, keys.publicKeys)).toMatchObject({
      code: "bad-signature",
    });
  });

  it.each([
    ["no JSON", "{"],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]).toString("latin1")],
  ])("over %s gives no data", async (_, text) => {
    const bytes = Buffer.from(text, "latin1");
    const [header, , signature] = (await keys.signDetached(PACKAGE, bytes)).split(".");
    const jws = `${header}.${bytes.toString("base64url")}.${signature}`;
    expect(await verifyAttached(jws, PACKAGE, keys.publicKeys)).toMatchObject({
      code: "payload",
    });
  });
});

describe("a key id", () => {
  it("is the thumbprint that RFC 8037 appendix A.3 gives for its key", async () => {
    const signing = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    expect(await thumbprintOf(signing)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("that belongs to another key is noticed", async () => {
    expect(await hasOwnKid(keys.publicKeys)).toBe(true);
    expect(await hasOwnKid({ ...keys.publicKeys, kid: other.publicKeys.kid })).toBe(false);
  });
});
