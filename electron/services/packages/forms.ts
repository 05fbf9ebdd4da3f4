import type { Candidate, ListSource } from "../../../shared/workbook/lists/candidates.ts";
import type { PublicityPeriod } from "../../../shared/workbook/lists/publicity-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { type ListDefinition, OFFICIAL_LISTS } from "../../../shared/workbook/lists/registry.ts";
import { packWorkbook } from "../workbooks/write-workbook.ts";

/** A file of a package in memory; its path is relative to the bag's root. */
export interface MemoryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The official lists about those put forward, as they lie in a package. */
export async function makeForms(
  source: ListSource,
  candidates: readonly Candidate[],
  publicity: PublicityPeriod | null,
  signal?: AbortSignal,
): Promise<readonly MemoryFile[]> {
  const chosen = new Set(candidates.map(({ person }) => person.id));
  const forms: MemoryFile[] = [];
  for (const [name, list] of Object.entries<ListDefinition>(OFFICIAL_LISTS)) {
    const made =
      "make" in list
        ? list.make(source, ({ id }) => chosen.has(id))
        : list.forCandidates(source, candidates, publicity ?? undefined);
    forms.push({ path: `forms/${name}.xlsx`, bytes: await packWorkbook(listPlan(made), signal) });
  }
  return forms;
}
