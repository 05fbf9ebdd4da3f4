import { Decrypter, Encrypter } from "age-encryption";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOfBytes } from "../../../../electron/services/age/byte-source.ts";
import { OpenedPayload } from "../../../../electron/services/age/opened-payload.ts";
import {
  CHUNK_BYTES,
  makeChunkNonce,
  SEALED_CHUNK_BYTES,
  shapeOf,
} from "../../../../electron/services/age/payload.ts";
import { PayloadSealer } from "../../../../electron/services/age/payload-sealer.ts";
import { decryptBytes, encryptBytes } from "../../../../electron/services/age/small-files.ts";
import { makeAgeKeys } from "../../../support/age-keys.ts";

const keys = await makeAgeKeys();
const others = await makeAgeKeys();

function makeBytes(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31) >> 4));
}

/** Around every place where a chunk begins or ends. */
const SIZES = [0, 1, 15, 16, 65_519, 65_520, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073];

/** Where the payload of a file begins, after its nonce. */
function payloadStart(file: Uint8Array): number {
  const bytes = Buffer.from(file);
  return bytes.indexOf("\n", bytes.indexOf("\n---") + 1) + 1 + 16;
}

async function refusalOf(file: Uint8Array, identity = keys.identity): Promise<string> {
  const result = await decryptBytes([identity], file);
  return result.ok ? "read" : result.code;
}

describe("an encrypted file", () => {
  it.each(SIZES)("of %i bytes is read by the age-encryption package", async (size) => {
    const sealed = await encryptBytes([keys.recipient], makeBytes(size));
    const decrypter = new Decrypter();
    decrypter.addIdentity(keys.identity);
    expect(makeBytes(size).equals(await decrypter.decrypt(sealed))).toBe(true);
  });

  it.each(SIZES)("of %i bytes is read from the age-encryption package", async (size) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(keys.recipient);
    const sealed = await encrypter.encrypt(makeBytes(size));
    const result = await decryptBytes([keys.identity], sealed);
    expect(result.ok && makeBytes(size).equals(result.bytes)).toBe(true);
  });

  it("is the same however its bytes come", async () => {
    const whole = makeBytes(200_000);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 90_000 }), { maxLength: 8 }), async (lengths) => {
        const pieces: Uint8Array[] = [];
        const sealer = await PayloadSealer.start([keys.recipient], (batch) => {
          pieces.push(...batch);
          return Promise.resolve();
        });
        let taken = 0;
        for (const length of [...lengths, whole.length]) {
          await sealer.write(whole.subarray(taken, taken + length));
          taken += length;
        }
        await sealer.finish();
        const result = await decryptBytes([keys.identity], Buffer.concat(pieces));
        expect(result.ok && whole.equals(result.bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("gives any range of its plaintext, to several readers at once", async () => {
    const whole = makeBytes(3_000_000);
    const sealed = await encryptBytes([keys.recipient], whole);
    const payload = await OpenedPayload.open(sourceOfBytes(sealed), [keys.identity]);
    const range = fc.tuple(fc.nat({ max: whole.length }), fc.nat({ max: 200_000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 4 }), async (ranges) => {
        const read = ranges.map(async ([start, length]) => {
          const end = Math.min(start + length, whole.length);
          const bytes = await payload.readBytes(start, end - start);
          return bytes.equals(whole.subarray(start, end));
        });
        expect(await Promise.all(read)).not.toContain(false);
      }),
    );
  });

  it("has no recipient less than one", async () => {
    await expect(encryptBytes([], makeBytes(1))).rejects.toThrow(RangeError);
    await expect(encryptBytes(["age1nonsense"], makeBytes(1))).rejects.toThrow();
  });
});

describe("a file that is not what was encrypted", () => {
  it("is cut in the middle of a chunk", async () => {
    const sealed = await encryptBytes([keys.recipient], makeBytes(200_000));
    expect(await refusalOf(sealed.subarray(0, sealed.length - 100))).toBe("corrupt");
  });

  it("is cut where a chunk ends", async () => {
    const sealed = await encryptBytes([keys.recipient], makeBytes(200_000));
    const start = payloadStart(sealed);
    for (const chunks of [0, 1, 2, 3]) {
      const cut = sealed.subarray(0, start + chunks * SEALED_CHUNK_BYTES);
      expect(await refusalOf(cut)).toBe("corrupt");
    }
  });

  it("has two chunks swapped", async () => {
    const sealed = await encryptBytes([keys.recipient], makeBytes(200_000));
    const start = payloadStart(sealed);
    const first = sealed.slice(start, start + SEALED_CHUNK_BYTES);
    sealed.copyWithin(start, start + SEALED_CHUNK_BYTES, start + 2 * SEALED_CHUNK_BYTES);
    sealed.set(first, start + SEALED_CHUNK_BYTES);
    expect(await refusalOf(sealed)).toBe("corrupt");
  });

  it("has a chunk taken out", async () => {
    const sealed = Buffer.from(await encryptBytes([keys.recipient], makeBytes(200_000)));
    const start = payloadStart(sealed);
    const rest = sealed.subarray(start + SEALED_CHUNK_BYTES);
    expect(await refusalOf(Buffer.concat([sealed.subarray(0, start), rest]))).toBe("corrupt");
  });

  it("has bytes behind its end", async () => {
    const sealed = await encryptBytes([keys.recipient], makeBytes(CHUNK_BYTES));
    for (const length of [1, 16, 17, SEALED_CHUNK_BYTES]) {
      const longer = Buffer.concat([sealed, Buffer.alloc(length)]);
      expect(await refusalOf(longer)).toBe("corrupt");
    }
  });

  it("ends with an empty chunk behind a full one", () => {
    expect(shapeOf(SEALED_CHUNK_BYTES + 16)).toBeNull();
    expect(shapeOf(16)).toEqual({ chunks: 1, size: 0 });
  });

  it("has a stanza changed", async () => {
    const sealed = Buffer.from(await encryptBytes([keys.recipient], makeBytes(10)));
    const changed = sealed.toString("latin1").replace("-> X25519 ", "-> X25518 ");
    expect(await refusalOf(Buffer.from(changed, "latin1"))).toBe("wrong-recipient");
  });

  it("has a stanza added, so that the header's MAC is another", async () => {
    const sealed = Buffer.from(await encryptBytes([keys.recipient], makeBytes(10)));
    const changed = sealed.toString("latin1").replace("\n---", "\n-> grease\n\n---");
    expect(await refusalOf(Buffer.from(changed, "latin1"))).toBe("corrupt");
  });

  it("is for others", async () => {
    const sealed = await encryptBytes([others.recipient], makeBytes(10));
    expect(await refusalOf(sealed)).toBe("wrong-recipient");
  });

  it.each([
    ["nothing", ""],
    ["another file", "PK\u0003\u0004 and so on"],
    ["a later version", "age-encryption.org/v2\n-> X25519 a\n"],
    ["armored", "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3Yx\n"],
  ])("is no age file: %s", async (_, text) => {
    expect(await refusalOf(Buffer.from(text))).toBe("not-age");
  });

  it("has a header without an end", async () => {
    const endless = `age-encryption.org/v1\n-> X25519 ${"a".repeat(100_000)}`;
    expect(await refusalOf(Buffer.from(endless))).toBe("corrupt");
  });

  it("never gives a byte, whichever bit is flipped and wherever it is cut", async () => {
    const sealed = Buffer.from(await encryptBytes([keys.recipient], makeBytes(140_000)));
    const bit = fc.nat({ max: sealed.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(bit, async (place) => {
        const flipped = Buffer.from(sealed);
        flipped.writeUInt8(flipped.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
        expect(await refusalOf(flipped)).not.toBe("read");
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sealed.length - 1 }), async (length) => {
        expect(await refusalOf(sealed.subarray(0, length))).not.toBe("read");
      }),
    );
  });

  it("never gives a byte where a bit of the header is flipped, one in five tried", async () => {
    const sealed = Buffer.from(await encryptBytes([keys.recipient], makeBytes(20)));
    for (let place = 0; place < payloadStart(sealed) * 8; place += 5) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(place >> 3) ^ (1 << (place & 7)), place >> 3);
      expect(await refusalOf(flipped)).not.toBe("read");
    }
  });
});

describe("the nonce of a chunk", () => {
  it("counts in eleven bytes and ends with the mark of the last", () => {
    const hex = (index: number, isLast: boolean) =>
      Buffer.from(makeChunkNonce(index, isLast)).toString("hex");
    expect(hex(0, false)).toBe("000000000000000000000000");
    expect(hex(0, true)).toBe("000000000000000000000001");
    expect(hex(0x01_02_03, false)).toBe("000000000000000001020300");
    expect(hex(2 ** 40 + 5, true)).toBe("000000000001000000000501");
  });
});
