import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type VerifiedEntry, verifyContent } from "../../../../electron/services/zip/content.ts";
import { readDirectory } from "../../../../electron/services/zip/directory.ts";
import { ZipFault } from "../../../../electron/services/zip/fault.ts";
import { CONTAINER_LIMITS } from "../../../../electron/services/zip/limits.ts";
import { makeHostileZip } from "../../../support/hostile-zip.ts";
import { zipBytesOf } from "../../../support/zip-bytes.ts";

const text = Buffer.from("评审材料\n".repeat(50));
const zip = makeHostileZip([
  { name: "bag/bagit.txt", data: text, method: "deflate" },
  { name: "bag/data/a.jpg", data: Buffer.from("scan") },
]);

async function readZip(bytes: Buffer): Promise<readonly VerifiedEntry[] | string> {
  const source = zipBytesOf(bytes);
  try {
    return await verifyContent(source, await readDirectory(source, CONTAINER_LIMITS));
  } catch (error) {
    if (error instanceof ZipFault) return error.code;
    throw error;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("the reader of ZIP files", () => {
  it("gives each entry with its size and digest", async () => {
    expect(await readZip(zip)).toMatchObject([
      { name: "bag/bagit.txt", size: text.length, sha256: sha256Of(text) },
      { name: "bag/data/a.jpg", size: 4, sha256: sha256Of(Buffer.from("scan")) },
    ]);
  });

  it("refuses a file that is cut, wherever", async () => {
    for (let length = 0; length < zip.length; length += 1) {
      expect(await readZip(zip.subarray(0, length))).toBe("zip-mismatch");
    }
  });

  it("gives the data that was meant or none, whichever bit is flipped", async () => {
    let refused = 0;
    for (let bit = 0; bit < zip.length * 8; bit += 1) {
      const flipped = Buffer.from(zip);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const entries = await readZip(flipped);
      if (typeof entries === "string") refused += 1;
      else {
        expect(entries.map(({ sha256 }) => sha256)).toEqual([
          sha256Of(text),
          sha256Of(Buffer.from("scan")),
        ]);
      }
    }
    // What is left are versions and attributes, which nobody reads.
    expect(refused).toBeGreaterThan(zip.length * 8 * 0.75);
  });
});
