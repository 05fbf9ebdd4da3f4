// @vitest-environment jsdom
import { act, useEffect } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Sliced, useSliced } from "../../../renderer/widgets/use-sliced.ts";

let place: HTMLElement;
let root: Root;
let seen: Sliced<number> | null;
const tell = (sliced: Sliced<number>) => {
  seen = sliced;
};

function Probe({ source }: { readonly source: (() => Iterator<number | null>) | null }) {
  const sliced = useSliced(source);
  useEffect(() => tell(sliced));
  return null;
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers();
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function stepping(items: readonly (number | null)[]): () => Iterator<number | null> {
  return () => items[Symbol.iterator]();
}

function show(source: (() => Iterator<number | null>) | null): void {
  act(() => root.render(<Probe source={source} />));
}

const isRunning = () => seen?.isRunning === true;

function runOut(): void {
  act(() => {
    vi.runAllTimers();
  });
}

test("gives all items at the end, without the empty steps, and runs nothing without a source", () => {
  show(null);
  expect(seen).toEqual({ items: null, isRunning: false, count: 0 });
  show(stepping([1, null, 2, null, 3]));
  expect(seen).toEqual({ items: null, isRunning: true, count: 0 });
  runOut();
  expect(seen).toEqual({ items: [1, 2, 3], isRunning: false, count: 0 });
});

test("keeps what it had while a new source runs, and drops a source that was replaced", () => {
  show(stepping([1]));
  runOut();
  const dropped = vi.fn<() => Iterator<number | null>>(() => [7][Symbol.iterator]());
  show(dropped);
  expect(seen).toEqual({ items: [1], isRunning: true, count: 0 });
  show(stepping([2, 3]));
  runOut();
  expect(dropped).not.toHaveBeenCalled();
  expect(seen?.items).toEqual([2, 3]);
});

test("gives the screen its turn between slices", () => {
  const steps = vi.spyOn(performance, "now");
  let clock = 0;
  steps.mockImplementation(() => (clock += 1));
  show(() => Array.from({ length: 40 }, (_, index) => index)[Symbol.iterator]());
  let turns = 0;
  while (isRunning() && turns < 100) {
    act(() => {
      vi.runOnlyPendingTimers();
    });
    turns += 1;
  }
  steps.mockRestore();
  expect(seen?.items).toHaveLength(40);
  expect(turns).toBeGreaterThan(4);
});
