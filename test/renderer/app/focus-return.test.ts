// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from "vitest";
import { returnFocus } from "../../../renderer/app/focus-return.ts";

let popups: HTMLElement;
let opener: HTMLButtonElement;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<button id="opener">添加</button><input><div id="popups"></div>';
  const place = document.querySelector<HTMLElement>("#popups");
  const button = document.querySelector("button");
  if (place === null || button === null) throw new Error("the page is not as written");
  [popups, opener] = [place, button];
  stop = returnFocus(popups);
});

afterEach(() => stop());

function openDialog(): HTMLElement {
  const field = document.createElement("input");
  popups.append(field);
  field.focus();
  return field;
}

const focused = () => document.activeElement;
const settle = async () => new Promise((resolve) => setTimeout(resolve, 60));

test("what opened a dialog has the focus again once the dialog is gone", async () => {
  opener.focus();
  openDialog().remove();
  await expect.poll(focused).toBe(opener);
});

test("a field that took the focus meanwhile keeps it", async () => {
  opener.focus();
  const field = openDialog();
  const other = document.querySelector<HTMLInputElement>("body > input");
  other?.focus();
  field.remove();
  await settle();
  expect(focused()).toBe(other);
});

test("where nobody was in a dialog, one that goes moves no focus", async () => {
  opener.focus();
  const tip = document.createElement("p");
  popups.append(tip);
  opener.blur();
  tip.remove();
  await settle();
  expect(focused()).toBe(document.body);
});

test("what opened it and is gone itself is left alone", async () => {
  opener.focus();
  const field = openDialog();
  opener.remove();
  field.remove();
  await settle();
  expect(focused()).toBe(document.body);
});

test("where what opened it was drawn anew, the table around it has the focus", async () => {
  const table = document.createElement("div");
  table.tabIndex = 0;
  document.body.prepend(table);
  table.append(opener);
  opener.focus();
  const field = openDialog();
  opener.remove();
  field.remove();
  await expect.poll(focused).toBe(table);
});
