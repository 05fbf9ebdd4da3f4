import { type Day, dayOf } from "../../../shared/calendar/day.ts";
import { formatDay } from "../../../shared/calendar/text.ts";
import { duties, type Duty } from "../../../shared/policy/duties.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { DUTY_LABELS, sayDuty } from "../../../shared/policy/wording/duty-sentences.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import { type Command, type Given, isOn, textIfAny, textOf } from "../command.ts";
import { loadUnit } from "../input.ts";
import { type Io, writeLine } from "../io.ts";
import { packOn, readDayOption } from "../options.ts";
import { formatTable } from "../table.ts";
import { UNIT_OPTIONS } from "../unit-options.ts";

const DUTIES_FORMAT = "jiceng.duties/1";

export const dutiesCommand: Command = {
  usage: "duties <file>",
  summary: "列出到期和将到期的事项：学时、岗前培训、服务期、职称失效、处分",
  positionals: { file: { describe: "单位文件（.json）或人员信息采集表、花名册（.xlsx）" } },
  options: {
    on: { type: "string", requiresArg: true, describe: "按哪一天计算，如 2026-11-01；不写为今天" },
    ...UNIT_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 duties 单位.json", "列出今天的待办事项"]],
  run: runDuties,
};

/** Today on the wall calendar of the machine's place. */
function today({ now }: Io): Day {
  const date = new Date(now());
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

async function runDuties(given: Given, io: Io): Promise<void> {
  const written = textIfAny(given, "on");
  const on = written === undefined ? today(io) : readDayOption("on", written);
  const unitFile = await loadUnit(textOf(given, "file"), given, io);
  const due = duties(unitFile.unit, unitFile.people.map(readPerson), on, packOn(on));
  if (isOn(given, "json")) {
    const answer = { format: DUTIES_FORMAT, on: formatDay(on), duties: due };
    await writeLine(io.stdout, JSON.stringify(answer));
    return;
  }
  for (const line of reportDuties(unitFile, on, due)) await writeLine(io.stdout, line);
}

function reportDuties(unitFile: UnitFile, on: Day, due: readonly Duty[]): readonly string[] {
  const names = new Map(unitFile.people.map(({ id, name }) => [id, name]));
  const nameOf = ({ personId }: Duty) =>
    personId === null ? "县级人社局" : `${names.get(personId) ?? ""}（${personId}）`;
  const rows = due.map((duty) => [
    duty.dueOn ?? "未定",
    DUTY_LABELS[duty.kind],
    nameOf(duty),
    sayDuty(duty),
  ]);
  return [
    `${unitFile.unit.name}　截至${formatDay(on)}的待办事项　共${due.length}项`,
    ...formatTable([["期限", "事项", "对象", "说明"], ...rows]),
  ];
}
