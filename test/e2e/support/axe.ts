import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What is wrong with a page for people who do not see or do not point (WCAG 2.2 A and AA), one line for each of the
 * first elements; empty: nothing that a machine can tell. The script is put in by the debugger, past the policy.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<AxeResults> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const results = await axe.run(document, {
      runOnly: { type: "tag", values: tags },
      // axe calls it an experiment: cells whose label says their signs in words fail it.
      rules: { "label-content-name-mismatch": { enabled: false } },
    });
    return results.violations.map(({ id, nodes }) => ({
      id,
      places: nodes
        .slice(0, 5)
        .map(({ target, html }) => `${target.join(" ")}  ${html.slice(0, 120)}`),
    }));
  });
  return violations.flatMap(({ id, places }) => places.map((place) => `${id}: ${place}`));
}
