import { join } from "node:path";
import { type SentPackage, sentPackageSchema } from "../../../shared/submission/sent-package.ts";
import type { Sealer } from "../keys/sealer.ts";
import type { Shelf } from "./shelf.ts";

/** Where a unit keeps what it packed. */
export function sentShelf(dataFolder: string, sealer: Sealer): Shelf<SentPackage> {
  return { folder: join(dataFolder, "sent"), sealer, label: "sent", schema: sentPackageSchema };
}
