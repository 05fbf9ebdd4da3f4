import type { ListCell, ListColumn, OfficialList } from "../../shared/workbook/lists/list.ts";
import { headCells, rowGroups, spanOf } from "./sheet-spans.ts";
import "./official-sheet.css";

/** An official list on paper: the same rows, remarks and lines for signatures as the workbook has. */
export function OfficialSheet({ list }: { readonly list: OfficialList }) {
  const whole = list.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <article className={`official-sheet official-sheet-${list.orientation}`}>
      {list.above === undefined ? null : <p className="official-sheet-above">{list.above}</p>}
      <h2>{list.title}</h2>
      {list.lines.map(([left, right]) => (
        <p key={left} className="official-sheet-line">
          <span>{left}</span>
          <span>{right}</span>
        </p>
      ))}
      {list.columns.length === 0 ? null : (
        <table>
          <colgroup>
            {list.columns.map((column) => (
              <col key={keyOf(column)} style={{ width: `${(column.width / whole) * 100}%` }} />
            ))}
          </colgroup>
          <SheetHead columns={list.columns} />
          <SheetBody list={list} />
          <SheetTotals list={list} />
        </table>
      )}
      {list.footers.map((footer) => (
        <p key={footer} className="official-sheet-footer">
          {footer}
        </p>
      ))}
    </article>
  );
}

function keyOf({ group = "", heading }: ListColumn): string {
  return `${group} ${heading}`;
}

function SheetHead({ columns }: Pick<OfficialList, "columns">) {
  return (
    <thead>
      {headCells(columns).map((cells) => (
        <tr key={cells.map(({ text }) => text).join(" ")}>
          {cells.map(({ key, text, columnSpan, rowSpan }) => (
            <th
              key={key}
              scope={columnSpan > 1 ? "colgroup" : "col"}
              colSpan={columnSpan}
              rowSpan={rowSpan}
            >
              {text}
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}

/** One body a person, so that a page breaks between people and not inside one. */
function SheetBody({ list }: { readonly list: OfficialList }) {
  return rowGroups(list).map(({ firstRow, lastRow }) => (
    <tbody key={firstRow}>
      {list.rows.slice(firstRow, lastRow + 1).map((cells, offset) => {
        const row = firstRow + offset;
        return (
          <tr key={row}>
            {list.columns.map((place, column) => {
              const span = spanOf(list, row, column);
              if (span === 0) return null;
              return (
                <td key={keyOf(place)} rowSpan={span} className={`official-sheet-${place.kind}`}>
                  {textOf(cells[column] ?? null)}
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  ));
}

function SheetTotals({ list: { totals, columns } }: { readonly list: OfficialList }) {
  if (totals === undefined) return null;
  return (
    <tbody>
      <tr>
        {columns.map((place, column) => (
          <td key={keyOf(place)} className={`official-sheet-${place.kind}`}>
            {textOf(totals[column] ?? null)}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

function textOf(cell: ListCell): string {
  if (cell === null) return "";
  return String(typeof cell === "object" ? cell.value : cell);
}
