import { defineConfig } from "vitest/config";

/** Everything runs as in China; what reads or counts dates runs in two more time zones (promise 18). */
const DATES = [
  "test/shared/calendar/**/*.test.ts",
  "test/shared/policy/**/*.test.ts",
  "test/shared/workbook/**/*.test.ts",
];

/** How often faults are tried: each round starts host and browser again, which takes a busy machine half a minute. */
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);

/** How long the screen is waited for: a page on a busy machine takes more than the runner's second. */
const SCREEN_PATIENCE = { timeout: 20_000 };

function inTimeZone(name: string, TZ: string, include: string[]) {
  return {
    test: {
      name,
      include,
      env: { TZ },
      pool: "forks" as const,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

/** Pure functions alone, which leave nothing behind: one process takes file after file. */
function pureInTimeZone(name: string, TZ: string, include: string[]) {
  return { test: { ...inTimeZone(name, TZ, include).test, isolate: false } };
}

export default defineConfig({
  test: {
    // Left alone it keeps one core free, which on a machine of two is half of it.
    maxWorkers: "100%",
    projects: [
      inTimeZone("shanghai", "Asia/Shanghai", [
        "test/{electron,build,renderer}/**/*.test.{ts,tsx}",
        "test/promises.test.ts",
      ]),
      pureInTimeZone("shared", "Asia/Shanghai", ["test/shared/**/*.test.ts"]),
      pureInTimeZone("utc", "UTC", DATES),
      pureInTimeZone("new-york", "America/New_York", DATES),
      // Faults of hosts alone, which need no browser and may run beside other tests.
      {
        test: {
          ...inTimeZone("host-faults", "Asia/Shanghai", ["test/faults/hosts/*.test.ts"]).test,
          testTimeout: 600_000 + ROUNDS * 30_000,
        },
      },
      // The built app in a real browser, one file after the other: two browsers starve each other.
      {
        test: {
          ...inTimeZone("e2e", "Asia/Shanghai", ["test/e2e/**/*.test.ts"]).test,
          globalSetup: ["test/e2e/build-screen.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          expect: { poll: SCREEN_PATIENCE },
        },
      },
      {
        test: {
          ...inTimeZone("faults", "Asia/Shanghai", ["test/faults/*.test.ts"]).test,
          globalSetup: ["test/e2e/build-screen.ts"],
          fileParallelism: false,
          expect: { poll: SCREEN_PATIENCE },
          testTimeout: 600_000 + ROUNDS * 30_000,
        },
      },
      // No tests: `npm run screenshots` takes pictures of every page into ./screenshots.
      {
        test: {
          ...inTimeZone("screenshots", "Asia/Shanghai", [
            "test/e2e/support/pictures/screenshots.ts",
          ]).test,
          globalSetup: ["test/e2e/build-screen.ts"],
          testTimeout: 600_000,
        },
      },
      // No tests: `npm run bench:screen` prints figures.
      {
        test: {
          ...inTimeZone("bench-screen", "Asia/Shanghai", ["test/bench/screen/measure.ts"]).test,
          globalSetup: ["test/bench/screen/set-up.ts"],
          testTimeout: 3_600_000,
        },
      },
      inTimeZone("interop", "Asia/Shanghai", ["test/interop/**/*.test.ts"]),
    ],
  },
});
