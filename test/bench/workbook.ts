import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { readWorkbook } from "../../electron/services/workbooks/read-workbook.ts";
import { writeWorkbook } from "../../electron/services/workbooks/write-workbook.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { commitImport, importWorkbook } from "../../shared/workbook/import/import-workbook.ts";
import type { PlannedRow, WorkbookPlan } from "../../shared/workbook/plan.ts";
import { ROSTER_HEADINGS, rosterRow } from "./roster-rows.ts";

/**
 * Importing and exporting 10,000 people with 40 columns, against a bare loop over exceljs's own
 * streaming reader and writer on the same cells. Each run is a process of its own, so that neither
 * warms up nor fills the memory of the other. Prints, and asserts nothing.
 */

const PEOPLE = 10_000;
const RUNS = 5;

const EMPTY: UnitFile = {
  format: UNIT_FILE_FORMAT,
  unit: {
    id: "bench",
    name: "示例镇卫生院",
    creditCode: null,
    series: "health",
    inCatalogue: true,
    posts: null,
  },
  people: [],
};

/** What a run came to. */
interface Measured {
  readonly seconds: number;
  readonly peakMib: number;
  /** What was done, so that nobody compares a short run with a long one. */
  readonly note: string;
}

const TASKS: Readonly<Record<string, (path: string) => Promise<string>>> = {
  "exceljs reads": async (path) => {
    let cells = 0;
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, {})) {
      for await (const row of sheet) row.eachCell(() => (cells += 1));
    }
    return `${cells} cells`;
  },
  "we import": async (path) => {
    const read = await readWorkbook(path);
    if (!read.ok) throw new Error(read.code);
    const report = importWorkbook(read.workbook, { existing: EMPTY, pack: SHANDONG_2020 });
    const committed = commitImport(report, "good");
    if (!committed.ok) throw new Error(committed.code);
    return `${committed.unitFile.people.length} people, ${report.counts.refused} rows refused`;
  },
  "exceljs writes": async (path) => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
    const sheet = workbook.addWorksheet("花名册");
    sheet.columns = ROSTER_HEADINGS.map(() => ({ width: 14, style: { numFmt: "@" } }));
    for (const { cells } of tableRows()) sheet.addRow(cells).commit();
    await workbook.commit();
    return `${statSync(path).size} bytes`;
  },
  "we export": async (path) => {
    const written = await writeWorkbook(path, tablePlan());
    if (!written.ok) throw new Error(written.code);
    return `${statSync(path).size} bytes`;
  },
};

function* tableRows(): Generator<PlannedRow & { cells: (string | number)[] }> {
  yield { cells: [...ROSTER_HEADINGS] };
  for (let index = 0; index < PEOPLE; index += 1) yield { cells: [...rosterRow(index)] };
}

function tablePlan(): WorkbookPlan {
  const columns = ROSTER_HEADINGS.map(() => ({ width: 14, style: "textInput" as const }));
  return {
    sheets: [{ name: "花名册", columns, rows: tableRows(), rowCount: PEOPLE + 1 }],
  };
}

/** The roster as Excel saves it: with shared strings, and the sheet before them. */
async function writeSource(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("花名册");
  for (const { cells } of tableRows()) sheet.addRow(cells);
  await workbook.xlsx.writeFile(path);
}

async function runTask(name: string, path: string): Promise<void> {
  const task = TASKS[name];
  if (task === undefined) throw new Error(`no task ${name}`);
  const start = performance.now();
  const note = await task(path);
  const seconds = (performance.now() - start) / 1_000;
  const peakMib = process.resourceUsage().maxRSS / 1_024;
  process.send?.({ seconds, peakMib, note } satisfies Measured);
}

async function measure(name: string, path: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const child = fork(fileURLToPath(import.meta.url), [name, path]);
    const [message] = (await once(child, "message")) as [Measured];
    await once(child, "exit");
    runs.push(message);
  }
  const [median] = runs.toSorted((a, b) => a.seconds - b.seconds).slice(RUNS >> 1);
  if (median === undefined) throw new Error("no runs");
  return median;
}

function show(name: string, { seconds, peakMib, note }: Measured): void {
  console.log(
    `  ${name.padEnd(16)} ${seconds.toFixed(2)} s  peak ${peakMib.toFixed(0)} MiB  ${note}`,
  );
}

async function compare(
  title: string,
  theirs: string,
  ours: string,
  pathOf: (name: string) => string,
) {
  console.log(title);
  const baseline = await measure(theirs, pathOf(theirs));
  show(theirs, baseline);
  const own = await measure(ours, pathOf(ours));
  show(ours, own);
  console.log(`  ratio            ${(own.seconds / baseline.seconds).toFixed(2)}`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jiceng-bench-"));
  try {
    const source = join(folder, "source.xlsx");
    await writeSource(source);
    const size = `${PEOPLE} people x ${ROSTER_HEADINGS.length} columns`;
    console.log(`${size}, median of ${RUNS} processes`);
    await compare("import (limit: 5 times)", "exceljs reads", "we import", () => source);
    const target = (name: string) => join(folder, `${name}.xlsx`);
    await compare("export (limit: 3 times)", "exceljs writes", "we export", target);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [task, path] = process.argv.slice(2);
if (task === undefined || path === undefined) await main();
else await runTask(task, path);
