import type { Pack } from "../policy/pack.ts";
import type { AttachmentKind } from "../records/attachment-kind.ts";
import type { Candidacy, Waiver } from "./candidacy.ts";
import { type FiledAttachment, isRecommended, namesOf, type RoundContext } from "./context.ts";
import type { Matter } from "./matter.ts";

/** 申报材料: the papers that the pack asks of a candidate, what is there, and what was waived. */
export interface ChecklistLine {
  readonly kind: AttachmentKind;
  /** How many scans of the kind there are. */
  readonly count: number;
  readonly waiver: Waiver | null;
  readonly isMissing: boolean;
}

/** One line for each paper asked, in the pack's order. */
export function checklistOf(
  { personId, pathway, waivers }: Candidacy,
  attachments: readonly FiledAttachment[],
  pack: Pack,
): readonly ChecklistLine[] {
  const own = attachments.filter((one) => one.personId === personId);
  return pack.parameters["materials.required"].value[pathway].map((kind) => {
    const count = own.filter((one) => one.kind === kind).length;
    const waiver = waivers.findLast((one) => one.kind === kind) ?? null;
    return { kind, count, waiver, isMissing: count === 0 && waiver === null };
  });
}

/** Papers that recommended people still owe. */
export function missingMaterials(context: RoundContext, pack: Pack): readonly Matter[] {
  return context.candidacies.filter(isRecommended).flatMap((one) =>
    checklistOf(one, context.attachments, pack)
      .filter(({ isMissing }) => isMissing)
      .map(({ kind }): Matter => ({
        code: "material.missing",
        details: { ...namesOf(one), kind },
      })),
  );
}
