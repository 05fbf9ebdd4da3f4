// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoreContext } from "../../../renderer/store/context.ts";
import type { Store } from "../../../renderer/store/types.ts";
import { type Draft, useDraft } from "../../../renderer/widgets/use-draft.ts";
import { usePreference } from "../../../renderer/widgets/use-preference.ts";

/** Drafts and preferences against a store that keeps them in memory. */

const closing = new Set<() => void>();
let drafts: Map<string, unknown>;
let preferences: Map<string, unknown>;
let store: Store;
let root: Root;
let draft: Draft<string>;
let preference: [string, (value: string) => void];

function see(seenDraft: typeof draft, seenPreference: typeof preference): null {
  draft = seenDraft;
  preference = seenPreference;
  return null;
}

function Probe({ name }: { readonly name: string }) {
  return see(useDraft(name, ""), usePreference(name, "fallback"));
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  drafts = new Map();
  preferences = new Map();
  store = {
    readDraft: async (key: string) => Promise.resolve(drafts.get(key)),
    onClosing: (listener: () => void) => {
      closing.add(listener);
      return () => closing.delete(listener);
    },
    keepDraft: async (key: string, value: unknown) => Promise.resolve(void drafts.set(key, value)),
    dropDraft: async (key: string) => Promise.resolve(void drafts.delete(key)),
    readPreference: async (key: string) => Promise.resolve(preferences.get(key)),
    keepPreference: async (key: string, value: unknown) =>
      Promise.resolve(void preferences.set(key, value)),
  } as unknown as Store;
  root = createRoot(document.createElement("div"));
});

afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

async function show(name: string): Promise<void> {
  await act(async () => {
    root.render(
      <StoreContext.Provider value={store}>
        <Probe name={name} />
      </StoreContext.Provider>,
    );
    await Promise.resolve();
  });
}

test("a draft is kept a moment after typing, and comes back marked as restored", async () => {
  vi.useFakeTimers();
  await show("a");
  act(() => draft[1]("王芳"));
  expect(drafts.size).toBe(0);
  act(() => void vi.advanceTimersByTime(1_000));
  expect(drafts.get("a")).toBe("王芳");
  await show("b");
  await show("a");
  expect([draft[0], draft[3]]).toEqual(["王芳", true]);
});

test("a draft is kept even where the form closes before the moment is over", async () => {
  await show("a");
  act(() => draft[1]("王芳"));
  act(() => root.unmount());
  expect(drafts.get("a")).toBe("王芳");
  root = createRoot(document.createElement("div"));
});

test("a draft that was dropped does not come back, whatever was waiting", async () => {
  vi.useFakeTimers();
  await show("a");
  act(() => draft[1]("王芳"));
  act(() => draft[2]());
  act(() => void vi.advanceTimersByTime(1_000));
  expect(drafts.size).toBe(0);
});

test("what was typed before an older draft was read stays", async () => {
  drafts.set("a", "old");
  act(() => {
    root.render(
      <StoreContext.Provider value={store}>
        <Probe name="a" />
      </StoreContext.Provider>,
    );
  });
  act(() => draft[1]("new"));
  await act(async () => Promise.resolve());
  expect([draft[0], draft[3]]).toEqual(["new", false]);
});

test("a form of another record does not show the draft of the one before", async () => {
  await show("a");
  act(() => draft[1]("王芳"));
  await show("b");
  expect(draft[0]).toBe("");
});

test("a preference is the fallback until it was chosen, and then what was chosen", async () => {
  await show("a");
  expect(preference[0]).toBe("fallback");
  act(() => preference[1]("chosen"));
  expect(preference[0]).toBe("chosen");
  expect(preferences.get("a")).toBe("chosen");
  await show("b");
  expect(preference[0]).toBe("fallback");
  await show("a");
  expect(preference[0]).toBe("chosen");
});

test("a choice made on one part of the screen holds on the others at once", async () => {
  await act(async () => {
    root.render(
      <StoreContext.Provider value={store}>
        <Probe name="a" />
        <Other />
      </StoreContext.Provider>,
    );
    await Promise.resolve();
  });
  act(() => other[1](5));
  expect(other[0]).toBe(5);
  expect(preference[0]).toBe(5);
});

let other: [number, (value: number) => void];

function Other() {
  return seeOther(usePreference("a", 15));
}

function seeOther(seen: typeof other): null {
  other = seen;
  return null;
}

test("what was typed in the last moment before the lock is kept", async () => {
  vi.useFakeTimers();
  await show("form");
  act(() => draft[1]("last letters"));
  expect(drafts.get("form")).toBeUndefined();
  for (const listener of closing) listener();
  expect(drafts.get("form")).toBe("last letters");
});
