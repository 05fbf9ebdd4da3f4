import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fingerprintOf,
  isFingerprintOf,
  readFingerprint,
} from "../../../shared/submission/fingerprint.ts";

/** The thumbprint of RFC 8037 appendix A.3. */
const KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

function kidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

describe("a fingerprint", () => {
  it("is what Python's int.from_bytes(thumbprint, 'big') % 10**32 gives", () => {
    expect(fingerprintOf(KID)).toBe("2450 4235 5284 1554 4989 4099 1041 0121");
  });

  it("keeps its leading zeros", () => {
    expect(fingerprintOf(kidOf(new Uint8Array(32)))).toBe(
      "0000 0000 0000 0000 0000 0000 0000 0000",
    );
    const seven = new Uint8Array(32);
    seven[31] = 7;
    expect(fingerprintOf(kidOf(seven))).toBe("0000 0000 0000 0000 0000 0000 0000 0007");
  });

  it("is the whole number's remainder, for any thumbprint", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const number = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
        const digits = (number % 10n ** 32n).toString().padStart(32, "0");
        expect(fingerprintOf(kidOf(bytes)).replaceAll(" ", "")).toBe(digits);
      }),
    );
  });

  it.each(["", "abc", `${KID}A`, KID.slice(1), `${KID.slice(0, -1)}l`, KID.replace("_", "/")])(
    "is not made of %j, which is no thumbprint in its one spelling",
    (kid) => {
      expect(() => fingerprintOf(kid)).toThrow(RangeError);
    },
  );
});

describe("a fingerprint heard on the telephone", () => {
  const heard = fingerprintOf(KID);

  it.each([
    ["as it is shown", heard],
    ["without blanks", heard.replaceAll(" ", "")],
    ["with hyphens", heard.replaceAll(" ", "-")],
    ["with a Chinese dash and an ideographic space", heard.replaceAll(" ", "—\u3000")],
    ["with Chinese commas", heard.replaceAll(" ", "，")],
    ["over several lines", heard.replaceAll(" ", "\r\n")],
    [
      "in full-width digits",
      heard.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ],
  ])("is recognised %s", (_, typed) => {
    expect(isFingerprintOf(typed, KID)).toBe(true);
  });

  it.each([
    ["a digit missing", heard.slice(0, -1)],
    ["a digit too many", `${heard}1`],
    ["a letter in it", heard.replace(/\d$/, "O")],
    ["nothing", ""],
  ])("is none with %s", (_, typed) => {
    expect(readFingerprint(typed)).toBeNull();
    expect(isFingerprintOf(typed, KID)).toBe(false);
  });

  it("is another one where any digit differs", () => {
    for (let at = 0; at < heard.length; at += 1) {
      if (heard[at] === " ") continue;
      const other = (Number(heard[at]) + 1) % 10;
      const wrong = `${heard.slice(0, at)}${other}${heard.slice(at + 1)}`;
      expect(isFingerprintOf(wrong, KID)).toBe(false);
    }
  });
});
