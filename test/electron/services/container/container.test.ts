import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Container,
  openContainer,
} from "../../../../electron/services/container/open-container.ts";
import { writeContainer } from "../../../../electron/services/container/write-container.ts";
import { sourceOnDisk } from "../../../../electron/services/zip/disk-source.ts";
import { CONTAINER_LIMITS } from "../../../../electron/services/zip/limits.ts";
import type { ZipWriter } from "../../../../electron/services/zip/zip-writer.ts";
import { makeAgeKeys } from "../../../support/age-keys.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const folder = temporaryFolder();
const bureau = await makeAgeKeys();
const unit = await makeAgeKeys();
const text = Buffer.from("张三，中级\n".repeat(20_000));
const scan = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) >> 3));
const scanPath = join(folder, "scan.jpg");
writeFileSync(scanPath, scan);

const opened: Container[] = [];
afterEach(async () => {
  for (const container of opened.splice(0)) await container.close();
});

async function open(path: string, identity = bureau.identity): Promise<Container> {
  const result = await openContainer(path, [identity]);
  if (!result.ok) throw new Error(result.code);
  opened.push(result.container);
  return result.container;
}

async function fillWithScan(zip: ZipWriter): Promise<void> {
  await zip.add({ name: "bagit.txt", method: "deflate", source: text });
  await zip.add({
    name: "data/attachments/scan.jpg",
    method: "store",
    source: sourceOnDisk(scanPath),
  });
  await zip.add({ name: "data/empty.txt", method: "deflate", source: Buffer.alloc(0) });
}

function knownFigures(bytes: Uint8Array) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { size: bytes.length, crc32: crc32(bytes), sha256 };
}

/** 5 MiB. */
function* zeros() {
  for (let piece = 0; piece < 80; piece += 1) yield Buffer.alloc(65_536);
}

describe("a container that was written", () => {
  it("gives every entry back, to each recipient", async () => {
    const path = join(folder, "both.jcp");
    await writeContainer(path, [bureau.recipient, unit.recipient], fillWithScan);
    for (const { identity } of [bureau, unit]) {
      const container = await open(path, identity);
      expect(container.entries).toEqual([
        { name: "bagit.txt", size: text.length },
        { name: "data/attachments/scan.jpg", size: scan.length },
        { name: "data/empty.txt", size: 0 },
      ]);
      expect(text.equals(await container.read("bagit.txt"))).toBe(true);
      expect(container.digest("bagit.txt")).toBe(knownFigures(text).sha256);
      const pieces: Uint8Array[] = [];
      for await (const piece of container.stream("data/attachments/scan.jpg")) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(scan)).toBe(true);
    }
  });

  it("is said with the size and the digest of the file", async () => {
    const path = join(folder, "said.jcp");
    const written = await writeContainer(path, [bureau.recipient], fillWithScan);
    const { size, sha256 } = knownFigures(readFileSync(path));
    expect(written).toEqual({ ok: true, size, sha256 });
  });

  it("says how far it is", async () => {
    const steps: number[] = [];
    await writeContainer(
      join(folder, "steps.jcp"),
      [bureau.recipient],
      async (zip) => {
        await zip.add({
          name: "data/zeros.bin",
          method: "store",
          source: { open: () => Readable.from(zeros()) },
        });
      },
      { onProgress: (bytes) => steps.push(bytes) },
    );
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBeGreaterThan(80 * 65_536);
  });

  it.skipIf(process.platform === "win32")("is for its owner alone", async () => {
    const path = join(folder, "private.jcp");
    await writeContainer(path, [bureau.recipient], fillWithScan);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("does not give what it has not", async () => {
    const path = join(folder, "missing.jcp");
    await writeContainer(path, [bureau.recipient], fillWithScan);
    const container = await open(path);
    await expect(async () => container.read("data/other.txt")).rejects.toThrow(RangeError);
    const small = await openContainer(path, [bureau.identity], {
      ...CONTAINER_LIMITS,
      wholeBytes: scan.length - 1,
    });
    if (!small.ok) throw new Error(small.code);
    opened.push(small.container);
    await expect(small.container.read("data/attachments/scan.jpg")).rejects.toThrow(RangeError);
  });
});

describe("a target", () => {
  it("is the old file at every moment until the new one is whole", async () => {
    const path = join(folder, "replaced.jcp");
    writeFileSync(path, "old");
    const seen = new Set<string>();
    function* pieces() {
      for (let piece = 0; piece < 64; piece += 1) {
        seen.add(readFileSync(path, "utf8"));
        yield Buffer.alloc(65_536, piece);
      }
    }
    await writeContainer(path, [bureau.recipient], async (zip) => {
      const source = { open: () => Readable.from(pieces()) };
      await zip.add({ name: "data/pieces.bin", method: "store", source });
    });
    expect([...seen]).toEqual(["old"]);
    expect((await open(path)).entries).toEqual([{ name: "data/pieces.bin", size: 64 * 65_536 }]);
  });
});

describe("a container that is open", () => {
  it("gives nothing of what is changed under it", async () => {
    const path = join(folder, "changed.jcp");
    await writeContainer(path, [bureau.recipient], async (zip) => {
      const source = { open: () => Readable.from(zeros()) };
      await zip.add({ name: "data/zeros.bin", method: "store", source });
    });
    const container = await open(path);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 100_000, 100_001));
    await expect(container.read("data/zeros.bin")).rejects.toThrow("corrupt");
    writeFileSync(path, bytes.subarray(0, 100_000));
    await expect(container.read("data/zeros.bin")).rejects.toThrow("corrupt");
  });

  it("was there to be opened, else the system's error says so", async () => {
    const opening = openContainer(join(folder, "none.jcp"), [bureau.identity]);
    await expect(opening).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("a container that cannot be written", () => {
  const path = join(folder, "never.jcp");

  afterEach(() => {
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  it.each([
    ["another size", { size: scan.length + 1 }],
    ["a smaller size", { size: scan.length - 1 }],
    ["another checksum", { crc32: 1 }],
  ])("names the scan that is not what was taken in: %s", async (_, change) => {
    const known = { ...knownFigures(scan), ...change };
    const written = await writeContainer(path, [bureau.recipient], async (zip) => {
      const source = sourceOnDisk(scanPath, known);
      await zip.add({ name: "data/scan.jpg", method: "store", source });
    });
    expect(written).toEqual({ ok: false, code: "source-changed", entry: "data/scan.jpg" });
  });

  it("names the scan that the disk does not give", async () => {
    const written = await writeContainer(path, [bureau.recipient], async (zip) => {
      const source = sourceOnDisk(join(folder, "gone.jpg"));
      await zip.add({ name: "data/scan.jpg", method: "store", source });
    });
    expect(written).toEqual({ ok: false, code: "source-unreadable", entry: "data/scan.jpg" });
  });

  it("stops when it is cancelled, however far it has come", async () => {
    const cancelAt = async (step: number) => {
      const controller = new AbortController();
      let count = 0;
      return writeContainer(
        path,
        [bureau.recipient],
        async (zip) => {
          function* pieces() {
            for (let piece = 0; piece < 64; piece += 1) {
              count += 1;
              if (count === step) controller.abort();
              yield Buffer.alloc(65_536);
            }
          }
          await zip.add({
            name: "data/zeros.bin",
            method: "store",
            source: { open: () => Readable.from(pieces()) },
          });
        },
        { signal: controller.signal },
      );
    };
    for (const step of [1, 64, 65, 100, 128]) {
      expect(await cancelAt(step)).toEqual({ ok: false, code: "cancelled" });
    }
  });

  it("passes on what the filling throws", async () => {
    const bug = new Error("bug");
    const writing = writeContainer(path, [bureau.recipient], () => Promise.reject(bug));
    await expect(writing).rejects.toBe(bug);
  });
});
