import type { RowData } from "@tanstack/react-table";
import { useId, useRef } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { TableBody, type TableBodyHandle } from "./virtual-table-body.tsx";
import { TableHead } from "./virtual-table-head.tsx";
import { useTableKeys } from "./virtual-table-keys.ts";
import { useTableModel } from "./virtual-table-model.ts";
import "./virtual-table.css";
import type { VirtualTableProps } from "./virtual-table-props.ts";

const ROW_HEIGHT = 36;

/** A table of plain elements that draws only the rows in sight; smooth with 100,000 rows. */
export function VirtualTable<Row extends RowData>(props: VirtualTableProps<Row>) {
  const { onOpen, selection, label, rowHeight = ROW_HEIGHT, height } = props;
  const say = useMessages(widgetMessages);
  const id = useId();
  const body = useRef<TableBodyHandle>(null);
  const model = useTableModel(props);
  const canSelectRows = selection !== undefined;
  const keys = useTableKeys({
    table: model.table,
    onOpen,
    canSelectRows,
    keepsHidden: selection?.keepsHidden ?? false,
    showRow: (index) => body.current?.showRow(index),
  });
  const count = model.table.getRowModel().rows.length;
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={model.places.length}
      aria-multiselectable={canSelectRows ? true : undefined}
      aria-activedescendant={keys.active === null ? undefined : `${id}-${keys.active}`}
      tabIndex={0}
      className={`vtable ${height === undefined ? "vtable-fill" : ""}`}
      style={height === undefined ? undefined : { height }}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={keys.onClick}
    >
      <div className="vtable-canvas" style={{ minWidth: model.width }}>
        <TableHead model={model} rowHeight={rowHeight} onSelectAll={keys.selectAll} />
        {count === 0 ? (
          <div role="row" className="vtable-empty">
            <div role="gridcell">{props.emptyText ?? say("table.empty")}</div>
          </div>
        ) : null}
        <TableBody
          id={id}
          model={model}
          rowHeight={rowHeight}
          active={keys.active}
          canSelectRows={canSelectRows}
          isOpenable={onOpen !== undefined}
          rowClass={props.rowClass}
          handle={body}
        />
      </div>
    </div>
  );
}
