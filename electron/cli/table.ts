import stringWidth from "string-width";

/** A plain table: columns aligned by the width that Chinese characters take on a terminal. */
export function formatTable(rows: readonly (readonly string[])[], indent = ""): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    }
  }
  return rows.map((row) =>
    (indent + row.map((cell, column) => pad(cell, widths[column] ?? 0)).join("  ")).trimEnd(),
  );
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(width - stringWidth(cell));
}
