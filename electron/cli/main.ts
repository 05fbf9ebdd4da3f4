import { describeFileFault, fileFaultOf } from "../services/files/faults.ts";
import { runCli } from "./run.ts";

/** The command line `jiceng`. */

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
// A reader that has seen enough (`jiceng evaluate … | head`) closes the pipe: nothing is wrong then.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  const fault = fileFaultOf(error);
  if (fault === null) throw error;
  process.stderr.write(`结果没有写完：${describeFileFault(fault)}\n`);
  process.exit(1);
});

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => Date.now(),
  signal: stop.signal,
});
