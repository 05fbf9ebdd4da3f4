// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoreContext } from "../../../renderer/store/context.ts";
import type { Store } from "../../../renderer/store/types.ts";
import type { Draft } from "../../../renderer/widgets/use-draft.ts";
import { useFormDraft } from "../../../renderer/widgets/use-form-draft.ts";

/** A form over something on file, against a store that keeps drafts in memory. */

interface Address {
  readonly street: string;
}

const OLD: Address = { street: "老街1号" };
const NEW: Address = { street: "新街2号" };
const TYPED: Address = { street: "新街3号" };

let drafts: Map<string, unknown>;
let store: Store;
let root: Root;
let form: Draft<Address>;

function see(seen: typeof form): null {
  form = seen;
  return null;
}

function Probe({ onFile }: { readonly onFile: Address }) {
  return see(useFormDraft("unit", onFile));
}

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  drafts = new Map();
  store = {
    readDraft: async (key: string) => Promise.resolve(drafts.get(key)),
    onClosing: () => () => {},
    keepDraft: async (key: string, value: unknown) => Promise.resolve(void drafts.set(key, value)),
    dropDraft: async (key: string) => Promise.resolve(void drafts.delete(key)),
  } as unknown as Store;
  root = createRoot(document.createElement("div"));
});

afterEach(() => act(() => root.unmount()));

async function show(onFile: Address): Promise<void> {
  await act(async () => {
    root.render(
      <StoreContext.Provider value={store}>
        <Probe onFile={onFile} />
      </StoreContext.Provider>,
    );
    await Promise.resolve();
  });
}

async function closeAndOpen(onFile: Address): Promise<void> {
  act(() => root.unmount());
  root = createRoot(document.createElement("div"));
  await show(onFile);
}

test("what was typed comes back, marked as restored", async () => {
  await show(OLD);
  act(() => form[1](TYPED));
  await closeAndOpen(OLD);
  expect([form[0], form[3]]).toEqual([TYPED, true]);
});

test("what was typed over an older state of the file does not come back", async () => {
  await show(OLD);
  act(() => form[1](TYPED));
  await closeAndOpen(NEW);
  expect([form[0], form[3]]).toEqual([NEW, false]);
});

test("once dropped, the form shows the file and follows it, back to an older state too", async () => {
  await show(OLD);
  act(() => form[1](TYPED));
  act(() => form[2]());
  expect(form[0]).toEqual(OLD);
  await show(TYPED);
  expect(form[0]).toEqual(TYPED);
  await show(OLD);
  expect([form[0], form[3]]).toEqual([OLD, false]);
  expect(drafts.size).toBe(0);
});

test("what is typed back to what is on file is nothing to restore", async () => {
  await show(OLD);
  act(() => form[1](TYPED));
  act(() => form[1](OLD));
  await closeAndOpen(OLD);
  expect(form[3]).toBe(false);
});
