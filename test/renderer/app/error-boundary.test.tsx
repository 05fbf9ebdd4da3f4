// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ErrorBoundary } from "../../../renderer/app/error-boundary.tsx";
import { startLanguage } from "../../../renderer/i18n/language.ts";

let root: Root;
let place: HTMLElement;

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  await startLanguage();
});

beforeEach(() => {
  // React tells every caught error on the console too.
  vi.spyOn(console, "error").mockReturnValue();
  place = document.createElement("div");
  root = createRoot(place, { onCaughtError: () => {} });
});

afterEach(() => {
  act(() => root.unmount());
  vi.restoreAllMocks();
});

function Page({ isBroken }: { readonly isBroken: boolean }) {
  if (isBroken) throw new Error("王芳 has no title");
  return <p>the page</p>;
}

function show(at: string, isBroken: boolean): void {
  act(() =>
    root.render(
      <div>
        <nav>the frame</nav>
        <ErrorBoundary place={at}>
          <Page isBroken={isBroken} />
        </ErrorBoundary>
      </div>,
    ),
  );
}

test("a bug of a page stays within it, and says that records are safe without naming one", () => {
  show("/people", true);
  expect(place.textContent).toContain("the frame");
  expect(place.textContent).toContain("已经保存的记录是安全的");
  expect(place.textContent).not.toContain("王芳");
});

test("another page is drawn again after one broke", () => {
  show("/people", true);
  show("/policy", false);
  expect(place.textContent).toContain("the page");
});

test("a page that does not break is left alone", () => {
  show("/people", false);
  expect(place.textContent).toBe("the framethe page");
});
