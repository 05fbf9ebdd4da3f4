import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { encryptBytes } from "../../../../electron/services/age/small-files.ts";
import { SIGNATURE_TYPES } from "../../../../shared/submission/signature-types.ts";
import { AttackedBureau } from "../../../support/attacked-bureau.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { type HostileEntry, makeHostileZip } from "../../../support/hostile-zip.ts";

/**
 * The attacks of the research's table that the container lets pass: what is in the bag, who signed it and
 * whom it is for. Each is refused under its code, and the bureau's ledger stays empty.
 */

const FOLDER = temporaryFolder();
let bureau: AttackedBureau;

beforeAll(async () => {
  bureau = await AttackedBureau.prepare(FOLDER);
});

const craft = () => bureau.craft();
const refusalOf = (...given: Parameters<AttackedBureau["refusalOf"]>) => bureau.refusalOf(...given);

/** A signature with a header of one's own. */
async function signWith(keys: UnlockedKeys, header: Record<string, unknown>): Promise<string> {
  const good = await keys.signDetached(SIGNATURE_TYPES.package, Buffer.alloc(0));
  const [, , signature] = good.split(".");
  return `${Buffer.from(JSON.stringify(header)).toString("base64url")}..${signature ?? ""}`;
}

function headerOf(keys: UnlockedKeys) {
  return { alg: "EdDSA", kid: keys.publicKeys.kid, typ: SIGNATURE_TYPES.package };
}

it("takes the package apart and puts it together again without a fault", async () => {
  expect(await refusalOf(craft())).toMatchObject({ code: "received" });
  expect(await refusalOf(await craft().describe().sign(bureau.unit))).toMatchObject({
    code: "received",
  });
});

describe("the file", () => {
  it("that is not a package", async () => {
    const path = join(FOLDER, "no.jcp");
    writeFileSync(path, "PK\u0003\u0004");
    expect(await bureau.refusalOfFile(path)).toMatchObject({ code: "not-age" });
    writeFileSync(path, "");
    expect(await bureau.refusalOfFile(path)).toMatchObject({ code: "not-age" });
  });

  it("that is encrypted to somebody else", async () => {
    const path = await craft().write(join(FOLDER, "other.jcp"), [
      bureau.stranger.publicKeys.reading,
    ]);
    expect(await bureau.refusalOfFile(path)).toMatchObject({ code: "wrong-recipient" });
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["appended to", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")])],
    [
      "changed by a bit",
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        changed[changed.length - 1_000] = (changed.at(-1_000) ?? 0) ^ 1;
        return changed;
      },
    ],
  ])("that was %s", async (name, change) => {
    const path = await craft().write(join(FOLDER, `${name}.jcp`), [
      bureau.pair.office.keys.publicKeys.reading,
    ]);
    writeFileSync(path, change(readFileSync(path)));
    expect(await bureau.refusalOfFile(path)).toMatchObject({ code: "corrupt" });
  });
});

describe("the bag", () => {
  it("with a payload file that is not there", async () => {
    expect(await refusalOf(craft().delete("data/unit.json"))).toEqual({
      code: "bag-missing",
      notes: ["data/unit.json"],
    });
  });

  it.each(["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])(
    "without %s",
    async (path) => {
      expect(await refusalOf(craft().delete(path))).toMatchObject({ code: "bag-missing" });
    },
  );

  it("with a payload file beside the manifest", async () => {
    expect(await refusalOf(craft().set("data/extra.json", "{}"))).toMatchObject({
      code: "bag-extra",
    });
  });

  it("with a changed payload byte", async () => {
    const text = craft().text("data/unit.json");
    const changed = craft().set("data/unit.json", text.replace("示例镇", "示倒镇"));
    expect(await refusalOf(changed)).toEqual({
      code: "bag-hash",
      notes: ["data/unit.json"],
    });
  });

  it("with a changed payload and a manifest to match", async () => {
    const text = craft().text("data/unit.json");
    const changed = craft().set("data/unit.json", text.replace("示例镇", "示倒镇"));
    const tagManifest = changed.text("tagmanifest-sha256.txt");
    changed.describe().set("tagmanifest-sha256.txt", tagManifest);
    expect(await refusalOf(changed)).toEqual({ code: "bag-hash", notes: ["manifest-sha256.txt"] });
  });

  it.each([
    ["the way up", (line: string) => `${line}${"0".repeat(64)}  ../../etc/passwd\n`],
    ["a line twice", (line: string) => line + line],
    ["an upper-case hash", (line: string) => line.toUpperCase().replace("DATA", "data")],
    ["carriage returns", (line: string) => line.replaceAll("\n", "\r\n")],
  ])("whose manifest has %s", async (_, change) => {
    const spoilt = craft();
    spoilt.set("manifest-sha256.txt", change(spoilt.text("manifest-sha256.txt")));
    expect(await refusalOf(spoilt)).toMatchObject({ code: "bag-syntax" });
  });

  it("whose texts are not UTF-8", async () => {
    const spoilt = craft().set("bag-info.txt", Buffer.from([0x41, 0x3a, 0x20, 0xd6, 0xd0, 0x0a]));
    expect(await refusalOf(spoilt)).toEqual({ code: "bag-syntax", notes: ["bag-info.txt"] });
  });

  it("whose manifest the signature does not cover", async () => {
    const spoilt = craft();
    const lines = spoilt.text("tagmanifest-sha256.txt").split("\n");
    const kept = lines.filter((line) => !line.includes("  manifest-"));
    await spoilt.set("tagmanifest-sha256.txt", kept.join("\n")).sign(bureau.unit);
    expect(await refusalOf(spoilt)).toEqual({
      code: "bag-uncovered",
      notes: ["manifest-sha256.txt"],
    });
  });

  it("with a tag file that the signature does not cover", async () => {
    expect(await refusalOf(craft().set("notes.txt", "x"))).toMatchObject({ code: "bag-uncovered" });
  });
});

describe("the signature", () => {
  it("that is not there, or empty", async () => {
    expect(await refusalOf(craft().delete("signature.jws"))).toMatchObject({ code: "unsigned" });
    expect(await refusalOf(craft().set("signature.jws", ""))).toMatchObject({ code: "unsigned" });
  });

  it("that is an old one over a changed payload", async () => {
    const changed = craft();
    changed.set("data/unit.json", changed.text("data/unit.json").replace("示例镇", "示倒镇"));
    expect(await refusalOf(changed.describe())).toMatchObject({ code: "bad-signature" });
  });

  it("that is taken from another package of the same unit", async () => {
    const other = await craft()
      .edit("data/unit.json", (data) => data)
      .describe()
      .sign(bureau.unit);
    const swapped = craft().set("signature.jws", other.text("signature.jws"));
    expect(await refusalOf(swapped)).toMatchObject({ code: "bad-signature" });
  });

  it("by a key that nobody enrolled", async () => {
    expect(await refusalOf(await craft().sign(bureau.stranger))).toMatchObject({
      code: "key-unknown",
    });
  });

  it("by another key under the kid of an enrolled one", async () => {
    const [, , signature = ""] = (await craft().sign(bureau.stranger))
      .text("signature.jws")
      .split(".");
    const [header = ""] = craft().text("signature.jws").split(".");
    const forged = craft().set("signature.jws", `${header}..${signature}`);
    expect(await refusalOf(forged)).toMatchObject({ code: "bad-signature" });
  });

  it.each(["jwk", "jku", "x5c", "x5u"])("that brings its own key in %s", async (parameter) => {
    const brought =
      parameter === "jwk"
        ? { kty: "OKP", crv: "Ed25519", x: bureau.stranger.publicKeys.signing }
        : "https://example.org";
    const header = { ...headerOf(bureau.stranger), [parameter]: brought };
    const jws = await signWith(bureau.stranger, header);
    expect(await refusalOf(craft().set("signature.jws", jws))).toMatchObject({
      code: "embedded-key",
    });
  });

  it.each<readonly [string, Record<string, unknown>]>([
    ["none", { alg: "none" }],
    ["HS256", { alg: "HS256" }],
    ["ES256", { alg: "ES256" }],
    ["Ed448's name", { alg: "Ed448" }],
    ["a payload that is not encoded", { b64: false, crit: ["b64"] }],
    ["a use of its own", { typ: "jiceng-receipt+jws" }],
  ])("with %s", async (_, given) => {
    const jws = await signWith(bureau.unit, { ...headerOf(bureau.unit), ...given });
    expect(await refusalOf(craft().set("signature.jws", jws))).toMatchObject({ code: "alg" });
  });

  it("made by HMAC with the public key as its secret", async () => {
    const header = Buffer.from(JSON.stringify({ ...headerOf(bureau.unit), alg: "HS256" })).toString(
      "base64url",
    );
    const payload = Buffer.from(craft().text("tagmanifest-sha256.txt")).toString("base64url");
    const secret = Buffer.from(bureau.unit.publicKeys.signing, "base64url");
    const mac = createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
    expect(await refusalOf(craft().set("signature.jws", `${header}..${mac}`))).toMatchObject({
      code: "alg",
    });
  });

  it("with its payload in it, or no signature at all", async () => {
    const attached = await bureau.unit.signAttached(SIGNATURE_TYPES.package, "x");
    expect(await refusalOf(craft().set("signature.jws", attached))).toMatchObject({
      code: "bad-signature",
    });
    expect(await refusalOf(craft().set("signature.jws", "not a signature"))).toMatchObject({
      code: "bad-signature",
    });
  });

  it("by a key that was revoked before it came, whatever the package or the clock says", async () => {
    const [enrolled] = bureau.pair.office.units;
    if (enrolled === undefined) throw new Error("nobody is enrolled");
    const revokedAt = "2026-09-10T02:31:00Z";
    const units = [{ ...enrolled, revokedAt }];
    expect(await refusalOf(craft(), { units })).toMatchObject({ code: "key-revoked" });
    // The bureau's clock was set back to before it (promise 13).
    const before = { units, now: bureau.pair.office.now - 1_000 };
    expect(await refusalOf(craft(), before)).toMatchObject({ code: "key-revoked" });
  });
});

describe("a second signature with SM2", () => {
  const asking = () => {
    const { card } = bureau.pair.office;
    return { card: { ...card, asks: { ...card.asks, sm2: true } } };
  };
  const signed = () =>
    craft().set(
      "signature.sm2",
      bureau.unit.signSm2(Buffer.from(bureau.craft().text("tagmanifest-sha256.txt"))),
    );

  it("is asked for by a bureau whose card says so", async () => {
    expect(await refusalOf(craft(), asking())).toEqual({
      code: "unsigned",
      notes: ["signature.sm2"],
    });
    expect(await refusalOf(signed(), asking())).toMatchObject({ code: "received" });
  });

  it("is checked wherever there is one", async () => {
    const wrong = craft().set("signature.sm2", bureau.unit.signSm2(Buffer.from("other")));
    expect(await refusalOf(wrong)).toMatchObject({ code: "bad-signature" });
    const other = craft().set(
      "signature.sm2",
      bureau.stranger.signSm2(Buffer.from(bureau.craft().text("tagmanifest-sha256.txt"))),
    );
    expect(await refusalOf(other)).toMatchObject({ code: "bad-signature" });
  });
});

describe("sender and recipient", () => {
  it.each([
    ["id", (named: Record<string, string>) => ({ ...named, id: "bureau-2" })],
    [
      "key",
      (named: Record<string, string>) => ({
        ...named,
        kid: "poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U",
      }),
    ],
  ])("another bureau's %s in a package that was encrypted to us", async (_, change) => {
    const other = craft().edit("data/package.json", (data) => ({
      ...data,
      bureau: change(data["bureau"] as Record<string, string>),
    }));
    expect(await refusalOf(await other.describe().sign(bureau.unit))).toMatchObject({
      code: "not-for-us",
    });
  });

  it("a unit's name over another unit's key", async () => {
    const [enrolled] = bureau.pair.office.units;
    if (enrolled === undefined) throw new Error("nobody is enrolled");
    const second = {
      ...enrolled,
      unit: { ...enrolled.unit, id: "u-002" },
      keys: bureau.stranger.publicKeys,
    };
    const units = [enrolled, second];
    expect(await refusalOf(await craft().sign(bureau.stranger), { units })).toMatchObject({
      code: "signer-not-unit",
    });
  });

  it("a credit code that contradicts the one enrolled", async () => {
    const [enrolled] = bureau.pair.office.units;
    if (enrolled === undefined) throw new Error("nobody is enrolled");
    const withCode = (creditCode: string | null) => [
      { ...enrolled, unit: { ...enrolled.unit, creditCode } },
    ];
    const coded = await craft()
      .edit("data/package.json", (data) => ({
        ...data,
        unit: { ...(data["unit"] as object), creditCode: "A" },
      }))
      .describe()
      .sign(bureau.unit);
    expect(await refusalOf(coded, { units: withCode("B") })).toMatchObject({
      code: "signer-not-unit",
    });
    expect(await refusalOf(coded, { units: withCode(null) })).toMatchObject({ code: "content" });
  });
});

/** How a hostile ZIP is refused in depth, `container/hostile.test.ts` and `zip/reader.test.ts` show. */
describe("a hostile ZIP inside the encryption", () => {
  const data = Buffer.from("x");
  const good = { name: "bag/bagit.txt", data };

  it.each<readonly [string, readonly HostileEntry[], string]>([
    ["the way up", [good, { name: "bag/../../evil", data }], "zip-name"],
    ["a name twice", [good, good], "zip-duplicate"],
    ["a file that is a folder too", [good, { name: "bag/bagit.txt/x", data }], "zip-collision"],
    ["a link", [good, { name: "bag/link", data, mode: 0o120_777 }], "zip-type"],
    [
      "a bomb",
      [good, { name: "bag/bomb", data, both: { size: 0xf0_00_00_00, packedSize: 1 } }],
      "zip-too-big",
    ],
    [
      "two headers that differ",
      [{ ...good, local: { name: Buffer.from("bag/other.txt") } }],
      "zip-mismatch",
    ],
    ["a second root", [good, { name: "other/x.txt", data }], "zip-roots"],
  ])("with %s is refused", async (name, entries, code) => {
    const path = join(FOLDER, `${name.replaceAll(" ", "-")}.jcp`);
    const recipients = [bureau.pair.office.keys.publicKeys.reading];
    writeFileSync(path, await encryptBytes(recipients, makeHostileZip(entries)));
    expect(await bureau.refusalOfFile(path)).toMatchObject({ code });
  });

  it("that is none at all is refused", async () => {
    const path = join(FOLDER, "none.jcp");
    const recipients = [bureau.pair.office.keys.publicKeys.reading];
    writeFileSync(path, await encryptBytes(recipients, Buffer.from("no zip")));
    expect((await bureau.refusalOfFile(path)).code).toMatch(/^zip-/);
  });
});
