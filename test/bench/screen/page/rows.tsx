import { createRoot, type Root } from "react-dom/client";
import { useMessages } from "../../../../renderer/i18n/messages.ts";
import { USUAL_COLUMNS } from "../../../../renderer/people/column-choice.ts";
import { PEOPLE_MESSAGES } from "../../../../renderer/people/messages.ts";
import { personColumns } from "../../../../renderer/people/roster-columns.tsx";
import type { RosterRow } from "../../../../renderer/store/types.ts";
import { VirtualTable } from "../../../../renderer/widgets/virtual-table.tsx";

/** The table of the roster with the columns of the roster, over rows made up here. */

const HEIGHT = 620;
const NOBODY: ReadonlySet<string> = new Set();
const NOTHING = () => {};
const NAMES = ["王伟", "李芳", "张秀英", "刘洋", "陈静", "杨磊", "赵敏", "黄丽"] as const;
const TITLES = ["医师", "主治医师", "副主任医师", "护师"] as const;

function rowAt(index: number): RosterRow {
  return {
    id: `p-${index}`,
    name: NAMES[index % NAMES.length] ?? "",
    initials: "ww",
    nameRank: index,
    sex: index % 3 === 0 ? "male" : "female",
    birthDate: `${1970 + (index % 30)}-0${1 + (index % 9)}-15`,
    idTail: String(1_000 + (index % 9_000)),
    titleName: TITLES[index % TITLES.length] ?? "",
    titleLevel: index % 4 === 2 ? "associateSenior" : "intermediate",
    series: index % 7 === 0 ? null : "health",
    employer: index % 11 === 0 ? null : "示例镇卫生院",
    isManaging: false,
  };
}

let root: Root | null = null;

function place(): HTMLElement {
  root?.unmount();
  root = null;
  const found = document.querySelector<HTMLElement>("#root");
  if (found === null) throw new Error("the page has no place");
  found.replaceChildren();
  return found;
}

/** Shows so many rows. */
export function showRows(count: number): void {
  const rows = Array.from({ length: count }, (_, index) => rowAt(index));
  root = createRoot(place());
  root.render(<Rows rows={rows} />);
}

function Rows({ rows }: { readonly rows: readonly RosterRow[] }) {
  const say = useMessages(PEOPLE_MESSAGES);
  return (
    <VirtualTable
      rows={rows}
      columns={personColumns(USUAL_COLUMNS, say, NOBODY)}
      rowKey={({ id }) => id}
      selection={{ selected: NOBODY, onChange: NOTHING }}
      stickyColumns={1}
      height={HEIGHT}
    />
  );
}

/** As high as so many rows, with nothing in it: what scrolling alone costs here. */
export function showEmptyScroller(count: number): void {
  const scroller = document.createElement("div");
  scroller.className = "vtable";
  scroller.style.height = `${HEIGHT}px`;
  const canvas = document.createElement("div");
  canvas.style.height = `${count * 36}px`;
  scroller.append(canvas);
  place().append(scroller);
}
