import { formatDay } from "../../../shared/calendar/text.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import type { Cycle } from "../../../shared/policy/cycle.ts";
import { evaluatePeople, type OpenUnit, openUnit } from "../../../shared/policy/evaluate.ts";
import type { PersonFacts } from "../../../shared/policy/facts.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { PATHWAY_LABELS, QUOTA_LABELS } from "../../../shared/policy/pathway-names.ts";
import {
  describeObstacles,
  describeSensitivities,
  labelDecision,
  PROJECTION_ASSUMPTION,
} from "../../../shared/policy/sentences.ts";
import { SERIES_LABELS } from "../../../shared/records/series.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../../shared/records/title.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import { type Command, type Given, isOn, numberOf, textIfAny, textOf } from "../command.ts";
import { loadUnit } from "../input.ts";
import { type Io, progressLine, refused, write, writeLine } from "../io.ts";
import { CYCLE_OPTIONS, packOn, readCycle } from "../options.ts";
import { formatTable } from "../table.ts";
import { UNIT_OPTIONS } from "../unit-options.ts";

export const ASSESSMENT_FORMAT = "jiceng.assessment/1";

export const evaluateCommand: Command = {
  usage: "evaluate <file>",
  summary: "判定每个人可走哪条申报通道，说明理由和最早日期",
  positionals: { file: { describe: "单位文件（.json）或人员信息采集表、花名册（.xlsx）" } },
  options: {
    ...CYCLE_OPTIONS,
    ...UNIT_OPTIONS,
    person: { type: "string", requiresArg: true, describe: "只看这一个人（人员编号）" },
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 evaluate 单位.json --year 2026", "列出全单位2026年度的申报资格"]],
  run: runEvaluate,
};

async function runEvaluate(given: Given, io: Io): Promise<void> {
  const cycle = readCycle({
    year: numberOf(given, "year"),
    "apply-on": textIfAny(given, "apply-on"),
    "cut-off": textIfAny(given, "cut-off"),
  });
  const path = textOf(given, "file");
  const unitFile = await loadUnit(path, given, io);
  const pack = packOn(cycle.applyOn);
  const open = openUnit(unitFile, cycle, pack);
  const people = chosenPeople(open, textIfAny(given, "person"), path);
  if (isOn(given, "json")) await writeJson(io, open, people);
  else await writeReport(io, unitFile, open, people);
}

function chosenPeople(
  { people }: OpenUnit,
  personId: string | undefined,
  path: string,
): readonly PersonFacts[] {
  if (personId === undefined) return people;
  const chosen = people.filter(({ person }) => person.id === personId);
  if (chosen.length === 0) throw refused(`${path}：没有人员编号为“${personId}”的人`);
  return chosen;
}

/** Person by person, so that a large unit never stands in memory as one text. */
async function writeJson(io: Io, open: OpenUnit, people: readonly PersonFacts[]): Promise<void> {
  const { cycle, pack } = open.book;
  const head = {
    format: ASSESSMENT_FORMAT,
    year: cycle.year,
    applyOn: formatDay(cycle.applyOn),
    cutOff: formatDay(cycle.cutOff),
    pack: pack.id,
  };
  const progress = progressLine(io, "判定");
  await write(io.stdout, `${JSON.stringify(head).slice(0, -1)},"people":[`);
  let done = 0;
  for (const answers of evaluatePeople(open, people)) {
    io.signal.throwIfAborted();
    await write(io.stdout, `${done === 0 ? "" : ","}\n${JSON.stringify(answers)}`);
    done += 1;
    progress(done, people.length);
  }
  await writeLine(io.stdout, "\n]}");
}

async function writeReport(
  io: Io,
  { unit }: UnitFile,
  open: OpenUnit,
  people: readonly PersonFacts[],
): Promise<void> {
  const { cycle, pack } = open.book;
  for (const line of reportHead(unit.name, cycle, pack)) await writeLine(io.stdout, line);
  const names = new Map(people.map(({ person }) => [person.id, person.name]));
  for (const { personId, assessments } of evaluatePeople(open, people)) {
    io.signal.throwIfAborted();
    await writeLine(io.stdout, `\n${names.get(personId) ?? ""}（${personId}）`);
    for (const line of reportPerson(assessments)) await writeLine(io.stdout, line);
  }
  await writeLine(io.stdout, `\n共${people.length}人。${PROJECTION_ASSUMPTION}。`);
}

function reportHead(unitName: string, cycle: Cycle, pack: Pack): readonly string[] {
  return [
    `${unitName}　${cycle.year}年度申报资格`,
    `申报日期 ${formatDay(cycle.applyOn)}　任职年限截至 ${formatDay(cycle.cutOff)}　政策包 ${pack.id}（${pack.title}）`,
  ];
}

const TABLE_HEAD = ["", "申报通道", "职称类别", "系列", "级别", "结论", "最早可申报", "岗位数额"];
const NOTHING = "—";

function reportPerson(assessments: readonly Assessment[]): readonly string[] {
  if (assessments.length === 0) return ["  没有需要判定的申报通道（已取得本系列最高级别职称）"];
  const table = formatTable([TABLE_HEAD, ...assessments.map(tableRow)], "  ");
  return [...table, ...reportReasons(assessments)];
}

function tableRow(assessment: Assessment, index: number): readonly string[] {
  const { pathway, line, series, level, eligibleOn, quota } = assessment;
  return [
    `${index + 1}`,
    PATHWAY_LABELS[pathway],
    line === null ? NOTHING : LINE_LABELS[line],
    series === null ? NOTHING : SERIES_LABELS[series],
    level === null ? NOTHING : TITLE_LEVEL_LABELS[level],
    labelDecision(assessment),
    eligibleOn ?? NOTHING,
    QUOTA_LABELS[quota],
  ];
}

/** Why not: each reason once, with the rows of the table that it stands behind. */
function reportReasons(assessments: readonly Assessment[]): readonly string[] {
  const rowsByReason = new Map<string, number[]>();
  for (const [index, assessment] of assessments.entries()) {
    for (const reason of [...describeObstacles(assessment), ...describeSensitivities(assessment)]) {
      rowsByReason.set(reason, [...(rowsByReason.get(reason) ?? []), index + 1]);
    }
  }
  return [...rowsByReason].map(([reason, rows]) => `  [${rows.join("、")}] ${reason}`);
}
