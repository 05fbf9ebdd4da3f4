import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createSealer,
  readSealedJson,
  writeSealedJson,
} from "../../../../electron/services/keys/sealer.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const FOLDER = temporaryFolder();
const sealer = createSealer(new Uint8Array(32).fill(1));
const TEXT = Buffer.from("张示例 110101199003074477");

describe("a sealer", () => {
  it("opens what it sealed, the empty text too", () => {
    expect(sealer.open("people", sealer.seal("people", TEXT))).toEqual(TEXT);
    expect(sealer.open("people", sealer.seal("people", new Uint8Array(0)))).toHaveLength(0);
  });

  it("never seals twice alike, and shows nothing of the text", () => {
    const [one, two] = [sealer.seal("people", TEXT), sealer.seal("people", TEXT)];
    expect(one).not.toEqual(two);
    expect(Buffer.from(one).includes(TEXT.subarray(0, 6))).toBe(false);
  });

  it("does not open what was sealed under another label or another master key", () => {
    const sealed = sealer.seal("people", TEXT);
    expect(sealer.open("units", sealed)).toBeNull();
    expect(createSealer(new Uint8Array(32).fill(2)).open("people", sealed)).toBeNull();
  });

  it("does not open what was changed, cut or lengthened anywhere", () => {
    const sealed = sealer.seal("people", TEXT);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open("people", changed)).toBeNull();
      expect(sealer.open("people", sealed.subarray(0, at))).toBeNull();
    }
    expect(sealer.open("people", Buffer.concat([sealed, Buffer.from([0])]))).toBeNull();
  });
});

describe("a sealed JSON file", () => {
  const path = join(FOLDER, "trust", "units.sealed");

  it("comes back as it was written, from a folder made for it", async () => {
    const data = { name: "示例镇卫生院", list: [1, null] };
    await writeSealedJson(sealer, path, "trust", data);
    expect(await readSealedJson(sealer, path, "trust")).toEqual({ ok: true, data });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).includes(Buffer.from("示例镇"))).toBe(false);
  });

  it("is told missing from damaged", async () => {
    const missing = await readSealedJson(sealer, join(FOLDER, "nix"), "trust");
    expect(missing).toEqual({ ok: false, code: "missing" });
    const damaged = join(FOLDER, "damaged");
    writeFileSync(damaged, readFileSync(path).subarray(1));
    expect(await readSealedJson(sealer, damaged, "trust")).toEqual({ ok: false, code: "damaged" });
    expect(await readSealedJson(sealer, path, "other")).toEqual({ ok: false, code: "damaged" });
  });
});
