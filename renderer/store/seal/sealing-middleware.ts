import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from "dexie";
import type { Sealer } from "./sealer.ts";

/** What a sealed table really holds: its key in clear, the document as a box. */
interface BoxedRow {
  readonly key: string;
  readonly box: Uint8Array;
}

/** A row as the rest of the store sees it. */
export interface OpenRow {
  readonly key: string;
  readonly doc: unknown;
}

/** Counts in the place of every box, so that a box of another layout never opens by mistake. */
const LAYOUT = 1;

/**
 * Seals the documents of some tables on their way into IndexedDB and opens them on their way out. The
 * place of a box is its table and key: boxes that somebody swaps around do not open.
 */
export function makeSealingMiddleware(
  tables: ReadonlySet<string>,
  sealer: Sealer,
): Middleware<DBCore> {
  return {
    stack: "dbcore",
    name: "sealed documents",
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return tables.has(name) ? sealTable(table, sealer) : table;
      },
    }),
  };
}

function sealTable(table: DBCoreTable, sealer: Sealer): DBCoreTable {
  const placeOf = (key: string) => `${table.name}/${key}/${LAYOUT}`;
  const sealRow = ({ key, doc }: OpenRow): BoxedRow => ({
    key,
    box: sealer.seal(placeOf(key), doc),
  });
  const openRow = (row: unknown): OpenRow | undefined => {
    if (row === undefined || row === null) return undefined;
    const { key, box } = row as BoxedRow;
    return { key, doc: sealer.open(placeOf(key), box) };
  };
  const sealRequest = (request: DBCoreMutateRequest): DBCoreMutateRequest =>
    request.type === "add" || request.type === "put"
      ? { ...request, values: (request.values as readonly OpenRow[]).map(sealRow) }
      : request;
  return {
    ...table,
    mutate: (request) => table.mutate(sealRequest(request)),
    // `then` and not `await`: Dexie's own promises keep the transaction alive.
    get: (request) => table.get(request).then(openRow),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(openRow)),
    query: (request) =>
      table
        .query(request)
        .then((response) =>
          request.values === true
            ? { ...response, result: response.result.map(openRow) }
            : response,
        ),
    openCursor(request) {
      // Nothing reads sealed documents one by one; a cursor would hand out boxes.
      if (request.values === true) throw new Error("sealed documents are not read by a cursor");
      return table.openCursor(request);
    },
  };
}
