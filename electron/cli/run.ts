import yargs, { type Argv } from "yargs";
import type { Command, CommandGroup } from "./command.ts";
import { demoCommand } from "./commands/demo.ts";
import { dutiesCommand } from "./commands/duties.ts";
import { enrolCommands } from "./commands/enrol.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { keysCommands } from "./commands/keys.ts";
import { packCommand } from "./commands/pack.ts";
import { ledgerCommands } from "./commands/ledger.ts";
import { receiptCommands } from "./commands/receipt.ts";
import { receiveCommand } from "./commands/receive.ts";
import { templateCommand } from "./commands/template.ts";
import { verifyCommand } from "./commands/verify.ts";
import { describeFileFault, fileFaultOf } from "../services/files/faults.ts";
import {
  CommandFailure,
  type ExitCode,
  type Io,
  refused,
  write,
  writeLine,
  wrongUsage,
} from "./io.ts";

const COMMANDS: readonly (Command | CommandGroup)[] = [
  templateCommand,
  importCommand,
  exportCommand,
  evaluateCommand,
  dutiesCommand,
  keysCommands,
  enrolCommands,
  packCommand,
  verifyCommand,
  receiptCommands,
  receiveCommand,
  ledgerCommands,
  demoCommand,
];

/** What yargs says half in English. Its types know no plural forms, its code asks for them. */
const STRINGS = {
  "Not enough non-option arguments: got %s, need at least %s": {
    one: "缺少参数：给了%s个，至少需要%s个",
    other: "缺少参数：给了%s个，至少需要%s个",
  },
  "Too many non-option arguments: got %s, maximum of %s": {
    one: "参数太多：给了%s个，最多%s个",
    other: "参数太多：给了%s个，最多%s个",
  },
  "Positionals:": "参数：",
  "Unknown argument: %s": { one: "不认识的选项：%s", other: "不认识的选项：%s" },
  "Unknown command: %s": { one: "不认识的命令：%s", other: "不认识的命令：%s" },
} as const;

/** Runs the command line and gives its exit code. What is written goes to `io` alone. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    await runParsed(args, io);
    return 0;
  } catch (error) {
    if (io.signal.aborted) {
      await writeLine(io.stderr, "已取消");
      return 1;
    }
    const failure = error instanceof CommandFailure ? error : diskRefusal(error);
    for (const line of failure.lines) await writeLine(io.stderr, line);
    if (failure.exitCode === 2) await writeLine(io.stderr, "用法见：jiceng --help");
    return failure.exitCode;
  }
}

/** A disk that is full, gone or shut is told wherever it is met, with the place; a bug goes on as it is. */
function diskRefusal(error: unknown): CommandFailure {
  const fault = fileFaultOf(error);
  if (fault === null) throw error;
  const place = error instanceof Error && "path" in error ? `${String(error.path)}：` : "";
  return refused(`${place}${describeFileFault(fault)}`);
}

async function runParsed(args: readonly string[], io: Io): Promise<void> {
  checkCommandName(args);
  let chosen: (() => Promise<void>) | undefined;
  const choose: Choose = (command, given) => {
    chosen = () => command.run(given, io);
  };
  const parser = COMMANDS.reduce(
    (partly, one) =>
      "commands" in one ? addGroup(partly, one, choose) : addCommand(partly, one, choose),
    baseParser(),
  );
  let output = "";
  await parser.parseAsync([...args], {}, (error: Error | null | undefined, _given, text) => {
    if (error instanceof Error) throw wrongUsage(error.message);
    output = text;
  });
  if (output !== "") {
    await write(io.stdout, `${output}\n`);
    return;
  }
  await chosen?.();
}

/** yargs calls a mistyped command an unknown option; here it is named for what it is. */
function checkCommandName([first, second]: readonly string[]): void {
  if (first === undefined || first.startsWith("-")) return;
  const found = COMMANDS.find((one) => nameOf(one) === first);
  if (found === undefined) throw unknownCommand(first, COMMANDS.map(nameOf));
  if (!("commands" in found) || second?.startsWith("-") === true) return;
  const names = found.commands.map((one) => `${first} ${nameOf(one)}`);
  if (second === undefined) throw wrongUsage(`请写明命令：${names.join("、")}`);
  if (!names.includes(`${first} ${second}`)) throw unknownCommand(`${first} ${second}`, names);
}

function unknownCommand(name: string, names: readonly string[]): CommandFailure {
  return wrongUsage(`不认识的命令：${name}；可用的命令：${names.join("、")}`);
}

function nameOf(one: Command | CommandGroup): string {
  return "commands" in one ? one.name : (one.usage.split(" ")[0] ?? "");
}

function baseParser(): Argv {
  return yargs()
    .scriptName("jiceng")
    .locale("zh_CN")
    .updateStrings(STRINGS as unknown as Record<string, string>)
    .usage(
      "$0 <命令> [选项]\n\n基层职称：人员记录、申报资格、报送包。各命令的说明：$0 <命令> --help",
    )
    .demandCommand(1, "请写明命令")
    .strict()
    .exitProcess(false)
    .help()
    .version(false)
    .wrap(null);
}

type Choose = (command: Command, given: Readonly<Record<string, unknown>>) => void;

function addGroup(parser: Argv, { name, summary, commands }: CommandGroup, choose: Choose): Argv {
  return parser.command(name, summary, (group) =>
    commands.reduce(
      (partly, command) => addCommand(partly, command, choose),
      group.demandCommand(1, "请写明命令"),
    ),
  );
}

function addCommand(parser: Argv, command: Command, choose: Choose): Argv {
  const { usage, summary, positionals = {}, options = {}, examples = [] } = command;
  return parser.command(
    usage,
    summary,
    (one) => {
      for (const [name, { describe }] of Object.entries(positionals)) {
        one.positional(name, { type: "string", describe });
      }
      for (const [line, meaning] of examples) one.example(line, meaning);
      return one.options(options);
    },
    (given) => {
      choose(command, given);
    },
  );
}
