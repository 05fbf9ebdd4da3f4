import { describe, expect, test } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import {
  attachmentName,
  checkFile,
  FILE_TYPES,
  type FileType,
  fileRulesOf,
  sayBytes,
  sniffType,
} from "../../../renderer/widgets/attachments/attachment-files.ts";

const RULES = fileRulesOf(SHANDONG_2020);

function fileOf(type: FileType): Uint8Array {
  return Uint8Array.from([...FILE_TYPES[type].magic[0], 1, 2, 3]);
}

describe("a file offered as an attachment", () => {
  test.each(["jpg", "png", "gif", "pdf"] as const)("is taken in when it is truly a %s", (type) => {
    expect(sniffType(fileOf(type))).toBe(type);
    expect(checkFile(`学历证书.${type.toUpperCase()}`, fileOf(type), RULES)).toEqual({
      ok: true,
      type,
    });
  });

  test("may end in .jpeg, or in nothing as a pasted picture does", () => {
    expect(checkFile("a.jpeg", fileOf("jpg"), RULES).ok).toBe(true);
    expect(checkFile("image", fileOf("png"), RULES).ok).toBe(true);
  });

  test("is refused when its bytes are not what its name says", () => {
    const why = { ok: false, why: "disguised" };
    expect(checkFile("a.jpg", fileOf("png"), RULES)).toEqual(why);
    expect(checkFile("a.pdf", new TextEncoder().encode("<html>"), RULES)).toEqual(why);
    expect(checkFile("a.exe", fileOf("pdf"), RULES)).toEqual(why);
  });

  test("is refused when its type is not on the pack's list", () => {
    const why = { ok: false, why: "not-allowed" };
    expect(checkFile("a.docx", new TextEncoder().encode("PK"), RULES)).toEqual(why);
    expect(checkFile("a.gif", fileOf("gif"), { ...RULES, types: ["pdf"] })).toEqual(why);
  });

  test("is refused when it is empty or larger than the pack allows, and taken at exactly that", () => {
    expect(checkFile("a.pdf", new Uint8Array(), RULES)).toEqual({ ok: false, why: "empty" });
    const size = fileOf("pdf").length;
    const rules = { ...RULES, maxBytes: size };
    expect(checkFile("a.pdf", fileOf("pdf"), rules).ok).toBe(true);
    expect(checkFile("a.pdf", fileOf("pdf"), { ...rules, maxBytes: size - 1 })).toEqual({
      ok: false,
      why: "too-large",
    });
  });
});

test("the pack's rules are 5 MB and the four types that can be shown", () => {
  expect(RULES).toEqual({ types: ["jpg", "png", "gif", "pdf"], maxBytes: 5 * 1024 * 1024 });
});

test("an attachment is named after its file without the ending", () => {
  expect(attachmentName("王秀兰 毕业证.扫描.pdf")).toBe("王秀兰 毕业证.扫描");
  expect(attachmentName(".png")).toBe(".png");
  expect(attachmentName("a".repeat(300)).length).toBe(200);
});

test("a size is said in kilobytes below one megabyte, and never as none", () => {
  expect([1, 340 * 1024, 1024 * 1024, 5_242_880].map(sayBytes)).toEqual([
    "1 KB",
    "340 KB",
    "1.0 MB",
    "5.0 MB",
  ]);
});
