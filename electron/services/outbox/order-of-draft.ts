import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { formatPath, type Issue } from "../../../shared/records/issue.ts";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";
import type { DraftAttachment, PackageDraft } from "../../../shared/submission/package-draft.ts";
import { attachmentPath } from "../../../shared/submission/recommendation-file.ts";
import { readWrittenCycle } from "../../../shared/submission/written-cycle.ts";
import {
  type ListSource,
  resolveCandidates,
  UNKNOWN_CANDIDATE_SENTENCES,
} from "../../../shared/workbook/lists/candidates.ts";
import { getAttachment } from "../attachments/attachments.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { AttachmentInput } from "../packages/attachment-files.ts";
import type { PackageOrder } from "../packages/package-order.ts";
import { SourceError } from "../zip/zip-writer.ts";

/** From what the screen asks to be packed to what is packed: the rules are asked again, the scans are opened. */

const SENTENCES = {
  "unit-file": "本单位的资料有不合要求的地方，没有生成；请按提示改正后重新生成",
  "pack-unknown": "本年度所用的政策包不在本机；请先接收人社局的政策包",
  ...UNKNOWN_CANDIDATE_SENTENCES,
} as const;

export type DraftFault = keyof typeof SENTENCES;

export interface DraftRefusal {
  readonly ok: false;
  readonly code: DraftFault;
  /** What it is about: a place in the records, a pack, a person's id. */
  readonly place: string;
}

/** One sentence for a clerk. */
export function describeDraftFault(code: DraftFault): string {
  return SENTENCES[code];
}

/** Where scans lie sealed, and what opens them. */
interface Scans {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
}

/** The order behind a draft. */
export function orderOfDraft(
  draft: PackageDraft,
  scans: Scans,
  packs: readonly Pack[],
): { readonly ok: true; readonly order: PackageOrder } | DraftRefusal {
  const checked = checkUnitFile(draft.unitFile);
  if (!checked.ok) return { ok: false, code: "unit-file", place: placeOf(checked.issues) };
  const pack = packs.find(({ id }) => id === draft.packId);
  if (pack === undefined) return { ok: false, code: "pack-unknown", place: draft.packId };
  const source: ListSource = {
    unitFile: checked.value,
    cycle: readWrittenCycle(draft.cycle),
    pack,
  };
  const chosen = new Set(draft.candidates.map(({ personId }) => personId));
  const answers = evaluate(source.unitFile, source.cycle, pack, {
    isChosen: ({ id }) => chosen.has(id),
  });
  const resolved = resolveCandidates(source, answers, draft.candidates);
  if (!resolved.ok) {
    const [first] = resolved.unknown;
    const { code, choice } = first ?? { code: "person", choice: { personId: "" } };
    return { ok: false, code, place: choice.personId };
  }
  const candidates = resolved.candidates.map((candidate, index) => {
    const asked = draft.candidates[index];
    if (asked === undefined) throw new Error("more candidates than were asked for");
    const { confirmation, score, rank, proceedings } = asked;
    return { candidate, confirmation, score, rank, proceedings };
  });
  const attachments = draft.attachments.map((one) => inputOf(one, scans));
  const { publicity, isReplacing, proceedings } = draft;
  const order = { source, candidates, publicity, attachments, isReplacing, proceedings };
  return { ok: true, order };
}

function placeOf([first]: readonly Issue[]): string {
  return first === undefined ? "" : formatPath(first.path);
}

/** A scan as it lies sealed in the data folder, opened when its turn has come: one at a time in memory. */
function inputOf({ crc32, ...listed }: DraftAttachment, scans: Scans): AttachmentInput {
  const { sha256, size } = listed;
  const open = async function* () {
    const got = await getAttachment(scans.dataFolder, scans.keys, sha256);
    if (!got.ok) throw new SourceError("source-unreadable", attachmentPath(listed));
    yield got.bytes;
  };
  if (crc32 === undefined) return { listed, source: { open } };
  return {
    listed,
    source: { open, known: { sha256, size, crc32: Number.parseInt(crc32, 16) } },
  };
}
