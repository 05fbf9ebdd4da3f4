import type { DeskContext } from "./desk-context.ts";
import { listSamples } from "./keep-samples.ts";

/**
 * Takes out what clerks noted on packages: decisions, and samples that were drawn from nothing else. For fictitious
 * packages alone: on real ones the notes stay, whatever becomes of the files.
 */
export async function forgetPackages(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  packageIds: readonly string[],
): Promise<void> {
  const forgotten = new Set(packageIds);
  const samples = (await listSamples({ ledger, seals })).filter(({ members }) =>
    members.every(({ packageId }) => forgotten.has(packageId)),
  );
  await ledger.transaction(async ({ run }) => {
    await run("DELETE FROM desk_decisions WHERE package_key = ANY($1)", [
      packageIds.map((id) => seals.hash("package", id)),
    ]);
    await run("DELETE FROM samples WHERE sample_key = ANY($1)", [
      samples.map(({ id }) => seals.hash("sample", id)),
    ]);
  });
}
