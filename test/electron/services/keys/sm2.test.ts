import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sm2Pem } from "../../../../electron/services/keys/pem.ts";
import {
  createSm2Pair,
  isSm2Point,
  signSm2,
  verifySm2,
} from "../../../../electron/services/keys/sm2.ts";
import { makeKeys } from "../../../support/installation.ts";

const BYTES = Buffer.from("0a0b  bagit.txt\n");
const { publicKeys } = await makeKeys("unit");
const pair = createSm2Pair();
const keys = { ...publicKeys, sm2: pair.publicKey };
const GOOD = signSm2(BYTES, pair);

/** r and s of a signature, as hexadecimal numbers. */
function partsOf(signature: Uint8Array): readonly [string, string] {
  const hex = Buffer.from(signature).toString("hex");
  const length = Number.parseInt(hex.slice(6, 8), 16) * 2;
  return [hex.slice(8, 8 + length), hex.slice(12 + length)];
}

function der(r: string, s: string): Buffer {
  const integer = (hex: string): string =>
    `02${(hex.length / 2).toString(16).padStart(2, "0")}${hex}`;
  const body = integer(r) + integer(s);
  return Buffer.from(`30${(body.length / 2).toString(16).padStart(2, "0")}${body}`, "hex");
}

describe("an SM2 signature", () => {
  it("is for these bytes and this key alone", async () => {
    expect(verifySm2(BYTES, GOOD, keys)).toBe(true);
    expect(verifySm2(Buffer.from("0a0b  bagit.txt"), GOOD, keys)).toBe(false);
    expect(verifySm2(BYTES, GOOD, (await makeKeys("unit")).publicKeys)).toBe(false);
    expect(verifySm2(BYTES, GOOD, { ...keys, sm2: null })).toBe(false);
  });

  it("stands for nothing once any bit of it is flipped", () => {
    fc.assert(
      fc.property(fc.nat(GOOD.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(GOOD);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(verifySm2(BYTES, flipped, keys)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("is taken in its one spelling only", () => {
    const [r, s] = partsOf(GOOD);
    expect(der(r, s)).toEqual(Buffer.from(GOOD));
    for (const other of [
      Buffer.concat([GOOD, Buffer.from([0])]),
      GOOD.subarray(0, -1),
      der(`00${r}`, s),
      der(r, `00${s}`),
      der("00", s),
      der(r, "00"),
      der(r, ""),
      new Uint8Array(0),
      Buffer.from("text"),
    ]) {
      expect(verifySm2(BYTES, other, keys)).toBe(false);
    }
  });

  it("is not taken with s beyond the curve's order", () => {
    const order = BigInt("0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");
    const [r, s] = partsOf(GOOD);
    const beyond = (BigInt(`0x${s}`) + order).toString(16);
    const padded = beyond.length % 2 === 0 ? beyond : `0${beyond}`;
    const signed = /^[89a-f]/.test(padded) ? `00${padded}` : padded;
    expect(verifySm2(BYTES, der(r, signed), keys)).toBe(false);
  });
});

describe("an SM2 key", () => {
  it("is another one each time, and its secret is not the library's 1", () => {
    const secrets = Array.from({ length: 5 }, () => createSm2Pair().secret);
    expect(new Set(secrets).size).toBe(5);
    for (const secret of secrets) expect(BigInt(`0x${secret}`) > 2n ** 128n).toBe(true);
  });

  it("lies on the curve, or is none", () => {
    expect(isSm2Point(pair.publicKey)).toBe(true);
    expect(isSm2Point(`04${"11".repeat(64)}`)).toBe(false);
    expect(isSm2Point("04")).toBe(false);
    expect(verifySm2(BYTES, GOOD, { ...keys, sm2: `04${"11".repeat(64)}` })).toBe(false);
  });

  it("has no PEM where there is none", () => {
    expect(sm2Pem({ ...keys, sm2: null })).toBeNull();
  });
});
