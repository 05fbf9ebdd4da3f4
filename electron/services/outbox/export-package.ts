import { orFileFault } from "../files/faults.ts";
import { replaceFile } from "../files/durable.ts";
import { readThrough } from "../packages/copy-file.ts";
import type { OutboxFault } from "./fault.ts";
import type { Shipment } from "./shipments.ts";

class DamagedError extends Error {}

/**
 * Copies a package to where it is wanted: the whole of it, flushed and checked on the way, or nothing. What
 * was at the target before stays where that fails.
 */
export async function exportPackage(
  { path, sent }: Pick<Shipment, "path" | "sent">,
  target: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: OutboxFault }> {
  try {
    return await orFileFault(async () => {
      await replaceFile(target, async (file) => {
        const { sha256 } = await readThrough(path, (piece) => file.writeFile(piece));
        if (sha256 !== sent.file.sha256) throw new DamagedError("not what was packed");
      });
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof DamagedError) return { ok: false, code: "package-damaged" };
    throw error;
  }
}
