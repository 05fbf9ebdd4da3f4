import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import {
  attachmentPath,
  type Confirmation,
} from "../../../shared/submission/recommendation-file.ts";
import type { Candidate, ListSource } from "../../../shared/workbook/lists/candidates.ts";
import type { PublicityPeriod } from "../../../shared/workbook/lists/publicity-list.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { TrustedBureau } from "../trust/trusted-bureau.ts";
import type { AttachmentInput } from "./attachment-files.ts";
import { type BuildRefusal, refuseBuild } from "./build-fault.ts";

/** A candidate whom a person has confirmed. */
export interface ConfirmedCandidate {
  readonly candidate: Candidate;
  readonly confirmation: Confirmation;
  /** Null where the unit does not score. */
  readonly score: number | null;
  readonly rank: number | null;
}

/** What is to be packed. */
export interface PackageOrder {
  readonly source: ListSource;
  readonly candidates: readonly ConfirmedCandidate[];
  /** When the notice hung; null where it has not. */
  readonly publicity: PublicityPeriod | null;
  readonly attachments: readonly AttachmentInput[];
  /** True for a package in the stead of the last one, which never reached the bureau. */
  readonly isReplacing: boolean;
}

/** Who packs, and for whom. */
export interface Sender {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  readonly bureau: TrustedBureau;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether an order can be packed at all; null where it can. */
export function findOrderFault(
  { candidates, attachments, source }: PackageOrder,
  { bureau }: Pick<Sender, "bureau">,
): BuildRefusal | null {
  if (candidates.length === 0) return refuseBuild("nobody-recommended");
  if (bureau.revokedAt !== null) return refuseBuild("bureau-revoked");
  const types = source.pack.parameters["attachments.types"].value;
  for (const attachment of attachments) {
    const fault = findAttachmentFault(attachment, bureau.card, types);
    if (fault !== null) return refuseBuild(fault, attachment.listed.title);
  }
  return null;
}

function findAttachmentFault(
  { listed }: AttachmentInput,
  { asks }: BureauCard,
  types: readonly string[],
): "attachment-too-large" | "attachment-type" | null {
  if (listed.size > asks.largestAttachment) return "attachment-too-large";
  return types.includes(listed.extension) ? null : "attachment-type";
}

/** Each file once, however many people it is about. */
export function distinctFiles(attachments: readonly AttachmentInput[]): readonly AttachmentInput[] {
  return [...new Map(attachments.map((one) => [attachmentPath(one.listed), one])).values()];
}
