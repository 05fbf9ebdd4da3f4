import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { createKeyStore } from "../../../electron/services/keys/key-store.ts";
import { readBureauCardFile } from "../../../electron/services/trust/statement-file.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { type CliResult, jiceng } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/folder.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "correct horse battery";
const UNIT = join(FOLDER, "unit");
const BUREAU = join(FOLDER, "bureau");
const UNIT_FILE = join(FOLDER, "unit.json");
const REQUEST = join(FOLDER, "request.jce");
const CARD = join(FOLDER, "bureau.jcb");
const { unit } = inventUnit();

let fingerprints: { readonly unit: string; readonly bureau: string };
let copies = 0;

async function enrol(
  command: string,
  args: readonly string[],
  data: string,
  now = 0,
): Promise<CliResult> {
  const settings = { input: `${PASSPHRASE}\n`, now: () => now };
  return jiceng(["enrol", command, ...args, "--data", data], settings);
}

/** A data folder of its own for one test, with the same keys. */
function copyOf(data: string): string {
  copies += 1;
  const folder = join(FOLDER, `copy-${copies}`);
  cpSync(data, folder, { recursive: true });
  return folder;
}

async function makeStore(dataFolder: string, role: "unit" | "bureau"): Promise<string> {
  const created = await createKeyStore(dataFolder, { role, passphrase: PASSPHRASE, now: 0 });
  if (!created.ok) throw new Error(created.code);
  return fingerprintOf(created.keys.publicKeys.kid);
}

beforeAll(async () => {
  writeFileSync(UNIT_FILE, JSON.stringify(inventUnit()));
  fingerprints = {
    unit: await makeStore(UNIT, "unit"),
    bureau: await makeStore(BUREAU, "bureau"),
  };
  await enrol("request", [UNIT_FILE, "--to", REQUEST], UNIT);
  const profile = ["--id", "rc-hrss", "--name", "示例市人社局"];
  const limits = ["--address", "https://rsj.example.cn/files", "--largest-attachment", "5"];
  await enrol("card", ["--to", CARD, ...profile, ...limits], BUREAU);
});

describe("jiceng enrol request", () => {
  it("says which fingerprint is to be read out", async () => {
    const target = join(FOLDER, "again.jce");
    const { code, out } = await enrol("request", [UNIT_FILE, "--to", target], UNIT);
    expect(code).toBe(0);
    expect(out).toContain(`${target}：已生成${unit.name}的登记申请`);
    expect(out).toContain(`密钥指纹：${fingerprints.unit}`);
  });

  it("carries the unit's profile and no person", () => {
    const [, payload = ""] = readFileSync(REQUEST, "utf8").split(".");
    const request: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    const { id, name, creditCode } = unit;
    expect(request).toMatchObject({ unit: { id, name, creditCode } });
    for (const person of inventUnit().people) {
      expect(JSON.stringify(request)).not.toContain(person.name);
    }
  });

  it("does not write over a file unasked", async () => {
    const before = readFileSync(REQUEST);
    const { code, errors } = await enrol("request", [UNIT_FILE, "--to", REQUEST], UNIT);
    expect(code).toBe(1);
    expect(errors[0]).toContain("文件已存在，没有改动");
    expect(readFileSync(REQUEST)).toEqual(before);
  });

  it("is not for a bureau", async () => {
    const target = join(FOLDER, "no.jce");
    const { code, errors } = await enrol("request", [UNIT_FILE, "--to", target], BUREAU);
    expect(code).toBe(1);
    expect(errors[0]).toContain("这是人社局的数据文件夹，这个命令只供单位使用");
  });
});

describe("jiceng enrol accept", () => {
  it("takes nothing without a fingerprint, and shows the one to ask for on the telephone", async () => {
    const bureau = copyOf(BUREAU);
    const { code, out, errors } = await enrol("accept", [REQUEST], bureau);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(errors[0]).toBe(
      `${REQUEST}：还没有核对密钥指纹；请打电话由对方读出指纹，核对一致后再采用`,
    );
    expect(errors[1]).toBe(`文件的密钥指纹：${fingerprints.unit}`);
    expect(errors[2]).toContain(`请拨打${unit.name}的办公电话`);
    expect((await enrol("list", [], bureau)).out).toBe("还没有登记任何密钥\n");
  });

  it("takes a unit whose fingerprint was heard, however it is typed", async () => {
    const bureau = copyOf(BUREAU);
    const typed = fingerprints.unit.replaceAll(" ", "-");
    const { code, out } = await enrol("accept", [REQUEST, "--fingerprint", typed], bureau);
    expect(code).toBe(0);
    expect(out).toBe(
      `已登记：${unit.name}（${unit.id}），依据：电话核对指纹\n密钥指纹：${fingerprints.unit}\n`,
    );
    const listed = await enrol("list", ["--json"], bureau);
    expect(JSON.parse(listed.out)).toMatchObject([
      { id: unit.id, fingerprint: fingerprints.unit, revokedAt: null },
    ]);
  });

  it.each([
    ["of somebody else", () => fingerprints.bureau, "密钥指纹与文件中的不一致，没有采用"],
    ["of seven groups", () => fingerprints.unit.slice(0, 34), "密钥指纹应为8组、每组4位数字"],
  ])("refuses the fingerprint %s and does not show the right one", async (_, typed, said) => {
    const bureau = copyOf(BUREAU);
    const args = [REQUEST, "--fingerprint", typed()];
    const { code, errors } = await enrol("accept", args, bureau);
    expect(code).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(said);
    expect(errors[0]).not.toContain(fingerprints.unit);
    expect((await enrol("list", [], bureau)).out).toBe("还没有登记任何密钥\n");
  });

  it("refuses a file that was changed on the way, before it asks for the passphrase", async () => {
    const path = join(FOLDER, "changed.jce");
    const [header, payload = "", signature] = readFileSync(REQUEST, "utf8").split(".");
    const text = Buffer.from(payload, "base64url").toString().replace(unit.id, "u-999");
    writeFileSync(path, `${header}.${Buffer.from(text).toString("base64url")}.${signature}`);
    const { code, errors } = await jiceng(["enrol", "accept", path, "--data", BUREAU]);
    expect(code).toBe(1);
    expect(errors).toEqual([`${path}：签名不对，文件被改动过或不完整；请对方重新发送`]);
  });

  it("refuses a bureau card", async () => {
    const { code, errors } = await enrol("accept", [CARD], BUREAU);
    expect(code).toBe(1);
    expect(errors[0]).toContain("不是单位的登记申请文件（.jce）");
  });
});

describe("a unit that changed its keys", () => {
  it("is taken by the old key's word, or by the telephone alone; both fingerprints are shown", async () => {
    const bureau = copyOf(BUREAU);
    await enrol("accept", [REQUEST, "--fingerprint", fingerprints.unit], bureau);

    const renewed = copyOf(UNIT);
    const renewal = await jiceng(["keys", "renew", "--data", renewed, "--json"], {
      input: PASSPHRASE,
    });
    const { fingerprint } = JSON.parse(renewal.out) as { fingerprint: string };
    const next = join(FOLDER, "renewed.jce");
    await enrol("request", [UNIT_FILE, "--to", next], renewed);
    const taken = await enrol("accept", [next], bureau, 1_000);
    expect(taken.out).toContain("依据：原密钥签名交接");
    expect(taken.out).toContain(`密钥已更换，旧指纹：${fingerprints.unit}，从现在起停用`);
    expect(taken.out).toContain(`密钥指纹：${fingerprint}`);

    const fresh = join(FOLDER, "fresh");
    const freshFingerprint = await makeStore(fresh, "unit");
    const stranger = join(FOLDER, "fresh.jce");
    await enrol("request", [UNIT_FILE, "--to", stranger], fresh);
    const unasked = await enrol("accept", [stranger], bureau);
    expect(unasked.code).toBe(1);
    expect(unasked.errors[0]).toContain("密钥与登记的不同，没有采用");
    expect(unasked.errors[1]).toBe(`登记的密钥指纹：${fingerprint}`);
    expect(unasked.errors[2]).toBe(`文件的密钥指纹：${freshFingerprint}`);
    expect(unasked.errors[3]).toContain("--accept-change");

    const args = [stranger, "--fingerprint", freshFingerprint];
    expect((await enrol("accept", args, bureau)).code).toBe(1);
    const byCall = await enrol("accept", [...args, "--accept-change", "--json"], bureau, 2_000);
    expect(JSON.parse(byCall.out)).toMatchObject({
      as: "change",
      confirmedBy: "telephone",
      before: fingerprint,
      fingerprint: freshFingerprint,
    });

    const back = [REQUEST, "--fingerprint", fingerprints.unit, "--accept-change"];
    const again = await enrol("accept", back, bureau);
    expect(again.errors[0]).toContain("这个密钥已停用，不能再用");
  });
});

describe("jiceng enrol card", () => {
  it("keeps what was said before, and says what is new", async () => {
    const bureau = copyOf(BUREAU);
    const target = join(FOLDER, "next.jcb");
    const { code } = await enrol("card", ["--to", target, "--sm2"], bureau);
    expect(code).toBe(0);
    const read = await readBureauCardFile(readFileSync(target, "utf8"));
    expect(read).toMatchObject({
      statement: {
        bureau: { id: "rc-hrss", name: "示例市人社局" },
        addresses: ["https://rsj.example.cn/files"],
        asks: { sm2: true, largestAttachment: 5 * 1_048_576, largestPackage: 2_048 * 1_048_576 },
        serial: 2,
      },
    });
    await enrol("card", ["--to", target, "--no-sm2", "--overwrite"], bureau);
    const last = await readBureauCardFile(readFileSync(target, "utf8"));
    expect(last).toMatchObject({ statement: { asks: { sm2: false }, serial: 3 } });
  });

  it.each([
    ["no name for the first card", ["--id", "x"], 2, "请用 --id 和 --name 写明"],
    [
      "half a megabyte",
      ["--id", "x", "--name", "某局", "--largest-package", "0.5"],
      2,
      "应为不小于1的整数",
    ],
    [
      "an address that is none",
      ["--id", "x", "--name", "某局", "--address", "rsj"],
      1,
      "内容不合要求",
    ],
  ])("refuses %s", async (_, args, exitCode, said) => {
    const bureau = join(FOLDER, "without-card");
    cpSync(join(BUREAU, "keys"), join(bureau, "keys"), { recursive: true });
    const { code, errors } = await enrol("card", ["--to", join(FOLDER, "x.jcb"), ...args], bureau);
    expect(code).toBe(exitCode);
    expect(errors[0]).toContain(said);
  });
});

describe("jiceng enrol trust", () => {
  it("takes a card by its fingerprint, lists it, and stops it on the bureau's word", async () => {
    const data = copyOf(UNIT);
    const unasked = await enrol("trust", [CARD], data);
    expect(unasked.code).toBe(1);
    expect(unasked.errors[1]).toBe(`文件的密钥指纹：${fingerprints.bureau}`);
    const args = [CARD, "--fingerprint", fingerprints.bureau];
    const taken = await enrol("trust", args, data);
    expect(taken.out).toContain("已采用：示例市人社局（rc-hrss），依据：电话核对指纹");
    expect((await enrol("revoke", ["--unit", "u-001"], data)).code).toBe(2);
    const revoked = await enrol("revoke", ["--reason", "人社局来电"], data, 60_000);
    expect(revoked.out).toBe(`已停用人社局的密钥：${fingerprints.bureau}\n`);
    const listed = await enrol("list", [], data);
    expect(listed.out).toMatch(/rc-hrss +示例市人社局 .* 1970-01-01 08:00 +1970-01-01 08:01\n/);
    expect((await enrol("trust", args, data)).errors[0]).toContain("这个密钥已停用");
  });

  it("is not for a bureau", async () => {
    const { errors } = await enrol("trust", [CARD], BUREAU);
    expect(errors[0]).toContain("只供单位使用");
  });
});

describe("jiceng enrol revoke", () => {
  it("names the unit whose key is stopped, and refuses one that is not enrolled", async () => {
    const bureau = copyOf(BUREAU);
    await enrol("accept", [REQUEST, "--fingerprint", fingerprints.unit], bureau);
    expect((await enrol("revoke", [], bureau)).code).toBe(2);
    const unknown = await enrol("revoke", ["--unit", "u-999"], bureau);
    expect([unknown.code, unknown.errors[0]]).toEqual([
      1,
      "u-999：没有登记这个单位，或它的密钥已停用；请用 jiceng enrol list 核对单位编号",
    ]);
    const revoked = await enrol("revoke", ["--unit", unit.id, "--reason", "电脑被盗"], bureau);
    expect(revoked.out).toBe(`已停用${unit.id}的密钥：${fingerprints.unit}\n`);
  });
});

it("shows no name on either disk", async () => {
  const bureau = copyOf(BUREAU);
  await enrol("accept", [REQUEST, "--fingerprint", fingerprints.unit], bureau);
  for (const name of ["units.sealed", "own.sealed"]) {
    const bytes = readFileSync(join(bureau, "trust", name));
    for (const text of [unit.name, unit.id, "示例市人社局", "rsj.example.cn"]) {
      expect(bytes.includes(Buffer.from(text))).toBe(false);
    }
  }
});
