/**
 * Mutation testing of what decides people's years: `npm run test:mutation`, not part of `npm test`.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: [
    "shared/calendar/**/*.ts",
    "shared/policy/**/*.ts",
    // Data, and the words of the sentences: neither is a rule.
    "!shared/policy/packs/**",
    "!shared/policy/notice/notice-text.ts",
    "!shared/policy/wording/**",
    "!shared/policy/sentences.ts",
  ],
  ignorePatterns: ["out", "reports", "docs"],
  reporters: ["clear-text", "html", "progress"],
  htmlReporter: { fileName: "reports/mutation.html" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Stryker would rewrite tsconfig.json by the compiler's old programming interface, which TypeScript 7
  // no longer has; nothing here is compiled, so it is told of a file that does not exist.
  tsconfigFile: "tsconfig.none.json",
  coverageAnalysis: "perTest",
  concurrency: 2,
  thresholds: { high: 95, low: 85, break: 85 },
  tempDirName: ".stryker-tmp",
};
