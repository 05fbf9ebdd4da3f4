import type { ListCell, OfficialList } from "../../shared/workbook/lists/list.ts";
import { spanOf } from "./sheet-spans.ts";
import "./service.css";

/** An official list on paper: the same rows, remarks and lines for signatures as the workbook has. */
export function OfficialSheet({ list }: { readonly list: OfficialList }) {
  const whole = list.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <article className="service-sheet">
      <h2>{list.title}</h2>
      {list.lines.map(([left, right]) => (
        <p key={left} className="service-sheet-line">
          <span>{left}</span>
          <span>{right}</span>
        </p>
      ))}
      <table>
        <colgroup>
          {list.columns.map(({ heading, width }) => (
            <col key={heading} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {list.columns.map(({ heading }) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <SheetBody list={list} />
      </table>
      {list.footers.map((footer) => (
        <p key={footer} className="service-sheet-footer">
          {footer}
        </p>
      ))}
    </article>
  );
}

/** One body a person, so that a page breaks between people and not inside one. */
function SheetBody({ list }: { readonly list: OfficialList }) {
  const groups = list.shared ?? [];
  return groups.map(({ firstRow, lastRow }) => (
    <tbody key={firstRow}>
      {list.rows.slice(firstRow, lastRow + 1).map((cells, offset) => {
        const row = firstRow + offset;
        return (
          <tr key={row}>
            {list.columns.map(({ heading, kind }, column) => {
              const span = spanOf(list, row, column);
              if (span === 0) return null;
              return (
                <td key={heading} rowSpan={span} className={`service-sheet-${kind}`}>
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

function textOf(cell: ListCell): string {
  if (cell === null) return "";
  return String(typeof cell === "object" ? cell.value : cell);
}
