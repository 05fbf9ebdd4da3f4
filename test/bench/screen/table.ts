import stringWidth from "string-width";

/** One line of what is printed in the end. */
export interface Line {
  readonly name: string;
  readonly figure: string;
  readonly ratio: string;
  readonly target?: string;
  /** What it holds, or what limits it. */
  readonly note: string;
}

/** How many times as long. */
export function ratioOf(time: number, base: number): string {
  const ratio = time / base;
  return ratio < 0.1 ? ratio.toFixed(4) : ratio.toFixed(2);
}

/** Lines under their heading, in columns. */
export function printLines(heading: string, lines: readonly Line[]): void {
  console.log(`\n${heading}`);
  const cells = lines.map((line) => [line.name, line.figure, line.ratio, line.target ?? ""]);
  const table = [["", "median", "ratio", "target"], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => stringWidth(row[column] ?? ""))),
  );
  for (const [index, row] of table.entries()) {
    const padded = row.map((cell, column) => {
      const room = " ".repeat((widths[column] ?? 0) - stringWidth(cell));
      return column === 0 ? cell + room : room + cell;
    });
    console.log(`${padded.join("  ")}  ${lines[index - 1]?.note ?? ""}`.trimEnd());
  }
}
