import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptBytes } from "../../../../electron/services/age/small-files.ts";
import { openContainer } from "../../../../electron/services/container/open-container.ts";
import {
  type ContainerLimits,
  CONTAINER_LIMITS,
} from "../../../../electron/services/zip/limits.ts";
import { makeAgeKeys } from "../../../support/age-keys.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import {
  type HostileEntry,
  makeHostileZip,
  makeLocal,
  packedOf,
} from "../../../support/hostile-zip.ts";

const folder = temporaryFolder();
const bureau = await makeAgeKeys();

const text = Buffer.from("评审材料\n".repeat(50));
const bagit: HostileEntry = { name: "bag/bagit.txt", data: text, method: "deflate" };
const scan: HostileEntry = { name: "bag/data/a.jpg", data: Buffer.from("scan") };

const note: HostileEntry = { ...bagit, name: "bag/note.txt" };

async function codeOfFile(file: Uint8Array, limits?: Partial<ContainerLimits>): Promise<string> {
  const path = join(folder, "hostile.jcp");
  writeFileSync(path, file);
  const opened = await openContainer(path, [bureau.identity], { ...CONTAINER_LIMITS, ...limits });
  if (!opened.ok) return opened.code;
  await opened.container.close();
  return "opened";
}

/** What becomes of a ZIP file that its sender has encrypted as it should be. */
async function codeOf(zip: Uint8Array, limits?: Partial<ContainerLimits>): Promise<string> {
  return codeOfFile(await encryptBytes([bureau.recipient], zip), limits);
}

function named(name: string | Buffer): Buffer {
  return makeHostileZip([bagit, { name, data: Buffer.from("x") }]);
}

describe("a ZIP file made by hand", () => {
  it("is opened where nothing lies, so that each refusal below has its one reason", async () => {
    expect(await codeOf(makeHostileZip([bagit, scan]))).toBe("opened");
  });

  it("may have no entries: what is missing is the bag's business", async () => {
    expect(await codeOf(makeHostileZip([]))).toBe("opened");
  });

  it("may say that its names are UTF-8 and how hard it was packed, as Info-ZIP does", async () => {
    expect(await codeOf(makeHostileZip([{ ...bagit, both: { flags: 0x08_02 } }]))).toBe("opened");
  });
});

/** Sizes that stand in a ZIP64 field of a header. */
function inZip64(size: number, packedSize: number) {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packedSize), 12);
  return { size: 0xff_ff_ff_ff, packedSize: 0xff_ff_ff_ff, extra };
}

describe("sizes in ZIP64 fields", () => {
  const packedSize = packedOf(note).length;
  const good = inZip64(text.length, packedSize);

  it("are read, needed or not", async () => {
    expect(await codeOf(makeHostileZip([bagit, { ...note, both: good }]))).toBe("opened");
    expect(await codeOf(makeHostileZip([bagit, { ...note, local: good }]))).toBe("opened");
  });

  it.each([
    ["another size in the local one", { both: good, local: inZip64(text.length + 1, packedSize) }],
    ["another packed size in the local one", { both: good, local: inZip64(text.length, 1) }],
    ["a size that no file has", { both: inZip64(2 ** 60, packedSize) }],
    ["a field that is not asked for", { local: { extra: good.extra } }],
    ["a field cut short", { both: { ...good, extra: Buffer.from([1, 0, 1, 0, 0]) } }],
    ["two fields", { local: { ...good, extra: Buffer.concat([good.extra, good.extra]) } }],
  ])("are refused with %s", async (_, lie) => {
    expect(await codeOf(makeHostileZip([bagit, { ...note, ...lie }]))).toMatch(
      /^zip-(?:mismatch|too-big)$/,
    );
  });
});

describe("a name is refused", () => {
  it.each([
    ["that leaves the folder", "../../evil.sh"],
    ["that leaves the folder inside the root", "bag/data/../../evil.sh"],
    ["with a dot for a folder", "bag/./a.txt"],
    ["that is absolute", "/etc/cron.d/evil"],
    ["with backslashes", "bag\\data\\..\\..\\evil.exe"],
    ["with a drive", "C:/evil.exe"],
    ["of an NTFS stream", "bag/data/a.txt:x"],
    ["of a device", "bag/data/con.jpg"],
    ["of a device without an extension", "bag/data/lpt1"],
    ["of a device as a folder", "bag/nul/a.jpg"],
    ["with a NUL", "bag/data/a.jpg\0.exe"],
    ["with a line feed", "bag/data/a\nb.txt"],
    ["with an escape", "bag/data/\u001B[2Ja.txt"],
    ["with a space", "bag/data/a b.txt"],
    ["with a percent sign", "bag/data/a%0a.txt"],
    ["with a dot at the end, which Windows drops", "bag/data/a.jpg."],
    ["that begins with a dot", "bag/.hidden"],
    ["that begins with a hyphen", "bag/-rf"],
    ["in upper case", "bag/data/A.jpg"],
    ["with an empty segment", "bag//a.jpg"],
    ["that is empty", ""],
    ["longer than 200 bytes", `bag/${"a".repeat(197)}`],
    ["of more than six segments", "bag/a/b/c/d/e/f"],
  ])("%s", async (_, name) => {
    expect(await codeOf(named(name))).toBe("zip-name");
  });

  it.each([
    ["in UTF-8", Buffer.from("bag/data/证书.jpg", "utf8"), 0x08_00],
    ["in GBK", Buffer.from([...Buffer.from("bag/data/"), 0xd6, 0xa4, 0xca, 0xe9]), 0],
    ["in GBK that claims to be UTF-8", Buffer.from([...Buffer.from("bag/"), 0xd6, 0xa4]), 0x08_00],
    ["in decomposed letters", Buffer.from("bag/e\u0301.txt", "utf8"), 0x08_00],
  ])("that is not ASCII, %s", async (_, name, flags) => {
    const entry = { name, data: text, both: { flags } };
    expect(await codeOf(makeHostileZip([bagit, entry]))).toBe("zip-name");
  });

  it("that differs from another only by case", async () => {
    const pair = ["bag/data/a1.json", "bag/data/A1.json"].map((name) => ({ name, data: text }));
    expect(await codeOf(makeHostileZip(pair))).toBe("zip-name");
  });

  it("whose second form in a Unicode path field is another", async () => {
    const other = Buffer.from("bag/evil.exe");
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x70_75, 0);
    field.writeUInt16LE(5 + other.length, 2);
    field.writeUInt8(1, 4);
    const extra = Buffer.concat([field, other]);
    expect(await codeOf(makeHostileZip([{ ...bagit, both: { extra } }]))).toBe("zip-mismatch");
  });
});

describe("two entries are refused", () => {
  it("of one name", async () => {
    expect(await codeOf(makeHostileZip([bagit, scan, scan]))).toBe("zip-duplicate");
  });

  it("where one is a file and a folder at once, in either order", async () => {
    const inside = { name: "bag/data/a.jpg/b.jpg", data: text };
    expect(await codeOf(makeHostileZip([scan, inside]))).toBe("zip-collision");
    expect(await codeOf(makeHostileZip([inside, scan]))).toBe("zip-collision");
  });

  it("that lie in two roots", async () => {
    expect(await codeOf(named("other/x.txt"))).toBe("zip-roots");
  });

  it("where one stands beside the root", async () => {
    expect(await codeOf(named("readme.txt"))).toBe("zip-roots");
    expect(await codeOf(named("bag"))).toBe("zip-roots");
  });
});

describe("an entry is refused that is no plain file", () => {
  it.each([
    ["a symbolic link", { mode: 0o120_777 }],
    ["a device", { mode: 0o060_666 }],
    ["a pipe", { mode: 0o010_666 }],
    ["a folder by its mode", { mode: 0o040_755 }],
    ["a folder by its attributes", { attributes: 0x10 }],
    ["a volume label", { attributes: 0x08 }],
    ["set to run as its owner", { mode: 0o104_755 }],
    ["set to run as its group", { mode: 0o102_755 }],
    ["encrypted", { both: { flags: 1 } }],
    ["strongly encrypted with its header masked", { both: { flags: 0x20_01 } }],
    ["packed in an unknown way", { both: { method: 12 } }],
  ])("%s", async (_, lie) => {
    expect(await codeOf(makeHostileZip([bagit, { ...scan, ...lie }]))).toBe("zip-type");
  });

  it("a folder by its name", async () => {
    expect(await codeOf(named("bag/data/"))).toBe("zip-type");
  });

  it("strongly encrypted", async () => {
    const entry = { ...scan, both: { flags: 0x41 } };
    expect(await codeOf(makeHostileZip([bagit, entry]))).toBe("zip-mismatch");
  });
});

describe("a bomb is refused before it is unpacked", () => {
  it("that is honest about the size of an entry", async () => {
    const bomb = { ...bagit, both: { size: CONTAINER_LIMITS.entryBytes + 1 } };
    expect(await codeOf(makeHostileZip([bomb]))).toBe("zip-too-big");
  });

  it("that is honest about the size of all", async () => {
    const limits = { totalBytes: text.length * 2 };
    expect(await codeOf(makeHostileZip([bagit, scan]), limits)).toBe("opened");
    const third = { ...bagit, name: "bag/other.txt" };
    expect(await codeOf(makeHostileZip([bagit, scan, third]), limits)).toBe("zip-too-big");
  });

  it("that is honest about its ratio", async () => {
    const zeros = {
      name: "bag/zeros.txt",
      data: Buffer.alloc(2_000_000),
      method: "deflate",
    } as const;
    expect(await codeOf(makeHostileZip([zeros]))).toBe("zip-too-big");
    expect(await codeOf(makeHostileZip([zeros]), { ratio: 1_032 })).toBe("opened");
  });

  it("that has too many entries", async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ name: `bag/${index}`, data: text }));
    expect(await codeOf(makeHostileZip(many), { entries: 10 })).toBe("zip-too-big");
    expect(await codeOf(makeHostileZip(many), { entries: 11 })).toBe("opened");
  });

  it("that says it is small and is not", async () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    expect(await codeOf(makeHostileZip([{ ...bagit, packed }]))).toBe("zip-mismatch");
  });

  it("whose file is too big as it is", async () => {
    expect(await codeOf(makeHostileZip([bagit]), { fileBytes: 100 })).toBe("too-big");
  });
});

describe("a contradiction is refused", () => {
  const lies: readonly (readonly [string, HostileEntry])[] = [
    ["two names", { ...scan, local: { name: Buffer.from("bag/data/b.jpg") } }],
    ["two sizes", { ...note, local: { size: text.length + 1 } }],
    ["two packed sizes", { ...note, local: { packedSize: 7 } }],
    ["two checksums", { ...scan, local: { crc32: 7 } }],
    ["two methods", { ...note, local: { method: 0 } }],
    ["two sets of flags", { ...scan, local: { flags: 0x08_00 } }],
    ["two times", { ...scan, local: { time: 7 } }],
    ["two dates", { ...scan, local: { date: 0x00_22 } }],
    ["a checksum that is not the data's", { ...scan, both: { crc32: 7 } }],
    ["a size smaller than the data's", { ...note, both: { size: text.length - 1 } }],
    ["a size larger than the data's", { ...note, both: { size: text.length + 1 } }],
    ["a stored file of two sizes", { ...scan, both: { size: 3 } }],
    ["data that is not deflated", { ...note, packed: Buffer.from("nothing of the kind") }],
    ["deflated data cut short", { ...note, packed: packedOf(note).subarray(0, -2) }],
    ["bytes behind deflated data", { ...note, packed: Buffer.concat([packedOf(note), text]) }],
    ["a descriptor behind the data", { ...scan, both: { flags: 8 }, local: { crc32: 0 } }],
    ["a comment on an entry", { ...scan, comment: Buffer.from("read me") }],
    ["an extra field of both headers", { ...scan, both: { extra: Buffer.from([1, 2, 0, 0]) } }],
    [
      "an extra field of the local header",
      { ...scan, local: { extra: Buffer.from([1, 2, 0, 0]) } },
    ],
    ["an extra field that runs out", { ...scan, local: { extra: Buffer.from([1, 0, 9, 0, 1]) } }],
    ["bytes before an entry", { ...scan, gap: Buffer.from("hidden") }],
    ["a start inside another entry", { ...scan, start: 3 }],
    ["a start far beyond the end", { ...scan, start: 0x7f_ff_ff_ff }],
    ["a file that is longer than the container", { ...scan, both: { size: 500, packedSize: 500 } }],
  ];

  it.each(lies)("%s", async (_, entry) => {
    expect(await codeOf(makeHostileZip([bagit, entry]))).toBe("zip-mismatch");
  });

  it("two entries over the same data", async () => {
    const twin = { ...bagit, name: "bag/twin.txt", start: 0, isUnwritten: true };
    const local = { name: Buffer.from("bag/twin.txt") };
    expect(await codeOf(makeHostileZip([bagit, twin]))).toBe("zip-mismatch");
    expect(await codeOf(makeHostileZip([{ ...bagit, local }, twin]))).toBe("zip-mismatch");
  });

  it("an entry that quotes the one behind it (Fifield's overlap)", async () => {
    const inner: HostileEntry = { name: "bag/inner.txt", data: text, method: "deflate" };
    const quoted = makeLocal(inner);
    const quote = Buffer.from([0, quoted.length, 0, ~quoted.length & 0xff, 0xff]);
    const packed = Buffer.concat([quote, quoted, packedOf(inner)]);
    const data = inflateRawSync(packed);
    expect(data.equals(Buffer.concat([quoted, text]))).toBe(true);
    const outer = { name: "bag/outer.txt", data, method: "deflate", packed } as const;
    const start = makeLocal(outer).length + quote.length;
    const overlapping = makeHostileZip([outer, { ...inner, start, isUnwritten: true }]);
    expect(await codeOf(overlapping)).toBe("zip-mismatch");
  });

  it.each([
    ["bytes before the first entry", { before: Buffer.from("#!/bin/sh\n") }],
    ["bytes behind the end", { after: Buffer.from("x") }],
    ["bytes before the directory", { between: Buffer.from("hidden") }],
    ["a comment", { comment: Buffer.from("read me") }],
    ["an end inside the comment", { comment: makeHostileZip([]) }],
    ["fewer entries than there are", { count: 1 }],
    ["more entries than there are", { count: 3 }],
    ["entries on another disk", { countOnDisk: 1 }],
    ["another disk", { disk: 1 }],
    ["another start of the directory", { directoryStart: 3 }],
    ["another size of the directory", { directorySize: 3 }],
  ])("%s", async (_, lie) => {
    expect(await codeOf(makeHostileZip([bagit, scan], lie))).toBe("zip-mismatch");
  });

  it("a ZIP file that was cut before it was encrypted", async () => {
    const zip = makeHostileZip([bagit, scan]);
    expect(await codeOf(zip.subarray(0, -1))).toBe("zip-mismatch");
    expect(await codeOf(zip.subarray(0, zip.length >> 1))).toBe("zip-mismatch");
  });

  it("something else that was encrypted", async () => {
    expect(await codeOf(Buffer.from("a letter"))).toBe("zip-mismatch");
    expect(await codeOf(Buffer.alloc(0))).toBe("zip-mismatch");
  });
});

describe("what the encryption guards", () => {
  it("is refused with the code of age", async () => {
    const file = Buffer.from(await encryptBytes([bureau.recipient], makeHostileZip([bagit, scan])));
    const others = await makeAgeKeys();
    expect(await codeOfFile(await encryptBytes([others.recipient], file))).toBe("wrong-recipient");
    expect(await codeOfFile(makeHostileZip([bagit]))).toBe("not-age");
    expect(await codeOfFile(Buffer.alloc(0))).toBe("not-age");
    expect(await codeOfFile(Buffer.concat([file, Buffer.from("x")]))).toBe("corrupt");
    expect(await codeOfFile(file.subarray(0, -1))).toBe("corrupt");
  });

  it("never opens, whichever bit is flipped and wherever it is cut", async () => {
    const noise = Buffer.from(
      Uint8Array.from({ length: 200_000 }, (_, index) => (index * index) >> 5),
    );
    const zip = makeHostileZip([
      bagit,
      { name: "bag/data/noise.jpg", data: noise },
      { name: "bag/data/noise.txt", data: noise, method: "deflate" },
    ]);
    const file = Buffer.from(await encryptBytes([bureau.recipient], zip));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length * 8 - 1 }), async (bit) => {
        const flipped = Buffer.from(file);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(await codeOfFile(flipped)).toMatch(/^(?:not-age|wrong-recipient|corrupt)$/);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (length) => {
        expect(await codeOfFile(file.subarray(0, length))).toMatch(/^(?:not-age|corrupt)$/);
      }),
    );
  });
});
