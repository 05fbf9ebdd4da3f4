import type { RoundContext } from "../../shared/recommendation/context.ts";
import { draftPackage } from "../../shared/recommendation/draft-package.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import type { PackageDraft } from "../../shared/submission/package-draft.ts";
import type { AttachmentRecord, Records } from "../store/types.ts";
import { typeOfMedia } from "../widgets/attachments/attachment-files.ts";

/** What a package is drawn from. */
export interface DraftScene {
  readonly unit: Unit;
  readonly records: Records;
  readonly context: RoundContext;
}

/** What would be packed now; null where the round's pack is not known here. */
export function draftOf(
  { unit, records, context }: DraftScene,
  isReplacing: boolean,
): PackageDraft | null {
  const { pack } = context;
  if (pack === null) return null;
  return draftPackage({
    context,
    pack,
    unitFile: { format: UNIT_FILE_FORMAT, unit, people: [...records.people.values()] },
    scans: [...records.attachments.values()].map(withOwnExtension),
    isReplacing,
  });
}

/** A scan under the extension of what it is: its name may have lost it, or say `.jpeg`. */
function withOwnExtension(record: AttachmentRecord): AttachmentRecord {
  const extension = typeOfMedia(record.type);
  if (extension === null) return record;
  return { ...record, name: `${record.name.replace(/\.[A-Za-z]{3,4}$/, "")}.${extension}` };
}
