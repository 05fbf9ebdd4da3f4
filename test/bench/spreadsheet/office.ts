import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a headless LibreOffice made of a sheet. */
export interface Recalculated {
  /** Milliseconds that each recalculation of every formula took. */
  readonly milliseconds: readonly number[];
  readonly loading: number;
  /** The cells of the range asked for. */
  readonly cells: readonly (readonly string[])[];
}

const PROGRAM = "soffice";
const ROUNDS = 5;
const LONGEST_RUN = 180_000;

export function isOfficeInstalled(): boolean {
  return spawnSync(PROGRAM, ["--version"], { timeout: 60_000 }).status === 0;
}

/** Loads, recalculates and writes down the answers; in Basic, since not every LibreOffice has Python. */
function macro(sheetPath: string, range: string, answerPath: string): string {
  return `Sub Run
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  Dim started As Long
  started = GetSystemTicks()
  document = StarDesktop.loadComponentFromURL(ConvertToURL("${sheetPath}"), "_blank", 0, options())
  number = FreeFile
  Open "${answerPath}" For Output As #number
  Print #number, "loading" & Chr(9) & (GetSystemTicks() - started)
  For round = 1 To ${ROUNDS}
    started = GetSystemTicks()
    document.calculateAll()
    Print #number, "round" & Chr(9) & (GetSystemTicks() - started)
  Next round
  rows = document.Sheets.getByIndex(0).getCellRangeByName("${range}").getDataArray()
  For Each row In rows
    text = ""
    For Each cell In row
      text = text & cell & Chr(9)
    Next cell
    Print #number, text
  Next row
  Close #number
  document.close(True)
  StarDesktop.terminate
End Sub`;
}

const XML = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const LIBRARY = `xmlns:library="http://openoffice.org/2000/library"`;

/** Starts LibreOffice with a profile of its own: neither the user's settings nor a running one take part. */
function runOffice(profile: string, options: readonly string[]): void {
  const run = spawnSync(
    PROGRAM,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--norestore",
      ...options,
    ],
    { timeout: LONGEST_RUN, encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`);
}

/** The first start lays out the profile, over whatever stood there; only then can the macro be put in. */
function writeProfile(profile: string, basic: string): void {
  runOffice(profile, ["--terminate_after_init"]);
  const standard = join(profile, "user", "basic", "Standard");
  const modules = `${XML}<library:library ${LIBRARY} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Measure"/></library:library>`;
  const module = `${XML}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Measure" script:language="StarBasic">${basic.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}</script:module>`;
  writeFileSync(join(standard, "script.xlb"), modules);
  writeFileSync(join(standard, "Measure.xba"), module);
}

function readAnswer(path: string): Recalculated {
  const lines = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const rows = lines.map((line) => line.split("\t"));
  const figures = (name: string) =>
    rows.filter(([head]) => head === name).map(([, figure]) => Number(figure));
  return {
    milliseconds: figures("round"),
    loading: figures("loading")[0] ?? Number.NaN,
    cells: rows.slice(1 + ROUNDS),
  };
}

/** Recalculates a sheet in a headless LibreOffice. */
export function recalculate(document: Iterable<string>, range: string): Recalculated {
  const folder = mkdtempSync(join(tmpdir(), "jiceng-bench-"));
  try {
    const sheetPath = join(folder, "staff.fods");
    const answerPath = join(folder, "answer.txt");
    const profile = join(folder, "profile");
    writeFileSync(sheetPath, [...document].join(""));
    writeProfile(profile, macro(sheetPath, range, answerPath));
    runOffice(profile, ["macro:///Standard.Measure.Run"]);
    return readAnswer(answerPath);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
