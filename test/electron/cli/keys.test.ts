import { createPublicKey } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { jiceng } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/folder.ts";

const FOLDER = temporaryFolder();
const DATA = join(FOLDER, "unit");
const PASSPHRASE = "correct horse battery";
const NEW_PASSPHRASE = "staple of another kind";
const NOW = Date.UTC(2026, 10, 23, 16, 30);

interface Created {
  readonly kid: string;
  readonly fingerprint: string;
  readonly recoveryCode: string;
}

let created: Created;
let copies = 0;

beforeAll(async () => {
  const args = ["keys", "create", "--role", "unit", "--data", DATA, "--json"];
  const { code, out } = await jiceng(args, { input: `${PASSPHRASE}\n`, now: () => NOW });
  expect(code).toBe(0);
  created = JSON.parse(out) as Created;
});

/** A data folder of its own for one test, with the same keys. */
function copyOfData(): string {
  copies += 1;
  const folder = join(FOLDER, `copy-${copies}`);
  cpSync(DATA, folder, { recursive: true });
  return folder;
}

function save(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

describe("jiceng keys create", () => {
  it("shows fingerprint and recovery code, and says what to do with the code", async () => {
    const folder = join(FOLDER, "bureau");
    const file = save("passphrase.txt", `\uFEFF${PASSPHRASE}\r\n`);
    const args = [
      "keys",
      "create",
      "--role",
      "人社局",
      "--data",
      folder,
      "--passphrase-file",
      file,
    ];
    const { code, out, errors } = await jiceng(args);
    expect(code).toBe(0);
    expect(errors).toEqual([]);
    expect(out).toContain(`${folder}：已建立人社局的密钥`);
    expect(out).toMatch(/密钥指纹：(\d{4} ){7}\d{4}\n/);
    expect(out.match(/^ {4}(\d{3} ){5}\d{3}$/gm)).toHaveLength(4);
    expect(out).toContain("抄好后运行 jiceng keys rehearse");
    expect(out).not.toContain(PASSPHRASE);
  });

  it("does not touch keys that are there", async () => {
    const before = readFileSync(join(DATA, "keys", "key-store.json"));
    const args = ["keys", "create", "--role", "unit", "--data", DATA];
    const { code, errors } = await jiceng(args, { input: `${PASSPHRASE}\n` });
    expect(code).toBe(1);
    expect(errors).toEqual([`${DATA}：已经有密钥，没有改动；要更换密钥，请用 jiceng keys renew`]);
    expect(readFileSync(join(DATA, "keys", "key-store.json"))).toEqual(before);
  });

  it.each([
    ["a short passphrase", ["--role", "unit"], "too short\n", 1, "口令太短，至少12个字"],
    ["no passphrase at all", ["--role", "unit"], "", 1, "没有读到新口令"],
    ["a role that there is not", ["--role", "school"], "", 2, "--role 应为 unit（单位）或 bureau"],
    ["no role", [], "", 2, "role"],
  ])("refuses %s and makes nothing", async (_, given, input, exitCode, said) => {
    const folder = join(FOLDER, "nothing");
    const { code, errors } = await jiceng(["keys", "create", "--data", folder, ...given], {
      input,
    });
    expect(code).toBe(exitCode);
    expect(errors[0]).toContain(said);
    expect((await jiceng(["keys", "show", "--data", folder])).errors[0]).toContain(
      "还没有建立密钥",
    );
  });

  it("refuses an empty passphrase file, naming it", async () => {
    const file = save("empty.txt", "\n");
    const args = ["--data", join(FOLDER, "nothing"), "--passphrase-file", file];
    const { code, errors } = await jiceng(["keys", "create", "--role", "unit", ...args]);
    expect(code).toBe(1);
    expect(errors).toEqual([`${file}：文件是空的，应写有口令或恢复码`]);
  });
});

describe("jiceng keys show", () => {
  it("tells the public half without a passphrase, in the clerk's time", async () => {
    const { code, out } = await jiceng(["keys", "show", "--data", DATA]);
    expect(code).toBe(0);
    expect(out).toContain(created.fingerprint);
    expect(out).toContain(created.kid);
    expect(out).toMatch(/阅读公钥（age） +age1[0-9a-z]{58}\n/);
    expect(out).toMatch(/建立时间 +2026-11-24 00:30（北京时间）/);
    expect(out).toContain("还没有；请运行 jiceng keys rehearse");
  });

  it("tells the same as JSON, and no secret", async () => {
    const { out } = await jiceng(["keys", "show", "--data", DATA, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      role: "unit",
      fingerprint: created.fingerprint,
      publicKeys: { kid: created.kid },
      createdAt: "2026-11-23T16:30:00Z",
      rehearsedAt: null,
      slots: ["passphrase", "recovery"],
    });
    expect(out).not.toContain("SECRET");
  });

  it("gives the signing key as PEM", async () => {
    const { out } = await jiceng(["keys", "show", "--data", DATA, "--pem", "signing"]);
    expect(createPublicKey(out).asymmetricKeyType).toBe("ed25519");
    const { code, errors } = await jiceng(["keys", "show", "--data", DATA, "--pem", "rsa"]);
    expect(code).toBe(2);
    expect(errors[0]).toContain("--pem 应为 signing 或 sm2");
  });

  it("uses the platform's own place where no folder is named", async () => {
    const env = { XDG_DATA_HOME: join(FOLDER, "xdg"), APPDATA: join(FOLDER, "xdg") };
    cpSync(DATA, join(FOLDER, "xdg", "jiceng"), { recursive: true });
    if (process.platform === "darwin") return;
    const { out } = await jiceng(["keys", "show", "--json"], { env });
    expect(JSON.parse(out)).toMatchObject({ fingerprint: created.fingerprint });
  });

  it("tells a damaged key file from one of a newer program", async () => {
    const folder = copyOfData();
    const path = join(folder, "keys", "key-store.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.slice(0, 300));
    const damaged = await jiceng(["keys", "show", "--data", folder]);
    expect([damaged.code, damaged.errors[0]]).toEqual([
      1,
      `${folder}：密钥文件已损坏或被改动，没有打开；请用备份中的 keys 文件夹恢复它`,
    ]);
    writeFileSync(path, text.replace("jiceng.keys/1", "jiceng.keys/3"));
    const newer = await jiceng(["keys", "show", "--data", folder]);
    expect(newer.errors[0]).toContain("请升级程序");
  });
});

describe("jiceng keys rehearse", () => {
  it("proves the code that was copied down, from a file in lines", async () => {
    const folder = copyOfData();
    const file = save("code.txt", `${created.recoveryCode}\n`);
    const args = ["keys", "rehearse", "--data", folder, "--recovery-code-file", file];
    const { code, out } = await jiceng(args, { now: () => NOW });
    expect([code, out]).toEqual([0, `${folder}：恢复码正确，能打开密钥；密钥建立完毕\n`]);
    const shown = await jiceng(["keys", "show", "--data", folder, "--json"]);
    expect(JSON.parse(shown.out)).toMatchObject({ rehearsedAt: "2026-11-23T16:30:00Z" });
  });

  it("names the groups that were copied wrongly", async () => {
    const groups = created.recoveryCode.split(/\s/);
    const wrong = groups.with(2, "12").with(9, `${groups[9]}0`);
    const { code, errors } = await jiceng(["keys", "rehearse", "--data", DATA], {
      input: `${wrong.join(" ")}\n`,
    });
    expect(code).toBe(1);
    expect(errors).toEqual([`${DATA}：恢复码第3、10组有误；请对照抄写的恢复码重新输入这几组`]);
  });
});

describe("jiceng keys change-passphrase", () => {
  it("takes the old and the new one from stdin, a line each", async () => {
    const folder = copyOfData();
    const args = ["keys", "change-passphrase", "--data", folder];
    const { code, out } = await jiceng(args, { input: `${PASSPHRASE}\n${NEW_PASSPHRASE}\n` });
    expect([code, out]).toEqual([0, `${folder}：已改口令，旧口令作废；恢复码不变\n`]);
    const old = await jiceng(["enrol", "list", "--data", folder], { input: `${PASSPHRASE}\n` });
    expect(old.errors[0]).toContain("口令不对");
    const list = await jiceng(["enrol", "list", "--data", folder], { input: NEW_PASSPHRASE });
    expect([list.code, list.out]).toEqual([0, "还没有登记任何密钥\n"]);
  });

  it("does not ask for a new one where the old one is wrong", async () => {
    const args = ["keys", "change-passphrase", "--data", DATA];
    const { code, errors } = await jiceng(args, { input: "not the passphrase\n" });
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${DATA}：口令不对；请重新输入，忘记口令的请用恢复码（jiceng keys recover）`,
    ]);
  });
});

describe("jiceng keys recover", () => {
  it("sets a new passphrase by the recovery code, and on request a new code", async () => {
    const folder = copyOfData();
    const code = created.recoveryCode.replaceAll("\n", " ");
    const args = ["keys", "recover", "--data", folder, "--new-code"];
    const recovered = await jiceng(args, { input: `${code}\n${NEW_PASSPHRASE}\n` });
    expect(recovered.code).toBe(0);
    expect(recovered.out).toContain("新口令已生效");
    expect(recovered.out.match(/^ {4}(\d{3} ){5}\d{3}$/gm)).toHaveLength(4);
    const again = await jiceng(["keys", "rehearse", "--data", folder], { input: `${code}\n` });
    expect(again.errors[0]).toContain("恢复码不是这套密钥的");
  });
});

describe("jiceng keys renew", () => {
  it("shows both fingerprints and what is to be done next", async () => {
    const folder = copyOfData();
    const args = ["keys", "renew", "--data", folder];
    const { code, out } = await jiceng(args, { input: `${PASSPHRASE}\n` });
    expect(code).toBe(0);
    expect(out).toContain(`旧指纹：${created.fingerprint}`);
    expect(out).toMatch(/新指纹：(\d{4} ){7}\d{4}\n/);
    expect(out).not.toContain(`新指纹：${created.fingerprint}`);
    expect(out).toContain("请用 jiceng enrol request 重新生成登记申请");
  });
});

describe("jiceng keys called wrongly", () => {
  it.each([
    [["keys"], "请写明命令：keys create、"],
    [["keys", "delete"], "不认识的命令：keys delete；可用的命令：keys create、"],
    [["keys", "show", "now"], "now"],
    [["keys", "create", "--passphrase", "x"], "passphrase"],
  ])("%j ends with 2", async (args, said) => {
    const { code, errors } = await jiceng(args);
    expect(code).toBe(2);
    expect(errors[0]).toContain(said);
  });

  it("is explained under --help, as is each of its commands", async () => {
    const { code, out } = await jiceng(["keys", "--help"]);
    expect(code).toBe(0);
    for (const name of ["create", "show", "rehearse", "change-passphrase", "recover", "renew"]) {
      expect(out).toContain(`jiceng keys ${name}`);
      const help = await jiceng(["keys", name, "--help"]);
      expect(help.code).toBe(0);
      expect(help.out).toContain("示例：");
    }
  });
});
