// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../../../renderer/i18n/language.ts";
import { type TableColumn, VirtualTable } from "../../../renderer/widgets/virtual-table.tsx";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly age: number;
}

const ROWS: readonly Row[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `p-${index}`,
  name: `人员${index}`,
  age: 10_000 - index,
}));
const draw = vi.fn<(row: Row) => string>(({ name }) => name);
const COLUMNS: readonly TableColumn<Row>[] = [
  { id: "name", title: "姓名", width: 120, render: draw },
  { id: "age", title: "年龄", width: 80, render: ({ age }) => age, sortKey: ({ age }) => age },
];
const keyOf = ({ id }: Row) => id;

let place: HTMLElement;
let root: Root;
const open = vi.fn<(row: Row) => void>();
const select = vi.fn<(selected: ReadonlySet<string>) => void>();

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // jsdom lays nothing out: the scroller is given the size of a window.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(400);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(800);
  HTMLElement.prototype.scrollTo = () => {};
  await startLanguage();
});

beforeEach(() => {
  for (const spy of [draw, open, select]) spy.mockClear();
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

function show(rows: readonly Row[] = ROWS, selected: ReadonlySet<string> = new Set()): void {
  act(() =>
    root.render(
      <VirtualTable
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        onOpen={open}
        selection={{ selected, onChange: select }}
        label="人员"
        emptyText="没有人员"
      />,
    ),
  );
}

function find(selector: string): HTMLElement {
  const element = place.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
}

function press(key: string, more: KeyboardEventInit = {}): void {
  const init = { key, bubbles: true, cancelable: true, ...more };
  act(() => void find("[role=grid]").dispatchEvent(new KeyboardEvent("keydown", init)));
}

function firstNames(): readonly (string | null)[] {
  return Array.from(place.querySelectorAll("[data-index]"), (row) => {
    return row.querySelector("[role=gridcell]:nth-child(2)")?.textContent ?? null;
  }).slice(0, 2);
}

test("of 10,000 rows only those in sight are drawn, and the grid tells how many there are", () => {
  show();
  const drawn = place.querySelectorAll("[data-index]").length;
  expect(drawn).toBeGreaterThan(10);
  expect(drawn).toBeLessThan(40);
  expect(find("[role=grid]").getAttribute("aria-rowcount")).toBe("10001");
});

test("arrows move, and Enter opens the row that they are on", () => {
  show();
  act(() => find("[role=grid]").focus());
  press("ArrowDown");
  press("ArrowDown");
  press("Enter");
  expect(open).toHaveBeenCalledExactlyOnceWith(ROWS[2]);
  const active = find("[role=grid]").getAttribute("aria-activedescendant") ?? "";
  expect(document.querySelector(`[id="${active}"]`)?.getAttribute("aria-rowindex")).toBe("4");
});

test("Space selects the row, Ctrl+A all of them", () => {
  show();
  act(() => find("[role=grid]").focus());
  press(" ");
  expect([...(select.mock.lastCall?.[0] ?? [])]).toEqual(["p-0"]);
  press("a", { ctrlKey: true });
  expect(select.mock.lastCall?.[0].size).toBe(10_000);
});

test("a press on the box selects and does not open, one on the row opens", () => {
  show();
  act(() => find('[data-index="1"] input').click());
  expect([...(select.mock.lastCall?.[0] ?? [])]).toEqual(["p-1"]);
  expect(open).not.toHaveBeenCalled();
  act(() => find('[data-index="1"] [role=gridcell]:nth-child(2)').click());
  expect(open).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
});

test("a head sorts, says so, and turns the order at the second press", () => {
  show();
  act(() => find(".vtable-sort").click());
  expect(find("[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
  expect(firstNames()).toEqual(["人员9999", "人员9998"]);
  act(() => find(".vtable-sort").click());
  expect(find("[aria-sort]").getAttribute("aria-sort")).toBe("descending");
  expect(firstNames()).toEqual(["人员0", "人员1"]);
});

test("moving on draws only the rows that changed", () => {
  show();
  act(() => find("[role=grid]").focus());
  draw.mockClear();
  press("ArrowDown");
  expect(draw.mock.calls.length).toBeGreaterThan(0);
  expect(draw.mock.calls.length).toBeLessThanOrEqual(2);
});

test("without rows it says what the page gave", () => {
  show([]);
  expect(place.textContent).toContain("没有人员");
});
