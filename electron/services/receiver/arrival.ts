import type { ReceiverArrival } from "../../../shared/bridge/receiver-methods.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import type { ReadUpload } from "./receiver-base.ts";

/** What a clerk is told of an upload that was read. */
export function arrivalOf(read: ReadUpload, at: string): ReceiverArrival {
  if (read.kind === "received") {
    const { id, unit, cycle, revision, counts } = read.entry.manifest;
    return {
      at,
      kind: read.isNew ? "received" : "repeated",
      unitId: unit.id,
      packageId: id,
      unitName: unit.name,
      year: cycle.year,
      revision,
      people: counts.people,
      code: null,
      message: null,
    };
  }
  const { unitId, packageId, code } = read;
  const nothing = { unitName: null, year: null, revision: null, people: null };
  const message = describePackageRefusal(code);
  return { at, kind: "refused", unitId, packageId, ...nothing, code, message };
}
