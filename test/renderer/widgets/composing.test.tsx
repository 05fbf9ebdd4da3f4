// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Field, Form } from "../../../renderer/widgets/form.tsx";

/** The Enter that confirms pinyin never submits a form (promise 29). */

let place: HTMLElement;
let root: Root;
const submit = vi.fn<() => void>();
const press = vi.fn<(key: string) => void>();

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  submit.mockReset();
  press.mockReset();
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  act(() =>
    root.render(
      <Form onSubmit={submit}>
        <Field label="姓名">
          {(control) => <input id={control.id} onKeyDown={({ key }) => press(key)} />}
        </Field>
        <button type="submit">保存</button>
      </Form>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

function field(): HTMLInputElement {
  const input = place.querySelector("input");
  if (input === null) throw new Error("no field");
  return input;
}

/** Presses Enter as a browser does: a form is submitted unless the key was stopped. */
function pressEnter(more: KeyboardEventInit = {}): void {
  const init = { key: "Enter", bubbles: true, cancelable: true, ...more };
  const isLeft = field().dispatchEvent(new KeyboardEvent("keydown", init));
  if (isLeft) place.querySelector("form")?.requestSubmit();
}

function compose(kind: "compositionstart" | "compositionend"): void {
  field().dispatchEvent(new CompositionEvent(kind, { bubbles: true, data: "王" }));
}

test("Enter submits a form while nothing is being composed", () => {
  pressEnter();
  expect(submit).toHaveBeenCalledTimes(1);
  expect(press).toHaveBeenCalledWith("Enter");
});

test("the Enter that confirms pinyin neither submits nor reaches the field", () => {
  compose("compositionstart");
  pressEnter({ isComposing: true, keyCode: 229 });
  expect(submit).not.toHaveBeenCalled();
  expect(press).not.toHaveBeenCalled();
});

test("an input method that marks neither the event nor its code is held by the composition itself", () => {
  compose("compositionstart");
  pressEnter();
  expect(submit).not.toHaveBeenCalled();
});

test("the Enter just after the composition, as Safari sends it, is still the input method's", () => {
  compose("compositionstart");
  compose("compositionend");
  pressEnter();
  expect(submit).not.toHaveBeenCalled();
});

test("a form sent by another way during composition stays", () => {
  compose("compositionstart");
  place.querySelector("form")?.requestSubmit();
  expect(submit).not.toHaveBeenCalled();
});

test("the next Enter, a moment later, submits", () => {
  const clock = vi.spyOn(performance, "now");
  clock.mockReturnValue(1_000);
  compose("compositionstart");
  compose("compositionend");
  clock.mockReturnValue(1_100);
  pressEnter();
  expect(submit).toHaveBeenCalledTimes(1);
  clock.mockRestore();
});
