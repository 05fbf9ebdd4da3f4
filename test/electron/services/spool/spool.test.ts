import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openSpool, type Spool } from "../../../../electron/services/spool/spool.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const FOLDER = temporaryFolder();
const HEAD = Buffer.from("age-encryption.org/v1\n");
const FILE = Buffer.concat([HEAD, randomBytes(100_000)]);
let cases = 0;
const opened: Spool[] = [];

afterEach(async () => {
  for (const spool of opened.splice(0)) await spool.empty();
});

async function freshSpool() {
  cases += 1;
  const dataFolder = join(FOLDER, `case-${cases}`);
  const spool = await openSpool(dataFolder);
  opened.push(spool);
  return { dataFolder, spool };
}

const filesIn = (dataFolder: string) => {
  try {
    return readdirSync(join(dataFolder, "spool"));
  } catch {
    return [];
  }
};

async function bring(spool: Spool, bytes = FILE): Promise<string> {
  const handle = await spool.begin("报送包.jcp", bytes.length);
  const half = 40_000;
  expect(await spool.append(handle, 0, bytes.subarray(0, half))).toEqual({ ok: true, size: half });
  expect(await spool.append(handle, half, bytes.subarray(half))).toMatchObject({ ok: true });
  return handle;
}

describe("a file that comes in", () => {
  it("is whole, byte by byte, with its hash", async () => {
    const { spool } = await freshSpool();
    const handle = await bring(spool);
    expect(spool.find(handle)).toBeNull();
    const sha256 = createHash("sha256").update(FILE).digest("hex");
    expect(await spool.finish(handle)).toEqual({ ok: true, size: FILE.length, sha256 });
    const found = spool.find(handle);
    expect(found).toMatchObject({ name: "报送包.jcp", size: FILE.length, sha256 });
    expect(readFileSync(found?.path ?? "")).toEqual(FILE);
  });

  it("is refused, and nothing of it written, where it is not encrypted", async () => {
    const { dataFolder, spool } = await freshSpool();
    const names = Buffer.from("张三,110101199003070011");
    const handle = await spool.begin("名单.csv", names.length);
    expect(await spool.append(handle, 0, names)).toEqual({ ok: false, code: "not-age" });
    for (const name of filesIn(dataFolder)) {
      expect(readFileSync(join(dataFolder, "spool", name))).toHaveLength(0);
    }
  });

  it("takes no piece twice, leaves none out, and none too much", async () => {
    const { spool } = await freshSpool();
    const handle = await spool.begin("a.jcp", 50);
    expect(await spool.append(handle, 0, FILE.subarray(0, 30))).toMatchObject({ ok: true });
    expect(await spool.append(handle, 0, FILE.subarray(0, 30))).toEqual({
      ok: false,
      code: "spool-order",
    });
    expect(await spool.append(handle, 40, FILE.subarray(40, 50))).toMatchObject({
      code: "spool-order",
    });
    expect(await spool.finish(handle)).toMatchObject({ code: "spool-size" });
    expect(await spool.append(handle, 30, FILE.subarray(30, 60))).toMatchObject({
      code: "spool-size",
    });
  });

  it("is gone when it is dropped, before and after it is whole", async () => {
    const { dataFolder, spool } = await freshSpool();
    const half = await spool.begin("a.jcp", 50);
    const whole = await bring(spool);
    await spool.finish(whole);
    await spool.abort(half);
    await spool.abort(whole);
    expect(filesIn(dataFolder)).toEqual([]);
    expect(spool.find(whole)).toBeNull();
  });

  it("makes the oldest give way where pages that were closed left theirs", async () => {
    const { dataFolder, spool } = await freshSpool();
    const first = await bring(spool);
    for (let index = 0; index < 4; index += 1) await spool.begin("b.jcp", 10);
    expect(filesIn(dataFolder)).toHaveLength(4);
    expect(await spool.finish(first)).toMatchObject({ code: "spool-unknown" });
  });

  it("is swept away at the next start where a crash left it", async () => {
    const { dataFolder, spool } = await freshSpool();
    await bring(spool);
    expect(filesIn(dataFolder)).toHaveLength(1);
    await openSpool(dataFolder);
    expect(filesIn(dataFolder)).toEqual([]);
  });
});

describe("a file that is read out", () => {
  it("comes piece by piece, the last one told as such", async () => {
    const { dataFolder, spool } = await freshSpool();
    mkdirSync(dataFolder, { recursive: true });
    const path = join(dataFolder, "package.jcp");
    writeFileSync(path, FILE);
    const { handle, size } = await spool.open(path);
    expect(size).toBe(FILE.length);
    const first = await spool.read(handle, 0, 60_000);
    const second = await spool.read(handle, 60_000, 60_000);
    expect(first).toMatchObject({ ok: true, isEnd: false });
    expect(second).toMatchObject({ ok: true, isEnd: true });
    const pieces = [first, second].map((one) => (one.ok ? one.bytes : new Uint8Array()));
    expect(Buffer.concat(pieces)).toEqual(FILE);
    await spool.close(handle);
    expect(await spool.read(handle, 0, 1)).toEqual({ ok: false, code: "spool-unknown" });
  });
});
