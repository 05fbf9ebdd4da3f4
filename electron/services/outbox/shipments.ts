import { join } from "node:path";
import { type OutboxStep, outboxStepOf } from "../../../shared/submission/outbox-step.ts";
import {
  foreignHead,
  isLaterTry,
  isReplaced,
  type SentPackage,
  sentStateOf,
  wasReceived,
} from "../../../shared/submission/sent-package.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { sentShelf } from "../packages/sent-shelf.ts";
import { listShelf, PACKAGE_FILE } from "../packages/shelf.ts";
import type { TrustedBureau } from "../trust/trusted-bureau.ts";
import type { ErrandFiles, ErrandRecord } from "./errand-files.ts";
import type { OutboxFault } from "./fault.ts";

/** Packages of this unit with what is to be done with them. */

export interface Shipment {
  readonly sent: SentPackage;
  readonly errand: ErrandRecord;
  /** The package file on the shelf. */
  readonly path: string;
  /** Another package was built in its stead. */
  readonly isReplaced: boolean;
  /** The bureau's last revision of its year, where it was not built here and the next one has to follow on it. */
  readonly foreignRevision: number | null;
}

export type Shipments =
  | { readonly ok: true; readonly shipments: readonly Shipment[] }
  | { readonly ok: false; readonly code: "records-damaged" };

/** Everything on the shelf, in the order in which the bureau wants it: by year, revision and try. */
export async function listShipments(
  dataFolder: string,
  { sealer }: UnlockedKeys,
  errands: ErrandFiles,
): Promise<Shipments> {
  const shelf = sentShelf(dataFolder, sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return { ok: false, code: listed.code };
  const shipments: Shipment[] = [];
  for (const { name, entry } of listed.entries) {
    const ofChain = listed.entries.map((one) => one.entry).filter((one) => isOfChain(one, entry));
    shipments.push({
      sent: entry,
      errand: await errands.read(entry.file.sha256),
      path: join(shelf.folder, name, PACKAGE_FILE),
      isReplaced: isReplaced(entry, ofChain),
      foreignRevision: foreignHead(ofChain)?.revision ?? null,
    });
  }
  return { ok: true, shipments: shipments.toSorted((a, b) => byChain(a.sent, b.sent)) };
}

function byChain(a: SentPackage, b: SentPackage): number {
  return (
    a.manifest.cycle.year - b.manifest.cycle.year ||
    a.manifest.revision - b.manifest.revision ||
    a.attempt - b.attempt
  );
}

/** How far a shipment is. */
export function stepOf({ sent, errand }: Shipment, isUnderWay: boolean): OutboxStep {
  return outboxStepOf(sentStateOf(sent), wasReceived(sent), {
    isToSend: errand.isToSend,
    isPaused: errand.isPaused,
    isUploaded: errand.uploadedAt !== null,
    isUnderWay,
  });
}

/** True where a shipment waits for its upload. */
export function isToUpload({ sent, errand, ...shipment }: Shipment): boolean {
  const isWanted = errand.isToSend && !errand.isPaused && errand.uploadedAt === null;
  return isWanted && !shipment.isReplaced && !wasReceived(sent);
}

/** True where the bureau may have an answer: it has been given the package, or may have been. */
export function isToAsk(shipment: Shipment, all: readonly Shipment[]): boolean {
  const { sent, errand } = shipment;
  const isGiven =
    errand.uploadedAt !== null || errand.exportedAt !== null || errand.upload !== null;
  // Also where another was built in its stead: the bureau may have taken this one in before.
  if (!wasReceived(sent)) return isGiven && !all.some((other) => isAnsweredTry(other.sent, sent));
  // The bureau answers the latest revision of a year; what it had to say of those before, it has said.
  return !all.some((other) => isLater(other.sent, sent));
}

/** True for another try at the same revision that the bureau has: it takes no second one. */
function isAnsweredTry(other: SentPackage, one: SentPackage): boolean {
  return isOfChain(other, one) && wasReceived(other) && isLaterTry(other, one);
}

function isLater(other: SentPackage, one: SentPackage): boolean {
  return (
    isOfChain(other, one) && wasReceived(other) && other.manifest.revision > one.manifest.revision
  );
}

/** Of one unit and year. */
function isOfChain({ manifest: other }: SentPackage, { manifest: one }: SentPackage): boolean {
  return other.unit.id === one.unit.id && other.cycle.year === one.cycle.year;
}

/** Why a shipment cannot be uploaded now, whatever the network does; null where it can. */
export function findObstacle(
  { sent }: Shipment,
  all: readonly Shipment[],
  bureau: TrustedBureau | null,
): OutboxFault | null {
  if (bureau === null) return "bureau-missing";
  if (bureau.revokedAt !== null) return "bureau-revoked";
  const { manifest } = sent;
  if (manifest.bureau.kid !== bureau.card.keys.kid) return "bureau-changed";
  if (bureau.card.addresses.length === 0) return "no-address";
  return all.some((other) => isUnansweredBefore(other, sent)) ? "earlier-first" : null;
}

/** The bureau takes revisions one after the other: what comes before its time is refused. */
function isUnansweredBefore(before: Shipment, one: SentPackage): boolean {
  const { sent } = before;
  return (
    !before.isReplaced &&
    !wasReceived(sent) &&
    isOfChain(sent, one) &&
    sent.manifest.revision < one.manifest.revision
  );
}
