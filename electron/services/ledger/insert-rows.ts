import type { Parameter, Queries } from "./ledger.ts";

/** Parameters of one statement: PGlite and servers take 32,767 and 65,535. */
const MOST_PARAMETERS = 8_000;

/** Inserts rows, many in one statement. `conflict` is the end of the statement (`ON CONFLICT …`). */
export async function insertRows(
  { run }: Pick<Queries, "run">,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Parameter[])[],
  conflict = "",
): Promise<void> {
  const most = Math.floor(MOST_PARAMETERS / columns.length);
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most);
    const values = some.map((_, row) => {
      const marks = columns.map((_column, index) => `$${row * columns.length + index + 1}`);
      return `(${marks.join(", ")})`;
    });
    const into = `INSERT INTO ${table} (${columns.join(", ")})`;
    await run(`${into} VALUES ${values.join(", ")} ${conflict}`, some.flat());
  }
}
