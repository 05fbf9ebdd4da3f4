import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../electron/services/workbooks/read-workbook.ts";
import { type DemoRun, runDemo } from "../support/demo-run.ts";
import { temporaryFolder } from "../support/folder.ts";
import { convertWithLibreOffice } from "../support/libre-office.ts";
import { valuesOf } from "../support/sheet-values.ts";

/** The package, checked by programs that nobody here wrote, with the commands that the demo prints. */

const FOLDER = temporaryFolder();
let demo: DemoRun;
/** As they are printed, without the change of folder. */
let commands: readonly string[];
let check: string;

function shell(command: string, cwd = check) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], { cwd, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

beforeAll(async () => {
  demo = await runDemo(FOLDER);
  const printed = [...demo.out.matchAll(/^ {2}\$ (.+)$/gm)].map(([, command = ""]) => command);
  const [first = "", ...rest] = printed;
  check = first.replace(/^cd /, "");
  commands = rest;
});

describe("the commands that the demo prints", () => {
  it("all pass, one after the other, as they stand", () => {
    expect(commands).toHaveLength(8);
    const results = commands.map((command) => ({ command, ...shell(command) }));
    expect(results.filter(({ status }) => status !== 0)).toEqual([]);
    const digest = /内容摘要（SHA-256）：([0-9a-f]{64})/.exec(demo.out)?.[1] ?? "none";
    expect(results[3]?.said).toBe(`${digest}  bag/tagmanifest-sha256.txt\n`);
    for (const result of results.slice(6))
      expect(result.said).toContain("Signature Verified Successfully");
  });

  it("fail on another package's signature, a changed file, another key", () => {
    writeFileSync(
      join(check, "spoilt.txt"),
      `${readFileSync(join(check, "signed.txt"), "latin1")}x`,
    );
    const ed25519 = commands[6] ?? "";
    expect(shell(ed25519.replace("signed.txt", "spoilt.txt")).status).not.toBe(0);
    expect(shell(ed25519.replace("unit.pem", "unit-sm2.pem")).status).not.toBe(0);
    expect(shell((commands[7] ?? "").replace("bag/tagmanifest", "bag/manifest")).status).not.toBe(
      0,
    );
    const copy = "rm -rf spoilt && cp -r bag spoilt && echo >> spoilt/data/unit.json";
    expect(
      shell(`${copy} && cd spoilt && sha256sum -c --strict --quiet manifest-sha256.txt`).status,
    ).not.toBe(0);
    expect(
      shell("age-keygen -o other.key && age -d -i other.key ../stick/demo-unit-2026-r1.jcp").status,
    ).not.toBe(0);
  });
});

describe("the bag", () => {
  it("holds what RFC 8493 asks and names every file once", () => {
    const files = shell("find bag -type f -printf '%P\\n' | sort").said.trim().split("\n");
    const named = shell("cat bag/manifest-sha256.txt bag/tagmanifest-sha256.txt | cut -c67- | sort")
      .said.trim()
      .split("\n");
    expect(files.filter((file) => !named.includes(file))).toEqual([
      "signature.jws",
      "signature.sm2",
      "tagmanifest-sha256.txt",
    ]);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
    const payload = files.filter((file) => file.startsWith("data/"));
    const bytes = payload.reduce(
      (sum, file) => sum + readFileSync(join(check, "bag", file)).length,
      0,
    );
    expect(readFileSync(join(check, "bag", "bag-info.txt"), "utf8")).toContain(
      `Payload-Oxum: ${bytes}.${payload.length}\n`,
    );
    expect(readFileSync(join(check, "bag", "bagit.txt"), "utf8")).toBe(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
  });

  it("has forms that LibreOffice opens, with the values that we wrote", async () => {
    const folder = join(check, "bag", "data", "forms");
    const forms = readdirSync(folder).toSorted();
    expect(forms).toEqual([
      "catalogue.xlsx",
      "publicity.xlsx",
      "review.xlsx",
      "roster.xlsx",
      "service.xlsx",
      "training.xlsx",
    ]);
    const opened = await convertWithLibreOffice(
      forms.map((form) => join(folder, form)),
      "xlsx",
      demo.root,
    );
    for (const [index, form] of forms.entries()) {
      const ours = await readWorkbook(join(folder, form));
      const theirs = await readWorkbook(opened[index] ?? "");
      if (!ours.ok || !theirs.ok) throw new Error(form);
      const [sheet] = ours.workbook.sheets;
      const [other] = theirs.workbook.sheets;
      if (sheet === undefined || other === undefined) throw new Error(form);
      expect(valuesOf(sheet).length, form).toBeGreaterThan(10);
      expect(valuesOf(other), form).toEqual(valuesOf(sheet));
    }
  }, 180_000);
});

const VERIFY = `
import json, sys
from jwcrypto import jwk, jws
pem, signature, payload = (open(name, "rb").read() for name in sys.argv[1:])
key = jwk.JWK.from_pem(pem)
token = jws.JWS()
token.deserialize(signature.decode())
token.objects["payload"] = payload
token.allowed_algs = ["EdDSA"]
token.verify(key)
header = json.loads(token.objects["protected"])
assert header["kid"] == key.thumbprint(), header
print("verified")
`;

describe("python3-jwcrypto", () => {
  it("verifies the signature and agrees on the thumbprint", () => {
    const python = (payload: string) =>
      spawnSync("/usr/bin/python3", ["-c", VERIFY, "unit.pem", "bag/signature.jws", payload], {
        cwd: check,
        encoding: "utf8",
      });
    const good = python("bag/tagmanifest-sha256.txt");
    expect(good.stderr).toBe("");
    expect(good.stdout).toBe("verified\n");
    expect(python("bag/manifest-sha256.txt").status).not.toBe(0);
  });
});
