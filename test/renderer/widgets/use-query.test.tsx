// @vitest-environment jsdom
import { act, useEffect } from "react";
import { createRoot, type Root } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ChangeQuery, useQuery } from "../../../renderer/widgets/use-query.ts";

let place: HTMLElement;
let root: Root;
let change: ChangeQuery | null = null;
const tell = (changeQuery: ChangeQuery) => {
  change = changeQuery;
};

function Probe() {
  const [query, changeQuery] = useQuery();
  useEffect(() => tell(changeQuery));
  return <output>{query.toString()}</output>;
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  act(() =>
    root.render(
      <MemoryRouter initialEntries={["/list?q=x"]}>
        <Probe />
      </MemoryRouter>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

function put(key: string, value: string): void {
  change?.((before) => {
    const next = new URLSearchParams(before);
    next.set(key, value);
    return next;
  });
}

test("two changes of the query before the page is drawn again both stand in the address", () => {
  act(() => {
    put("state", "eligible");
    put("person", "a");
  });
  expect(place.textContent).toBe("q=x&state=eligible&person=a");
});

test("a change after the page was drawn builds on what the address says then", () => {
  act(() => put("q", "y"));
  act(() => put("state", "eligible"));
  expect(place.textContent).toBe("q=y&state=eligible");
});
