import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  isUnfinished,
  replaceFile,
  sweepUnfinished,
  unfinishedName,
  writeDurably,
} from "../../../../electron/services/files/durable.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const folder = temporaryFolder();

describe("a file replaced as a whole", () => {
  it("keeps its old content until the new one is complete", async () => {
    const path = join(folder, "record.txt");
    await writeFile(path, "old");
    await replaceFile(path, async (file) => {
      await file.writeFile("new");
      expect(await readFile(path, "utf8")).toBe("old");
    });
    expect(await readFile(path, "utf8")).toBe("new");
  });

  it("keeps its old content, and leaves nothing beside it, where writing fails half-way", async () => {
    const path = join(folder, "failed.txt");
    await writeFile(path, "old");
    const writing = replaceFile(path, async (file) => {
      await file.writeFile("half of the new");
      throw new Error("no more");
    });
    await expect(writing).rejects.toThrow("no more");
    expect(await readFile(path, "utf8")).toBe("old");
    expect((await readdir(folder)).filter(isUnfinished)).toEqual([]);
  });

  it("may have the longest name that the disk takes", async () => {
    const names = [`${"名".repeat(84)}.x`, `${"名".repeat(84)}.y`];
    for (const name of names) await writeDurably(join(folder, name), name);
    for (const name of names) expect(await readFile(join(folder, name), "utf8")).toBe(name);
    await writeFile(unfinishedName(join(folder, names[0] ?? "")), "half");
    expect(await sweepUnfinished(folder, names[1])).toBe(0);
    expect(await sweepUnfinished(folder, names[0])).toBe(1);
  });

  it.skipIf(process.platform === "win32")(
    "is for its owner alone where it is a record",
    async () => {
      const path = join(folder, "private.txt");
      await writeDurably(path, "sealed");
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    },
  );
});

describe("what a crash left unfinished", () => {
  it("is removed, and nothing else", async () => {
    const target = join(folder, "kept.txt");
    await writeFile(target, "kept");
    await writeFile(unfinishedName(target), "half");
    expect(await sweepUnfinished(folder)).toBe(1);
    expect(await readFile(target, "utf8")).toBe("kept");
    expect(await sweepUnfinished(folder)).toBe(0);
  });

  it("is nothing in a folder that is not there", async () => {
    expect(await sweepUnfinished(join(folder, "missing"))).toBe(0);
  });
});
