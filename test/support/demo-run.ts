import { join } from "node:path";
import { jiceng } from "./cli.ts";

/** The demo as anybody would run it, and where it left what it made. */
export interface DemoRun {
  readonly code: number;
  readonly out: string;
  readonly root: string;
  readonly packagePath: string;
  /** `--data` and the passphrase of the fictitious unit. */
  readonly unit: readonly string[];
  readonly bureau: readonly string[];
}

/** Runs the demo in a folder of the test's own. */
export async function runDemo(folder: string): Promise<DemoRun> {
  const now = () => Date.UTC(2026, 8, 10, 2, 30);
  const { code, out } = await jiceng(["demo", "--to", folder], { now });
  const root = /结果放在 (.+)/.exec(out)?.[1] ?? "";
  const installation = (name: string) => {
    const data = join(root, name);
    return ["--data", data, "--passphrase-file", join(data, "口令.txt")];
  };
  return {
    code,
    out,
    root,
    packagePath: join(root, "stick", "demo-unit-2026-r1.jcp"),
    unit: installation("unit"),
    bureau: installation("bureau"),
  };
}
