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

describe("jiceng receive", () => {
  it("prints a line for each package until Ctrl-C, and ends with 0", async () => {
    const unit = await makeSender();
    const given = ["receive", "--port", "0", "--host", "127.0.0.1", ...demo.bureau];
    const program = spawn(process.execPath, [compiledPath("electron/cli/main"), ...given], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(program, "exit");
    const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
    const next = async () => ((await lines.next()) as { value: string }).value;
    const address = /正在接收：(http:\S+)/.exec(await next())?.[1] ?? "";
    await unit.send(address);
    expect(await next()).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d　以前已收下　demo-unit-2026-r1　.+人$/,
    );
    expect((await unit.receipts(address)).state).toBe("received");
    program.kill("SIGINT");
    expect(await next()).toBe("已停止接收");
    expect(await ended).toEqual([0, null]);
  }, 60_000);

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
