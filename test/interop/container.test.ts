import { spawnSync } from "node:child_process";
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decryptBytes, encryptBytes } from "../../electron/services/age/small-files.ts";
import { openContainer } from "../../electron/services/container/open-container.ts";
import { writeContainer } from "../../electron/services/container/write-container.ts";
import { readDirectory } from "../../electron/services/zip/directory.ts";
import { CONTAINER_LIMITS } from "../../electron/services/zip/limits.ts";
import { ZipWriter } from "../../electron/services/zip/zip-writer.ts";
import { makeAgeKeys } from "../support/age-keys.ts";
import { temporaryFolder } from "../support/folder.ts";

/** The programs that a bureau without ours opens a package with, and the packages that they make. */

const folder = temporaryFolder();
const keys = await makeAgeKeys();
const keyFile = join(folder, "bureau.key");
writeFileSync(keyFile, `${keys.identity}\n`);

const text = Buffer.from("张三，中级\n".repeat(20_000));
const scan = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * at) >> 3));
const scanPath = join(folder, "scan.jpg");
writeFileSync(scanPath, scan);

const zeros = Buffer.alloc(1_048_576);

function run(command: string, ...options: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(command, options, { maxBuffer: 2 ** 26 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr.toString()}`);
  return stdout;
}

/** Every program that reads ZIP files finds this one whole. */
function expectWhole(zip: string): void {
  run("unzip", "-tqq", zip);
  run("bsdtar", "-xOf", zip);
  const answer = run("/usr/bin/python3", "-m", "zipfile", "-t", zip).toString();
  expect(answer.trim()).toBe("Done testing");
}

describe("a container of ours", () => {
  it("is opened by age, unzip, bsdtar and Python, with every byte", async () => {
    const path = join(folder, "ours.jcp");
    await writeContainer(path, [keys.recipient], async (zip) => {
      await zip.add({ name: "bagit.txt", method: "deflate", source: text });
      await zip.add({
        name: "data/attachments/scan.jpg",
        method: "store",
        source: { open: () => createReadStream(scanPath) },
      });
      await zip.add({ name: "data/empty.txt", method: "deflate", source: Buffer.alloc(0) });
    });
    const zip = join(folder, "ours.zip");
    run("age", "-d", "-i", keyFile, "-o", zip, path);
    expectWhole(zip);
    const target = join(folder, "unpacked");
    run("unzip", "-q", zip, "-d", target);
    expect(text.equals(readFileSync(join(target, "bag/bagit.txt")))).toBe(true);
    expect(scan.equals(readFileSync(join(target, "bag/data/attachments/scan.jpg")))).toBe(true);
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    "of %i bytes goes to age and comes from it",
    async (size) => {
      const plain = scan.subarray(0, size);
      const [sealed, opened] = [join(folder, "small.age"), join(folder, "small.bin")];
      writeFileSync(sealed, await encryptBytes([keys.recipient], plain));
      expect(plain.equals(run("age", "-d", "-i", keyFile, sealed))).toBe(true);
      writeFileSync(opened, plain);
      run("age", "-r", keys.recipient, "-o", sealed, opened);
      const result = await decryptBytes([keys.identity], readFileSync(sealed));
      expect(result.ok && plain.equals(result.bytes)).toBe(true);
    },
  );
});

describe("a container of Info-ZIP and age", () => {
  it("is opened", async () => {
    mkdirSync(join(folder, "bag/data"), { recursive: true });
    writeFileSync(join(folder, "bag/bagit.txt"), text);
    writeFileSync(join(folder, "bag/data/scan.jpg"), scan);
    const [zip, path] = [join(folder, "theirs.zip"), join(folder, "theirs.jcp")];
    const { status } = spawnSync("zip", ["-q", "-X", "-D", "-r", zip, "bag"], { cwd: folder });
    expect(status).toBe(0);
    run("age", "-r", keys.recipient, "-o", path, zip);
    const opened = await openContainer(path, [keys.identity]);
    if (!opened.ok) throw new Error(opened.code);
    expect(text.equals(await opened.container.read("bagit.txt"))).toBe(true);
    expect(scan.equals(await opened.container.read("data/scan.jpg"))).toBe(true);
    await opened.container.close();
  });
});

describe("a container beyond the short fields of ZIP", () => {
  it("of more than 65,535 entries is whole to all of them", async () => {
    const path = join(folder, "many.zip");
    const file = await open(path, "w");
    const pieces: Uint8Array[] = [];
    const zip = new ZipWriter((piece) => {
      pieces.push(piece);
      return Promise.resolve();
    });
    for (let index = 0; index < 65_600; index += 1) {
      await zip.add({ name: `data/${index}`, method: "store", source: Buffer.of(index & 0xff) });
    }
    await zip.finish();
    await file.writeFile(Buffer.concat(pieces));
    await file.close();
    expectWhole(path);
    expect(run("unzip", "-Z", "-h", path).toString()).toContain("65600");
  }, 120_000);

  it("of more than 4 GiB is read by unzip and by ours", async () => {
    const path = join(folder, "large.zip");
    const file = await open(path, "w+");
    let position = 0;
    const zip = new ZipWriter(async (piece) => {
      // Zeros become a hole, so that no disk has to hold 4 GiB.
      if (!zeros.equals(piece)) await file.write(piece, 0, piece.length, position);
      position += piece.length;
    });
    const known = { size: 0, crc32: 0, sha256: "" };
    for (; known.size <= 2 ** 32; known.size += zeros.length) {
      known.crc32 = crc32(zeros, known.crc32);
    }
    const pieces = known.size / zeros.length;
    const source = {
      open: () => Readable.from(Array.from({ length: pieces }, () => zeros)),
      known,
    };
    await zip.add({ name: "data/zeros.bin", method: "store", source });
    await zip.add({ name: "data/far.txt", method: "deflate", source: text });
    await zip.finish();
    expect(run("unzip", "-Z", path).toString()).toContain(` ${known.size} `);
    expect(text.equals(run("unzip", "-p", path, "bag/data/far.txt"))).toBe(true);

    const readBytes = async (start: number, length: number) => {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer;
    };
    const bytes = { size: position, readBytes, read: () => Readable.from([]) };
    const limits = { ...CONTAINER_LIMITS, entryBytes: known.size };
    const directory = await readDirectory(bytes, limits);
    expect(directory.entries.map(({ header }) => header.uncompressedSize)).toEqual([
      known.size,
      text.length,
    ]);
    const far = directory.entries[1]?.header;
    if (far === undefined) throw new Error("no second entry");
    expect(far.relativeOffsetOfLocalHeader).toBeGreaterThan(2 ** 32);
    const local = await directory.zip.readLocalFileHeaderPromise(far);
    expect(local.fileName.toString()).toBe("bag/data/far.txt");
    await file.close();
  }, 300_000);
});
