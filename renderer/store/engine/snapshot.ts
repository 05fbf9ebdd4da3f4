import type { ScreenDatabase } from "../database/database.ts";
import type { RosterRow } from "../types.ts";
import { giveWay } from "./slices.ts";

/**
 * The rows of the roster in a few sealed pieces, tied to the head of the history: painted while the
 * documents are still being read. It is derived, so a stale or broken one is thrown away.
 */
interface Piece {
  /** The format of the rows; another one is stale. */
  readonly format: number;
  readonly head: string;
  readonly pieces: number;
  readonly rows: readonly RosterRow[];
}

const FORMAT = 1;
const ROWS = 1_000;

/** The rows as of a head; null where the snapshot is of another one, incomplete or broken. */
export async function readSnapshot(
  database: ScreenDatabase,
  head: string,
): Promise<readonly RosterRow[] | null> {
  try {
    const stored = await database.snapshot.toArray();
    const pieces = stored.map(({ doc }) => doc as Piece);
    const isWhole = pieces.every(
      (piece) => piece.format === FORMAT && piece.head === head && piece.pieces === pieces.length,
    );
    return pieces.length > 0 && isWhole ? pieces.flatMap(({ rows }) => rows) : null;
  } catch {
    return null;
  }
}

/** Replaces the snapshot. Pieces of two heads never pass for one whole. */
export async function writeSnapshot(
  database: ScreenDatabase,
  head: string,
  rows: readonly RosterRow[],
): Promise<void> {
  const pieces = Math.max(1, Math.ceil(rows.length / ROWS));
  await database.snapshot.clear();
  for (let index = 0; index < pieces; index += 1) {
    const slice = rows.slice(index * ROWS, (index + 1) * ROWS);
    const doc: Piece = { format: FORMAT, head, pieces, rows: slice };
    await database.snapshot.put({ key: String(index).padStart(6, "0"), doc });
    await giveWay();
  }
}
