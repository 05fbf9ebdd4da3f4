import { defineConfig } from "vitest/config";

/** The tests that hold the calendar and the rules, once, for mutation testing. */
export default defineConfig({
  test: {
    include: ["test/shared/{calendar,policy}/**/*.test.ts"],
    // The differential test is thousands of people for each mutant; the golden tests have to do without it.
    exclude: ["test/shared/policy/{differential,baseline,population}.test.ts"],
    env: { TZ: "Asia/Shanghai" },
  },
});
