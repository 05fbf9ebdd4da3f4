import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import { unlockKeyStore } from "../../../electron/services/keys/key-store.ts";
import { readOwnPackage } from "../../../electron/services/packages/read-package.ts";
import { sha256Hex } from "../../../electron/services/packages/pack-digest.ts";
import { jiceng } from "../../support/cli.ts";
import { compileAll, compiledPath } from "../../support/compiled.ts";
import { type DemoRun, runDemo } from "../../support/demo-run.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { startPostgres } from "../../support/postgres.ts";
import { S3_SECRETS, startS3 } from "../../support/s3-server.ts";
import { SendingUnit } from "../../support/sending-unit.ts";

const FOLDER = temporaryFolder();
let demo: DemoRun;

beforeAll(async () => {
  compileAll();
  demo = await runDemo(FOLDER);
}, 180_000);

/** The keys of an installation of the demo. */
async function keysOf([, dataFolder = "", , passphraseFile = ""]: readonly string[]) {
  const passphrase = readFileSync(passphraseFile, "utf8").trim();
  const unlocked = await unlockKeyStore(dataFolder, { passphrase });
  if (!unlocked.ok) throw new Error(unlocked.code);
  return unlocked.keys;
}

/** The unit of the demo with the package that it packed. */
async function makeSender(): Promise<SendingUnit> {
  const keys = await keysOf(demo.unit);
  const { publicKeys } = await keysOf(demo.bureau);
  const own = { keys: keys.publicKeys, revokedAt: null };
  const moment = "2026-09-11T00:00:00Z";
  const setting = { signers: [own], moment, isSm2Asked: false, packs: SHIPPED_PACKS };
  const read = await readOwnPackage(demo.packagePath, keys.ageIdentities, setting);
  if (!read.ok) throw new Error(read.code);
  const { manifest } = read.contents;
  return new SendingUnit({
    keys,
    kid: publicKeys.kid,
    unitId: manifest.unit.id,
    path: demo.packagePath,
    file: {
      packageId: manifest.id,
      sha256: sha256Hex(readFileSync(demo.packagePath)),
      size: statSync(demo.packagePath).size,
    },
    clock: () => Date.now(),
  });
}

/** The program in a process of its own, its lines one by one; `end` is Ctrl-C. */
function startProgram(given: readonly string[], env: NodeJS.ProcessEnv) {
  const program = spawn(process.execPath, [compiledPath("electron/cli/main"), ...given], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  const ended = once(program, "exit");
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  return {
    next: async () => ((await lines.next()) as { value: string }).value,
    end: () => {
      program.kill("SIGINT");
      return ended;
    },
  };
}

describe("jiceng receive", () => {
  it("prints a line for each package until Ctrl-C, and ends with 0", async () => {
    const unit = await makeSender();
    const given = ["receive", "--port", "0", "--host", "127.0.0.1", ...demo.bureau];
    const program = startProgram(given, process.env);
    const address = /正在接收：(http:\S+)/.exec(await program.next())?.[1] ?? "";
    await unit.send(address);
    expect(await program.next()).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d　以前已收下　demo-unit-2026-r1　.+人$/,
    );
    expect((await unit.receipts(address)).state).toBe("received");
    const ended = program.end();
    expect(await program.next()).toBe("已停止接收");
    expect(await ended).toEqual([0, null]);
  }, 60_000);

  it("shares bucket and database with others, once the desk has published its register", async () => {
    const [s3, postgres] = [await startS3(), await startPostgres()];
    const { bucket, endpoint } = s3.place;
    const ledger = ["--ledger", await postgres.createDatabase()];
    const shared = ["--store", `s3://${bucket}`, ...ledger, ...demo.bureau];
    const env = { AWS_ENDPOINT_URL: endpoint ?? "", ...S3_SECRETS };
    const before = await jiceng(["receive", ...shared], { env });
    expect(before).toMatchObject({ code: 1 });
    expect(before.errors.join()).toContain("还没有发布登记资料");
    const published = await jiceng(["receive", "--publish", ...shared], { env });
    expect(published.out).toContain("已发布：信息卡和1个单位密钥");
    const given = ["receive", "--json", "--port", "0", "--host", "127.0.0.1", ...shared];
    const program = startProgram(given, { ...process.env, ...env });
    const { address } = JSON.parse(await program.next()) as { address: string };
    await (await makeSender()).send(address);
    expect(JSON.parse(await program.next())).toMatchObject({ kind: "received" });
    expect(await program.end()).toEqual([0, null]);
    await s3.stop();
    await postgres.stop();
  }, 120_000);

  it.each([
    [["--store", "s3://jiceng"], "--store 须与 --ledger 一起使用"],
    [["--ledger", "postgres://x/y"], "--ledger 须与 --store 一起使用"],
    [["--store", "jiceng", "--ledger", "postgres://x/y"], "--store 应写成 s3://存储桶名称"],
    [["--publish"], "--publish 须与 --store、--ledger 一起使用"],
  ])("is called wrongly with %j", async (given, sentence) => {
    const { code, errors } = await jiceng(["receive", ...given, ...demo.bureau]);
    expect(code).toBe(2);
    expect(errors[0]).toContain(sentence);
  });

  it("is for the bureau alone", async () => {
    const { code, errors } = await jiceng(["receive", ...demo.unit]);
    expect(code).toBe(1);
    expect(errors.join()).toContain("这个命令只供人社局使用");
  });

  it("says which port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const given = ["--host", "127.0.0.1", "--port", String(port)];
    const { code, errors } = await jiceng(["receive", ...given, ...demo.bureau]);
    other.close();
    expect({ code, errors }).toEqual({
      code: 1,
      errors: [`127.0.0.1:${port}：这个端口已被其他程序占用；请换一个端口，或关闭占用它的程序`],
    });
  });

  it("wants certificate and key together, and such as fit", async () => {
    const file = join(FOLDER, "none.pem");
    const alone = await jiceng(["receive", "--cert", file, ...demo.bureau]);
    expect(alone).toMatchObject({
      code: 2,
      errors: ["--cert 与 --key 须一起写明", expect.anything()],
    });
    const [, , , passphraseFile = ""] = demo.bureau;
    const wrong = ["--cert", passphraseFile, "--key", passphraseFile, "--port", "0"];
    const { code, errors } = await jiceng(["receive", ...wrong, ...demo.bureau]);
    expect(code).toBe(1);
    expect(errors.join()).toContain("证书或私钥不能使用");
  });
});
