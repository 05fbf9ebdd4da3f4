import { describe, expect, test } from "vitest";
import { THEME } from "../../../renderer/app/theme.ts";

const WHITE = "#ffffff";
const PALEST = 4.5;

/** The relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const { token = {} } = THEME;

describe("buttons and links", () => {
  test.each([
    ["at rest", token.colorPrimary],
    ["under the pointer", token.colorPrimaryHover],
    ["pressed", token.colorPrimaryActive],
    ["of danger", token.colorError],
    ["of danger under the pointer", token.colorErrorHover],
    ["as links under the pointer", token.colorLinkHover],
  ])("%s keep 4.5:1 against white", (_, colour) => {
    expect(contrast(colour ?? WHITE, WHITE)).toBeGreaterThanOrEqual(PALEST);
  });

  test("in antd's own colour under the pointer would not", () => {
    expect(contrast("#4096ff", WHITE)).toBeLessThan(PALEST);
  });
});
