import { builtinModules } from "node:module";
import { build } from "vite";
import { writeBundledPackages } from "./bundled-packages.ts";
import { isStale } from "./stale.ts";

/** The Electron host's two programs, each one CommonJS file: a sandboxed preload can load no other. */

const OUT = "out/shell";
const SOURCES = ["electron", "shared", "build/shell.ts", "package-lock.json"];

/** The packages in the main process; the preload has none. */
export const SHELL_PACKAGES = "out/bundled/main.json";

/** Builds main and preload where they are missing or older than their sources; true where they were built. */
export async function buildShell(): Promise<boolean> {
  const parts = ["main", "preload"] as const;
  if (!parts.some((part) => isStale(`${OUT}/${part}.cjs`, SOURCES))) return false;
  for (const part of parts) await buildPart(part);
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
        output: { format: "cjs", entryFileNames: `${part}.cjs`, codeSplitting: false },
      },
    },
  });
  writeBundledPackages(built, `out/bundled/${part}.json`);
}
