import { defineConfig } from "vitest/config";

/** The tests that hold the calendar and the rules, once, for mutation testing. */
export default defineConfig({
  test: {
    include: ["test/shared/{calendar,policy}/**/*.test.ts"],
    // The differential test is thousands of people for each mutant; the golden tests have to do without it.
    // What holds the naive rules holds no line of the rules themselves.
    exclude: ["test/shared/policy/{differential,baseline,population,naive-rules}.test.ts"],
    // A mutant gets a worker of its own, which loads the modules once for all test files: four times as fast.
    isolate: false,
    env: { TZ: "Asia/Shanghai" },
  },
});
