import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BAGIT_TEXT,
  bagInfoOf,
  type BagTexts,
  readBag,
  readBagInfo,
  writeBagInfo,
} from "../../../shared/submission/bag.ts";
import { readManifest, writeManifest } from "../../../shared/submission/manifest-lines.ts";
import { manifestWith } from "../../support/package-documents.ts";

const HASH = "0a".repeat(32);
const segment = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
const lines = fc.uniqueArray(fc.record({ path, sha256: hash }), {
  selector: (line) => line.path,
  minLength: 1,
  maxLength: 8,
});

describe("a manifest", () => {
  it("reads back as it was written", () => {
    fc.assert(
      fc.property(lines, (written) => {
        expect(readManifest(writeManifest(written))).toEqual(written);
      }),
    );
  });

  it("is refused or means something else after any byte was changed", () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(255), (written, at, byte) => {
        const bytes = Buffer.from(writeManifest(written));
        const place = at % bytes.length;
        fc.pre(bytes[place] !== byte);
        bytes[place] = byte;
        const read = readManifest(bytes.toString("latin1"));
        expect(read).not.toEqual(written);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["nothing", ""],
    ["a last line without its end", `${HASH}  data/a`],
    ["an upper-case hash", `${HASH.toUpperCase()}  data/a\n`],
    ["a short hash", `${HASH.slice(2)}  data/a\n`],
    ["one blank", `${HASH} data/a\n`],
    ["three blanks", `${HASH}   data/a\n`],
    ["a tab", `${HASH}\tdata/a\n`],
    ["sha256sum's mark of binary files", `${HASH} *data/a\n`],
    ["carriage returns", `${HASH}  data/a\r\n`],
    ["a blank line", `${HASH}  data/a\n\n`],
    ["the way up", `${HASH}  ../etc/passwd\n`],
    ["the way up from inside", `${HASH}  data/../../etc/passwd\n`],
    ["the root", `${HASH}  /etc/passwd\n`],
    ["a backslash", `${HASH}  data\\a\n`],
    ["a percent sign", `${HASH}  data/a%0a\n`],
    ["an upper-case name", `${HASH}  data/A\n`],
    ["a Chinese name", `${HASH}  data/附件\n`],
    ["a path twice", `${HASH}  data/a\n${"1b".repeat(32)}  data/a\n`],
    ["a line twice", `${HASH}  data/a\n${HASH}  data/a\n`],
  ])("is refused with %s", (_, text) => {
    expect(readManifest(text)).toBeNull();
  });

  it("is not written with a path that may not stand in a bag", () => {
    expect(() => writeManifest([{ path: "../a", sha256: HASH }])).toThrow(RangeError);
    expect(() => writeManifest([{ path: "data/a", sha256: "0A" }])).toThrow(RangeError);
  });
});

describe("bag-info.txt", () => {
  it("reads back as it was written, whatever the unit is called", () => {
    const name = fc
      .string({ unit: "grapheme", maxLength: 60 })
      .filter((text) => /\S/u.test(text) && !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(name, (unitName) => {
        const manifest = manifestWith({ unit: { id: "u-1", name: unitName, creditCode: null } });
        const labels = bagInfoOf(manifest, { bytes: 12, files: 3 });
        expect([...(readBagInfo(writeBagInfo(labels)) ?? [])]).toEqual(labels);
      }),
    );
  });

  it("names the sender, the recipient, and the place in the chain", () => {
    const manifest = manifestWith({ revision: 2, previous: HASH });
    expect(writeBagInfo(bagInfoOf(manifest, { bytes: 12, files: 3 }))).toBe(
      [
        "Source-Organization: 示例镇卫生院",
        "Internal-Sender-Identifier: u-001",
        `External-Identifier: ${manifest.id}`,
        "Bagging-Date: 2026-09-10",
        "Payload-Oxum: 12.3",
        "Submission-Year: 2026",
        "Submission-Revision: 2",
        "Submission-Recipient: bureau-1",
        `Submission-Recipient-Key: ${manifest.bureau.kid}`,
        `Previous-Tagmanifest-SHA256: ${HASH}`,
        "",
      ].join("\n"),
    );
  });

  it("is dated by the calendar day of those who made it", () => {
    const manifest = manifestWith({ createdAt: "2026-11-25T22:00:15Z" });
    const labels = new Map(bagInfoOf(manifest, { bytes: 1, files: 1 }));
    expect(labels.get("Bagging-Date")).toBe("2026-11-26");
  });

  it.each([
    ["a label twice", "A: 1\nA: 2\n"],
    ["a folded line", "A: 1\n  2\n"],
    ["no blank behind the colon", "A:1\n"],
    ["a blank at the end", "A: 1 \n"],
    ["carriage returns", "A: 1\r\n"],
    ["no end of line", "A: 1"],
    ["no value", "A: \n"],
    ["a blank line", "A: 1\n\n"],
  ])("is refused with %s", (_, text) => {
    expect(readBagInfo(text)).toBeNull();
  });
});

describe("a bag", () => {
  const PAYLOAD = ["data/a.json", "data/forms/b.xlsx"];
  const TAGS = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"];
  const PATHS = [...PAYLOAD, ...TAGS, "tagmanifest-sha256.txt", "signature.jws"];
  const manifestOf = (paths: readonly string[]) =>
    writeManifest(paths.map((one) => ({ path: one, sha256: HASH })));
  const TEXTS: BagTexts = {
    bagit: BAGIT_TEXT,
    bagInfo: "A: 1\n",
    manifest: manifestOf(PAYLOAD),
    tagManifest: manifestOf(TAGS),
  };
  const codeOf = (texts: Partial<BagTexts>, paths: readonly string[] = PATHS) => {
    const read = readBag({ ...TEXTS, ...texts }, paths);
    return read.ok ? "ok" : `${read.code} ${read.path}`;
  };

  it("gives the hash of every file that is covered", () => {
    const read = readBag(TEXTS, PATHS);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.lines.map((line) => line.path)).toEqual([...PAYLOAD, ...TAGS]);
  });

  it("may have a second signature", () => {
    expect(codeOf({}, [...PATHS, "signature.sm2"])).toBe("ok");
  });

  const REFUSED: readonly (readonly [string, Partial<BagTexts>, (readonly string[])?])[] = [
    ["bag-missing bagit.txt", { bagit: undefined }],
    ["bag-missing bag-info.txt", { bagInfo: undefined }],
    ["bag-missing manifest-sha256.txt", { manifest: undefined }],
    ["bag-missing tagmanifest-sha256.txt", { tagManifest: undefined }],
    ["bag-missing data/a.json", {}, PATHS.filter((one) => one !== "data/a.json")],
    ["bag-extra data/more.json", {}, [...PATHS, "data/more.json"]],
    [
      "bag-extra notes.txt",
      { tagManifest: manifestOf([...TAGS, "notes.txt"]) },
      [...PATHS, "notes.txt"],
    ],
    ["bag-extra signature.jws", { tagManifest: manifestOf([...TAGS, "signature.jws"]) }],
    ["bag-syntax bagit.txt", { bagit: BAGIT_TEXT.replace("1.0", "0.97") }],
    ["bag-syntax bagit.txt", { bagit: BAGIT_TEXT.replaceAll("\n", "\r\n") }],
    ["bag-syntax bag-info.txt", { bagInfo: "A\n" }],
    ["bag-syntax manifest-sha256.txt", { manifest: "" }],
    ["bag-syntax manifest-sha256.txt", { manifest: manifestOf([...PAYLOAD, "bagit.txt"]) }],
    ["bag-syntax tagmanifest-sha256.txt", { tagManifest: manifestOf([...TAGS, "data/a.json"]) }],
    ["bag-syntax tagmanifest-sha256.txt", { tagManifest: "x\n" }],
    [
      "bag-uncovered manifest-sha256.txt",
      { tagManifest: manifestOf(["bagit.txt", "bag-info.txt"]) },
    ],
    [
      "bag-uncovered bag-info.txt",
      { tagManifest: manifestOf(["bagit.txt", "manifest-sha256.txt"]) },
    ],
    ["bag-uncovered notes.txt", {}, [...PATHS, "notes.txt"]],
  ];

  it.each(REFUSED.map((one, index) => [one[0], index] as const))(
    "is refused: %s",
    (expected, index) => {
      const [, texts = {}, paths] = REFUSED[index] ?? [];
      expect(codeOf(texts, paths)).toBe(expected);
    },
  );
});
