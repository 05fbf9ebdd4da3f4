import type { RowData } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import { followRows, NO_SLOTS, slotOf } from "./row-slots.ts";
import type { TableModel } from "./virtual-table-model.ts";
import { TableRow } from "./virtual-table-row.tsx";

export interface TableBodyHandle {
  readonly showRow: (index: number) => void;
}

interface TableBodyProps<Row extends RowData> {
  readonly id: string;
  readonly model: TableModel<Row>;
  readonly rowHeight: number;
  readonly active: number | null;
  readonly canSelectRows: boolean;
  readonly isOpenable: boolean;
  readonly rowClass: ((row: Row) => string | undefined) | undefined;
  readonly handle: RefObject<TableBodyHandle | null>;
}

const OVERSCAN = 6;

/** The rows in sight and some beyond them. Scrolling draws this part alone. */
export function TableBody<Row extends RowData>(props: TableBodyProps<Row>) {
  const { id, model, rowHeight, rowClass, canSelectRows } = props;
  const { rows } = model.table.getRowModel();
  const body = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: rows.length,
    getScrollElement: () => body.current?.closest<HTMLElement>(".vtable") ?? null,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: rowHeight,
    useFlushSync: false,
  });
  useImperativeHandle(
    props.handle,
    () => ({ showRow: (index) => virtualizer.scrollToIndex(index) }),
    [virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  const inSight = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 1;
  const size = Math.max(items.length, inSight + 2 * OVERSCAN);
  const [before, setSlots] = useState(NO_SLOTS);
  const slots = followRows(before, items[0]?.index ?? 0, size);
  if (slots !== before) setSlots(slots);
  return (
    <div
      ref={body}
      role="rowgroup"
      className="vtable-body"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <TableRow
            key={slotOf(slots, index)}
            id={`${id}-${index}`}
            rowId={row.id}
            row={row.original}
            index={index}
            start={start}
            rowHeight={rowHeight}
            places={model.places}
            template={model.template}
            isActive={props.active === index}
            isSelected={canSelectRows ? row.getIsSelected() : null}
            isSelectable={row.getCanSelect()}
            className={rowClass?.(row.original)}
            isOpenable={props.isOpenable}
          />
        );
      })}
    </div>
  );
}
