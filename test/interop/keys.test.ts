import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { verifyDetached } from "../../electron/services/keys/jws.ts";
import { signingPem, sm2Pem } from "../../electron/services/keys/pem.ts";
import { makeReceipt } from "../../electron/services/receipts/make-receipt.ts";
import { verifySm2 } from "../../electron/services/keys/sm2.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import { temporaryFolder } from "../support/folder.ts";
import { makeKeys } from "../support/installation.ts";

/** Programs that nobody here wrote check what our keys sign and read, and we check what they sign. */

const run = promisify(execFile);
const PYTHON = "/usr/bin/python3";
const FOLDER = temporaryFolder();
const BYTES = Buffer.from("0a0b  bagit.txt\n");
const DISTINGUISHING_ID = "distid:1234567812345678";
const keys = await makeKeys("unit");
const { publicKeys } = keys;

function save(name: string, content: string | Uint8Array): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

/** The exit code of a command. */
async function exitCodeOf(command: string, args: readonly string[]): Promise<number> {
  try {
    await run(command, args);
    return 0;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (typeof code !== "number") throw error;
    return code;
  }
}

async function python(script: string, ...args: readonly string[]): Promise<string> {
  return (await run(PYTHON, ["-c", script, ...args])).stdout.trim();
}

describe("openssl", () => {
  it("verifies the detached signature, and not over other bytes", async () => {
    const [header = "", , signature = ""] = (
      await keys.signDetached("jiceng-package+jws", BYTES)
    ).split(".");
    const key = save("signing.pem", signingPem(publicKeys));
    const signed = save("signature", Buffer.from(signature, "base64url"));
    const verify = (input: string) => {
      const what = ["-rawin", "-in", save("input", input), "-sigfile", signed];
      return exitCodeOf("openssl", ["pkeyutl", "-verify", "-pubin", "-inkey", key, ...what]);
    };
    expect(await verify(`${header}.${BYTES.toString("base64url")}`)).toBe(0);
    expect(await verify(`${header}.${Buffer.from("x").toString("base64url")}`)).not.toBe(0);
  });

  it("verifies the SM2 signature, and not over other bytes", async () => {
    const key = save("sm2.pem", sm2Pem(publicKeys) ?? "");
    const signature = save("signature.sm2", keys.signSm2(BYTES));
    const verify = (bytes: Uint8Array) => {
      const what = ["-in", save("input.sm2", bytes), "-sigfile", signature];
      const how = ["-rawin", "-digest", "sm3", "-pkeyopt", DISTINGUISHING_ID];
      const command = ["pkeyutl", "-verify", "-pubin", "-inkey", key];
      return exitCodeOf("openssl", [...command, ...how, ...what]);
    };
    expect(await verify(BYTES)).toBe(0);
    expect(await verify(Buffer.from("x"))).not.toBe(0);
  });

  it("makes SM2 signatures that we verify", async () => {
    const [secret, open] = [join(FOLDER, "own.pem"), join(FOLDER, "own.der")];
    await run("openssl", ["genpkey", "-algorithm", "SM2", "-out", secret]);
    const asDer = ["-pubout", "-outform", "DER", "-out", open];
    await run("openssl", ["pkey", "-in", secret, ...asDer]);
    const { stdout } = await run("openssl", ["pkey", "-pubin", "-inform", "DER", "-in", open], {
      encoding: "utf8",
    });
    const der = Buffer.from(stdout.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
    const sm2 = der.subarray(-65).toString("hex");
    const target = join(FOLDER, "own.sig");
    const how = ["-rawin", "-digest", "sm3", "-pkeyopt", DISTINGUISHING_ID];
    const what = ["-in", save("own.in", BYTES), "-out", target];
    await run("openssl", ["pkeyutl", "-sign", "-inkey", secret, ...how, ...what]);
    const { stdout: signature } = await run("cat", [target], { encoding: "buffer" });
    expect(verifySm2(BYTES, signature, { ...publicKeys, sm2 })).toBe(true);
    expect(verifySm2(Buffer.from("x"), signature, { ...publicKeys, sm2 })).toBe(false);
    expect(sm2Pem({ ...publicKeys, sm2 })).toBe(stdout);
  });
});

const JWCRYPTO_VERIFY = `
import sys
from jwcrypto import jwk, jws
key = jwk.JWK(kty="OKP", crv="Ed25519", x=sys.argv[1])
token = jws.JWS()
token.allowed_algs = ["EdDSA"]
token.deserialize(sys.argv[2])
try:
    token.verify(key)
    print(key.thumbprint(), token.payload.decode())
except jws.InvalidJWSSignature:
    print("invalid")
`;

const JWCRYPTO_SIGN = `
import json, sys
from jwcrypto import jwk, jws
key = jwk.JWK.generate(kty="OKP", crv="Ed25519")
token = jws.JWS(sys.argv[1].encode())
header = {"alg": "EdDSA", "kid": key.thumbprint(), "typ": "jiceng-package+jws"}
token.add_signature(key, None, json.dumps(header), None)
header, _, signature = token.serialize(compact=True).split(".")
print(json.dumps({"kid": key.thumbprint(), "x": key.export_public(as_dict=True)["x"], "jws": header + ".." + signature}))
`;

describe("python3-jwcrypto", () => {
  it("verifies the signature once the payload is put back, and names the key as we do", async () => {
    const jws = await keys.signDetached("jiceng-package+jws", BYTES);
    const whole = jws.replace("..", `.${BYTES.toString("base64url")}.`);
    const answer = await python(JWCRYPTO_VERIFY, publicKeys.signing, whole);
    expect(answer).toBe(`${publicKeys.kid} ${BYTES.toString().trim()}`);
    const other = jws.replace("..", `.${Buffer.from("x").toString("base64url")}.`);
    expect(await python(JWCRYPTO_VERIFY, publicKeys.signing, other)).toBe("invalid");
  });

  it("makes signatures that we verify", async () => {
    const text = BYTES.toString().trim();
    const made = JSON.parse(await python(JWCRYPTO_SIGN, text)) as Record<
      "kid" | "x" | "jws",
      string
    >;
    const signer = { ...publicKeys, kid: made.kid, signing: made.x };
    const verify = (bytes: string) =>
      verifyDetached(made.jws, Buffer.from(bytes), "jiceng-package+jws", signer);
    expect(await verify(text)).toEqual({ ok: true });
    expect(await verify("x")).toEqual({ ok: false, code: "bad-signature" });
  });
});

it("python works out the same fingerprint from the public key alone", async () => {
  const script = `
import base64, hashlib, sys
key = '{"crv":"Ed25519","kty":"OKP","x":"%s"}' % sys.argv[1]
digits = "%032d" % (int.from_bytes(hashlib.sha256(key.encode()).digest(), "big") % 10**32)
print(" ".join(digits[at:at + 4] for at in range(0, 32, 4)))
`;
  expect(await python(script, publicKeys.signing)).toBe(fingerprintOf(publicKeys.kid));
});

it("age opens a receipt for the unit, and what it holds is the bureau's signed answer", async () => {
  const bureau = await makeKeys("bureau");
  const receipt = await makeReceipt(bureau, publicKeys, {
    format: "jiceng.receipt/1",
    packageId: "019abcde-0000-7000-8000-000000000000",
    tagmanifest: createHash("sha256").update(BYTES).digest("hex"),
    revision: 1,
    serial: 1,
    issuedAt: "2026-11-23T08:15:30Z",
    receivedAt: "2026-11-23T08:15:30Z",
    status: "received",
    remarks: [],
  });
  const identity = save("unit.age", `${keys.ageIdentity}\n`);
  const { stdout } = await run("age", ["-d", "-i", identity, save("receipt.jcr", receipt)]);
  const answer = await python(JWCRYPTO_VERIFY, bureau.publicKeys.signing, stdout);
  expect(answer).toContain(`${bureau.publicKeys.kid} {"format":"jiceng.receipt/1"`);
});
