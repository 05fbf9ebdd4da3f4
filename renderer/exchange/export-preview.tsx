import { useMemo } from "react";
import { useMessages } from "../i18n/messages.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import type { ExportPreview } from "./export-documents.ts";
import { exportMessages } from "./export-messages.ts";

interface PlacedCells {
  readonly at: number;
  readonly cells: readonly string[];
}

const ROW_HEIGHT = 34;
/** A character of half width on the screen, and the cell's padding. */
const CHARACTER = 8;
const PADDING = 16;
const LONGEST = 40;
const SCROLL_BAR = 18;
const MOST_ROWS = 12;

/** The first rows as they will stand in the file. */
export function ExportPreviewTable({ preview }: { readonly preview: ExportPreview }) {
  const say = useMessages(exportMessages);
  const { title, rows, total, columns: own } = preview;
  const columns = useMemo(
    (): readonly TableColumn<PlacedCells>[] =>
      (own.length === 0
        ? [
            { heading: say("preview.sheet"), width: 20 },
            { heading: say("preview.count"), width: 10 },
          ]
        : own
      ).map(({ heading, width }, column) => ({
        id: `${column}`,
        title: heading,
        width: Math.min(LONGEST, Math.max(width, heading.length * 2)) * CHARACTER + PADDING,
        render: ({ cells }) => <span title={cells[column]}>{cells[column] ?? ""}</span>,
      })),
    [own, say],
  );
  const placed = useMemo(() => rows.map((cells, at): PlacedCells => ({ at, cells })), [rows]);
  return (
    <section className="exchange-panel">
      <h2 className="exchange-heading">{say("preview.of", { title })}</h2>
      <VirtualTable
        rows={placed}
        columns={columns}
        rowKey={({ at }) => String(at)}
        rowHeight={ROW_HEIGHT}
        height={Math.min(MOST_ROWS, Math.max(2, placed.length + 1)) * ROW_HEIGHT + SCROLL_BAR}
        label={say("preview")}
        emptyText={say("preview.empty")}
      />
      {total === null ? null : (
        <p className="exchange-note">
          {say("preview.more", { total: total.all, shown: total.shown })}
        </p>
      )}
    </section>
  );
}
