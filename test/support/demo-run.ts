import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
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

/** Runs the demo; its folder is gone when the test file is done. */
export async function runDemo(): Promise<DemoRun> {
  const { code, out } = await jiceng(["demo"], { now: () => Date.UTC(2026, 8, 10, 2, 30) });
  const root = /结果放在 (.+)/.exec(out)?.[1] ?? "";
  afterAll(() => {
    if (root !== "") rmSync(root, { recursive: true, force: true });
  });
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
