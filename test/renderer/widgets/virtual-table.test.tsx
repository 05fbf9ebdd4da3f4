// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../../../renderer/i18n/language.ts";
import type { TableSort } from "../../../renderer/widgets/table-order.ts";
import { VirtualTable } from "../../../renderer/widgets/virtual-table.tsx";
import type {
  TableColumn,
  VirtualTableProps,
} from "../../../renderer/widgets/virtual-table-props.ts";

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

function show(
  rows: readonly Row[] = ROWS,
  selected: ReadonlySet<string> = new Set(),
  more: Partial<VirtualTableProps<Row>> = {},
): void {
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
        {...more}
      />,
    ),
  );
}

function pressBox(index: number, init: MouseEventInit = {}): void {
  const box = find(`[data-index="${index}"] [data-select]`);
  act(() => void box.dispatchEvent(new MouseEvent("click", { bubbles: true, ...init })));
}

function lastSelected(): readonly string[] {
  return [...(select.mock.lastCall?.[0] ?? [])];
}

const heads = () =>
  Array.from(place.querySelectorAll(".vtable-head > *"), (one) => one.textContent);

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

test("another head begins upwards, and the order is told to a page that keeps it", () => {
  const onSort = vi.fn<(sort: TableSort) => void>();
  const columns = COLUMNS.map((column) => ({ ...column, sortKey: ({ age }: Row) => age }));
  const sort = { columnId: "name", direction: "descending" } as const;
  show(ROWS, new Set(), { columns, sort, onSort });
  expect(firstNames()).toEqual(["人员0", "人员1"]);
  const [name, age] = place.querySelectorAll<HTMLElement>(".vtable-sort");
  act(() => age?.click());
  expect(onSort).toHaveBeenLastCalledWith({ columnId: "age", direction: "ascending" });
  act(() => name?.click());
  expect(onSort).toHaveBeenLastCalledWith({ columnId: "name", direction: "ascending" });
});

test("the columns shown stand in their order, the first of them stays in sight", () => {
  show(ROWS, new Set(), { shown: ["age", "name"], stickyColumns: 1 });
  expect(heads()).toEqual(["", "年龄↕", "姓名"]);
  expect(find("[data-index='0']").textContent).toBe("10000人员0");
  expect(Array.from(place.querySelectorAll(".vtable-head .vtable-sticky")).length).toBe(2);
  show(ROWS, new Set(), { shown: ["name"] });
  expect(heads()).toEqual(["", "姓名"]);
});

test("a column that is not shown orders nothing", () => {
  const sort = { columnId: "age", direction: "ascending" } as const;
  show(ROWS, new Set(), { sort, shown: ["name"] });
  expect(firstNames()).toEqual(["人员0", "人员1"]);
});

test("with Shift all rows from the last one pressed follow, in either direction", () => {
  show(ROWS, new Set(["elsewhere"]));
  pressBox(3);
  pressBox(1, { shiftKey: true });
  expect(lastSelected()).toEqual(["elsewhere", "p-1", "p-2", "p-3"]);
  pressBox(4, { shiftKey: true });
  expect(lastSelected()).toEqual(["elsewhere", "p-1", "p-2", "p-3", "p-4"]);
});

test("a row switched off with Shift switches those before it off too", () => {
  show(ROWS, new Set(["p-0", "p-1", "p-2", "p-3"]));
  pressBox(0);
  pressBox(2, { shiftKey: true });
  expect(lastSelected()).toEqual(["p-3"]);
});

test("selecting all is of the rows shown, and a second time of none", () => {
  const few = ROWS.slice(0, 2);
  show(few, new Set(["hidden"]));
  act(() => find(".vtable-head input").click());
  expect(lastSelected()).toEqual(["p-0", "p-1"]);
  show(few, new Set(["hidden", "p-0", "p-1"]));
  act(() => find(".vtable-head input").click());
  expect(lastSelected()).toEqual([]);
});

test("selecting all leaves rows that a filter hides as they are where they are kept", () => {
  const few = ROWS.slice(0, 2);
  const chosen = (ids: readonly string[]) => ({
    selection: { selected: new Set(ids), onChange: select, keepsHidden: true },
  });
  show(few, new Set(), chosen(["hidden", "p-0"]));
  act(() => find(".vtable-head input").click());
  expect(lastSelected().toSorted()).toEqual(["hidden", "p-0", "p-1"]);
  show(few, new Set(), chosen(["hidden", "p-0", "p-1"]));
  act(() => find(".vtable-head input").click());
  expect(lastSelected()).toEqual(["hidden"]);
});

test("a row that cannot be selected stays out, pressed alone, in a row of others, or with all", () => {
  const selection = {
    selected: new Set<string>(),
    onChange: select,
    canSelect: (key: string) => key !== "p-1",
  };
  show(ROWS.slice(0, 3), new Set(), { selection });
  expect(find('[data-index="1"] [data-select]').hasAttribute("disabled")).toBe(true);
  act(() => find("[role=grid]").focus());
  press("ArrowDown");
  press(" ");
  expect(select).not.toHaveBeenCalled();
  press("a", { ctrlKey: true });
  expect(lastSelected()).toEqual(["p-0", "p-2"]);
  press("Home");
  press(" ");
  pressBox(2, { shiftKey: true });
  expect(lastSelected()).toEqual(["p-0", "p-2"]);
});

test("after a press on a box the keys are the grid's", () => {
  show();
  find('[data-index="2"] [data-select]').focus();
  pressBox(2);
  expect(document.activeElement).toBe(find("[role=grid]"));
  press("Enter");
  expect(open).toHaveBeenCalledExactlyOnceWith(ROWS[2]);
});

test("moving on draws only the rows that changed", () => {
  show();
  act(() => find("[role=grid]").focus());
  draw.mockClear();
  press("ArrowDown");
  expect(draw.mock.calls.length).toBeGreaterThan(0);
  expect(draw.mock.calls.length).toBeLessThanOrEqual(2);
});

test("rows are reused for others while scrolling, and what is not text begins anew", () => {
  const columns: readonly TableColumn<Row>[] = [
    { id: "name", title: "姓名", width: 120, render: ({ name }) => name },
    { id: "more", title: "更多", width: 80, render: ({ id }) => <input defaultValue={id} /> },
  ];
  show(ROWS, new Set(), { columns });
  const before = new Set(place.querySelectorAll("[data-index]"));
  find("input:not([type])").setAttribute("data-touched", "");
  const grid = find("[role=grid]");
  act(() => {
    grid.scrollTop = 36 * 1_000;
    grid.dispatchEvent(new Event("scroll"));
  });
  const after = Array.from(place.querySelectorAll<HTMLElement>("[data-index]"));
  expect(after.filter((row) => before.has(row)).length).toBeGreaterThan(10);
  for (const row of after) {
    const id = `p-${row.dataset["index"]}`;
    expect(row.textContent).toBe(`人员${row.dataset["index"]}`);
    expect(row.querySelector<HTMLInputElement>("input:not([type])")?.value).toBe(id);
  }
  expect(place.querySelector("[data-touched]")).toBeNull();
});

test("without rows it says what the page gave", () => {
  show([]);
  expect(place.textContent).toContain("没有人员");
});
