import { readFileSync } from "node:fs";

/** `.ci/run`: adds up vitest's JSON reports and prints `120 passed, 0 failed` as its last line. */

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const reports = process.argv
  .slice(2)
  .map((path) => JSON.parse(readFileSync(path, "utf8")) as Report);

function sum(count: (report: Report) => number): number {
  return reports.reduce((total, report) => total + count(report), 0);
}

const failed = sum((report) => report.numFailedTests);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
if (skipped > 0) console.log(`${skipped} skipped`);
// A file that cannot even be loaded fails no test; it must not pass for success.
const broken = reports.filter((report) => !report.success && report.numFailedTests === 0).length;
console.log(`${sum((report) => report.numPassedTests)} passed, ${failed + broken} failed`);
process.exitCode = failed + broken > 0 || reports.length === 0 ? 1 : 0;
