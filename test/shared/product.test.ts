import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PRODUCT } from "../../shared/product.ts";

it("is the product and version that package.json names", () => {
  const url = new URL("../../package.json", import.meta.url);
  const { name, version } = JSON.parse(readFileSync(url, "utf8")) as Record<string, string>;
  expect(PRODUCT).toEqual({ name, version });
});
