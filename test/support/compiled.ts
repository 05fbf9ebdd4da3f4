import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a test starts in a process of its own, which plain Node runs: compiled, and up to date. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Compiles everything that has changed; throws with what the compiler says. */
export function compileAll(): void {
  const { stdout, status } = spawnSync(join(ROOT, "node_modules", ".bin", "tsc"), ["-b", "test"], {
    cwd: ROOT,
  });
  if (status !== 0) throw new Error(stdout.toString());
}

/** The compiled file of a module, its path given from the repository's root without extension. */
export function compiledPath(module: string): string {
  return join(ROOT, "out", `${module}.js`);
}
