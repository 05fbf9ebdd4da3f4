import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import {
  attachmentKey,
  attachmentPath,
  candidateKey,
  type Confirmation,
} from "../../../shared/submission/recommendation-file.ts";
import type {
  CandidateProceedings,
  RoundProceedings,
} from "../../../shared/submission/proceedings.ts";
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
  readonly proceedings?: CandidateProceedings | undefined;
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
  /** Where the unit keeps its round in the program. */
  readonly proceedings?: RoundProceedings | undefined;
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
  const twice = findTwice(candidates, ({ candidate: { person, assessment } }) =>
    candidateKey({ personId: person.id, ...assessment }),
  );
  if (twice !== undefined) return refuseBuild("candidate-twice", twice.candidate.person.name);
  if (bureau.revokedAt !== null) return refuseBuild("bureau-revoked");
  const types = source.pack.parameters["attachments.types"].value;
  const people = new Set(candidates.map(({ candidate }) => candidate.person.id));
  for (const attachment of attachments) {
    const fault = findAttachmentFault(attachment, { card: bureau.card, types, people });
    if (fault !== null) return refuseBuild(fault, attachment.listed.title);
  }
  const again = findTwice(attachments, ({ listed }) => attachmentKey(listed));
  return again === undefined ? null : refuseBuild("attachment-twice", again.listed.title);
}

/** The first thing that was there before; undefined where all differ. */
function findTwice<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (seen.has(key)) return item;
    seen.add(key);
  }
  return undefined;
}

interface AttachmentBounds {
  readonly card: BureauCard;
  /** Extensions that the pack allows. */
  readonly types: readonly string[];
  /** Ids of those put forward: nobody else's papers travel (个人信息保护法 第六条). */
  readonly people: ReadonlySet<string>;
}

function findAttachmentFault(
  { listed }: AttachmentInput,
  { card, types, people }: AttachmentBounds,
): "attachment-too-large" | "attachment-type" | "attachment-person" | null {
  const { size, personId } = listed;
  if (size > card.asks.largestAttachment) return "attachment-too-large";
  if (personId !== null && !people.has(personId)) return "attachment-person";
  return types.includes(listed.extension) ? null : "attachment-type";
}

/** Each file once, however many people it is about. */
export function distinctFiles(attachments: readonly AttachmentInput[]): readonly AttachmentInput[] {
  return [...new Map(attachments.map((one) => [attachmentPath(one.listed), one])).values()];
}
