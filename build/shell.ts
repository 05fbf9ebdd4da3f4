import { copyFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "vite";
import { writeBundledPackages } from "./bundled-packages.ts";
import { isStale } from "./stale.ts";

/** The Electron host's two programs, each one CommonJS file: a sandboxed preload can load no other. */

const OUT = "out/shell";
const SOURCES = ["electron", "shared", "build/shell.ts", "package-lock.json"];

/** PGlite's own programs and data, which it looks for beside the bundle. */
export const LEDGER_FILES = ["pglite.wasm", "initdb.wasm", "pglite.data"] as const;
const PGLITE = "node_modules/@electric-sql/pglite/dist";

/** The packages in the main process; the preload has none. */
export const SHELL_PACKAGES = "out/bundled/main.json";

/** Builds main and preload where they are missing or older than their sources; true where they were built. */
export async function buildShell(): Promise<boolean> {
  const parts = ["main", "preload"] as const;
  if (!parts.some((part) => isStale(`${OUT}/${part}.cjs`, SOURCES))) return false;
  for (const part of parts) await buildPart(part);
  for (const file of LEDGER_FILES) copyFileSync(join(PGLITE, file), join(OUT, file));
  return true;
}

async function buildPart(part: "main" | "preload"): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: `electron/shell/${part}.ts`,
      outDir: OUT,
      emptyOutDir: false,
      target: "node22",
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        external: ["electron", ...builtinModules, /^node:/],
        // What Emscripten's runtime brings along and nobody calls.
        onLog: (level, log, handle) => {
          if (log.code !== "EVAL" || !log.message.includes("pglite")) handle(level, log);
        },
        output: { format: "cjs", entryFileNames: `${part}.cjs`, codeSplitting: false },
      },
    },
  });
  writeBundledPackages(built, `out/bundled/${part}.json`);
}
