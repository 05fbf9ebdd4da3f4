import type { RoundProceedings } from "../../../shared/submission/proceedings.ts";
import type { ListSource } from "../../../shared/workbook/lists/candidates.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { type ListDefinition, OFFICIAL_LISTS } from "../../../shared/workbook/lists/registry.ts";
import {
  ROUND_LISTS,
  type RoundListDefinition,
} from "../../../shared/workbook/lists/round-lists.ts";
import type { RoundSource } from "../../../shared/workbook/lists/round-source.ts";
import { packWorkbook } from "../workbooks/write-workbook.ts";
import type { PackageOrder } from "./package-order.ts";

/** A file of a package in memory; its path is relative to the bag's root. */
export interface MemoryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What of an order the forms are drawn up from. */
type FormsOrder = Pick<PackageOrder, "source" | "candidates" | "publicity" | "proceedings">;

/** The official lists about those put forward, as they lie in a package. */
export async function makeForms(
  { source, candidates: confirmed, publicity, proceedings }: FormsOrder,
  signal?: AbortSignal,
): Promise<readonly MemoryFile[]> {
  const candidates = confirmed.map(({ candidate }) => candidate);
  const chosen = new Set(candidates.map(({ person }) => person.id));
  const forms: MemoryFile[] = [];
  for (const [name, list] of Object.entries<ListDefinition>(OFFICIAL_LISTS)) {
    const made =
      "make" in list
        ? list.make(source, ({ id }) => chosen.has(id))
        : list.forCandidates(source, candidates, publicity ?? undefined);
    forms.push({ path: `forms/${name}.xlsx`, bytes: await packWorkbook(listPlan(made), signal) });
  }
  if (proceedings === undefined) return forms;
  const round = roundSourceOf(source, confirmed, proceedings);
  for (const [name, list] of Object.entries<RoundListDefinition>(ROUND_LISTS)) {
    const made = listPlan(list.forRound(round));
    forms.push({ path: `forms/${name}.xlsx`, bytes: await packWorkbook(made, signal) });
  }
  return forms;
}

/** The forms of the round name the recommended alone: nobody else's data travels. */
function roundSourceOf(
  source: ListSource,
  confirmed: FormsOrder["candidates"],
  proceedings: RoundProceedings,
): RoundSource {
  const candidates = confirmed.flatMap(({ candidate, score, rank, proceedings: own }) =>
    own === undefined
      ? []
      : [{ candidate, proceedings: own, decision: "recommended" as const, score, rank }],
  );
  return { ...source, proceedings, candidates, audience: "bureau" };
}
