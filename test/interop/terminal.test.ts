import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

/** A real terminal, made by Python: what a clerk types there must not be seen, and Ctrl-C must end it. */

const run = promisify(execFile);
const FOLDER = temporaryFolder();
const PASSPHRASE = "correct horse battery";

/** Starts jiceng in a terminal of its own, answers each prompt in turn, prints what the terminal showed. */
const TYPIST = `
import json, os, pty, sys
command, answers = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
shown = b""
answered = 0
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if answers and answers[0][0].encode() in shown[answered:]:
        answered = len(shown)
        os.write(terminal, answers.pop(0)[1].encode())
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"shown": shown.decode(), "code": code}))
`;

interface Shown {
  readonly shown: string;
  readonly code: number;
}

type Answer = readonly [prompt: string, typed: string];

async function type(
  command: readonly string[],
  data: string,
  answers: readonly Answer[],
): Promise<Shown> {
  const args = ["out/electron/cli/main.js", "keys", ...command, "--data", data];
  const given = JSON.stringify([[process.execPath, ...args], answers]);
  const { stdout } = await run("/usr/bin/python3", ["-c", TYPIST, given], { timeout: 40_000 });
  return JSON.parse(stdout) as Shown;
}

const CREATE = ["create", "--role", "unit"];
const FIRST = "新口令（至少12个字）：";
const AGAIN = "再输入一次新口令（至少12个字）：";

const CODE = "恢复码（24组数字，一行写完）：";

beforeAll(async () => {
  await run("npx", ["tsc", "-b", "electron"]);
}, 120_000);

it("asks twice for a passphrase, unseen and with corrections, and once for the code, seen", async () => {
  const data = join(FOLDER, "typed");
  const { shown, code } = await type(CREATE, data, [
    [FIRST, `${PASSPHRASE}x\u007F\r`],
    [AGAIN, `${PASSPHRASE}\r`],
  ]);
  expect(code).toBe(0);
  expect(shown).toContain("已建立单位的密钥");
  expect(shown).not.toContain("correct");
  expect(shown).not.toContain("*");
  expect(readFileSync(join(data, "keys", "key-store.json"), "utf8")).toContain("jiceng.keys/1");

  const code24 = shown.match(/\d{3}(?: \d{3}){5}/g)?.join(" ") ?? "";
  const rehearsal = await type(["rehearse"], data, [[CODE, `${code24}\r`]]);
  expect(rehearsal.shown).toContain(code24.slice(0, 60));
  expect(rehearsal.shown).toContain("恢复码正确");
  expect(rehearsal.code).toBe(0);
});

it.each<[string, readonly Answer[], string]>([
  [
    "two passphrases that differ",
    [
      [FIRST, `${PASSPHRASE}\r`],
      [AGAIN, `${PASSPHRASE}!\r`],
    ],
    "两次输入的新口令（至少12个字）不一致，没有改动",
  ],
  [
    "a second one left empty",
    [
      [FIRST, `${PASSPHRASE}\r`],
      [AGAIN, "\r"],
    ],
    "不一致，没有改动",
  ],
  ["Ctrl-C", [[FIRST, "corr\u0003"]], "已取消"],
  ["Ctrl-D", [[FIRST, "\u0004"]], "已取消"],
  ["nothing", [[FIRST, "\r"]], "没有输入新口令（至少12个字），没有改动"],
])("makes nothing after %s", async (_, answers, said) => {
  const data = join(FOLDER, "nothing");
  const { shown, code } = await type(CREATE, data, answers);
  expect(code).toBe(1);
  expect(shown).toContain(said);
  expect(existsSync(data)).toBe(false);
});
