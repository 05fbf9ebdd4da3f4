import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

/** What the host serves while it is measured: the built app, the page that measures, and an empty one. */
export const BENCH_SCREEN = fileURLToPath(new URL("../../../out/bench-screen", import.meta.url));

const APP = fileURLToPath(new URL("../../../out/screen", import.meta.url));
const PAGE = fileURLToPath(new URL("page", import.meta.url));
const EMPTY_PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>空</title></head><body></body></html>\n';

/** Builds it anew, as for use. */
export async function buildBenchScreen(): Promise<void> {
  rmSync(BENCH_SCREEN, { recursive: true, force: true });
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      configFile: false,
      logLevel: "warn",
      root: PAGE,
      base: "./",
      plugins: [react()],
      build: {
        outDir: BENCH_SCREEN,
        emptyOutDir: true,
        target: "chrome140",
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4_000,
        rolldownOptions: { input: join(PAGE, "bench.html") },
      },
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
  cpSync(APP, BENCH_SCREEN, { recursive: true });
  writeFileSync(join(BENCH_SCREEN, "empty.html"), EMPTY_PAGE);
}
