import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { verifyContent } from "../../../../electron/services/zip/content.ts";
import { readDirectory } from "../../../../electron/services/zip/directory.ts";
import { CONTAINER_LIMITS } from "../../../../electron/services/zip/limits.ts";
import { makeCentralHeader, makeEnd } from "../../../../electron/services/zip/records.ts";
import { ZipWriter } from "../../../../electron/services/zip/zip-writer.ts";
import { zipBytesOf } from "../../../support/zip-bytes.ts";

const text = Buffer.from("张三\n".repeat(1_000));
const GIB = 1_073_741_824;

async function write(fill: (zip: ZipWriter) => Promise<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const zip = new ZipWriter((piece) => {
    pieces.push(Buffer.from(piece));
    return Promise.resolve();
  });
  await fill(zip);
  await zip.finish();
  return Buffer.concat(pieces);
}

function textSource(...lengths: readonly number[]) {
  let taken = 0;
  const pieces = lengths.map((length) => text.subarray(taken, (taken += length)));
  return { open: () => Readable.from([...pieces, text.subarray(taken)]) };
}

describe("the writer of ZIP files", () => {
  it("makes the same bytes of the same content, however a file comes", async () => {
    const writeOnce = (source: Uint8Array | ReturnType<typeof textSource>) =>
      write(async (zip) => {
        await zip.add({ name: "bagit.txt", method: "deflate", source: text });
        await zip.add({ name: "data/a.txt", method: "store", source });
      });
    const first = await writeOnce(text);
    expect(first.equals(await writeOnce(text))).toBe(true);
    expect(first.equals(await writeOnce(textSource(1, 0, 700)))).toBe(true);
  });

  it("gives the figures of what it has written, to be kept", async () => {
    await write(async (zip) => {
      const figures = await zip.add({ name: "a.txt", method: "store", source: textSource(9) });
      const again = { ...textSource(10), known: figures };
      expect(await zip.add({ name: "b.txt", method: "store", source: again })).toEqual(figures);
      const deflated = await zip.add({ name: "c.txt", method: "deflate", source: text });
      expect(deflated).toEqual(figures);
    });
  });

  it.each(["../a.txt", "Data/a.txt", "data/证书.jpg", "/a.txt", "", "data/", "data/nul"])(
    "throws for the name %j",
    async (name) => {
      const adding = write((zip) => zip.add({ name, method: "store", source: text }));
      await expect(adding).rejects.toThrow(RangeError);
    },
  );

  it.each([
    ["zip-duplicate", "data/a.txt"],
    ["zip-collision", "data/a.txt/b.txt"],
    ["zip-collision", "data"],
  ])("throws for a name that is taken: %s", async (code, name) => {
    const adding = write(async (zip) => {
      await zip.add({ name: "data/a.txt", method: "store", source: text });
      await zip.add({ name, method: "store", source: text });
    });
    await expect(adding).rejects.toThrow(code);
  });

  it("writes one entry at a time, and nothing after a failure or the end", async () => {
    const zip = new ZipWriter(() => Promise.resolve());
    const first = zip.add({ name: "a.txt", method: "store", source: textSource() });
    await expect(zip.add({ name: "b.txt", method: "store", source: text })).rejects.toThrow("work");
    await expect(zip.finish()).rejects.toThrow("work");
    await first;
    await zip.finish();
    await expect(zip.add({ name: "c.txt", method: "store", source: text })).rejects.toThrow("work");
  });

  it("writes more entries than the short fields can count, and the reader reads them", async () => {
    const count = 65_537;
    const bytes = await write(async (zip) => {
      for (let index = 0; index < count; index += 1) {
        await zip.add({ name: `data/${index}`, method: "store", source: Buffer.of(index & 0xff) });
      }
    });
    const source = zipBytesOf(bytes);
    const directory = await readDirectory(source, { ...CONTAINER_LIMITS, entries: count });
    const verified = await verifyContent(source, directory);
    expect(verified).toHaveLength(count);
    expect(verified.at(-1)).toMatchObject({ name: `bag/data/${count - 1}`, size: 1 });
  });

  it("needs no ZIP64 for exactly 65,534 entries", () => {
    const figures = { directoryStart: 0, directorySize: 0 };
    expect(makeEnd({ entries: 65_534, ...figures })).toHaveLength(22);
    expect(makeEnd({ entries: 65_535, ...figures })).toHaveLength(98);
  });

  it("puts into the ZIP64 field only what the short fields cannot hold, in its order", () => {
    const entry = { name: "bag/a", method: "store", crc32: 0 } as const;
    const small = { ...entry, size: 5, packedSize: 5 };
    const large = { ...entry, size: 5 * GIB, packedSize: 5 * GIB };
    const fieldOf = (header: Buffer) => header.subarray(46 + entry.name.length);
    expect(fieldOf(makeCentralHeader(small, 5))).toHaveLength(0);
    const far = fieldOf(makeCentralHeader(small, 6 * GIB));
    expect([far.length, far.readBigUInt64LE(4)]).toEqual([12, BigInt(6 * GIB)]);
    const both = fieldOf(makeCentralHeader(large, 6 * GIB));
    expect([4, 12, 20].map((at) => Number(both.readBigUInt64LE(at)) / GIB)).toEqual([5, 5, 6]);
  });
});
