import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import type { REGISTRY_METHODS } from "../../../shared/bridge/registry-methods.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import type { Enrolment } from "../../../shared/submission/enrolment.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import {
  type EnrolledUnit,
  enrolUnit,
  listEnrolledUnits,
  revokeUnit,
} from "../trust/enrolled-units.ts";
import { issueBureauCard, readOwnCard } from "../trust/own-statement.ts";
import { readEnrolmentFile } from "../trust/statement-file.ts";
import type { TrustPlace } from "../trust/trust-file.ts";
import { done } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseTrust } from "./trust-handlers.ts";
import { inFolderTurn, withKeys } from "./unlocked.ts";

/** The register of units and the bureau's own card over the bridge. */
export function makeRegistryHandlers(desk: Desk): GroupHandlers<typeof REGISTRY_METHODS> {
  const { dataFolder, now } = desk;
  const placeOf = ({ sealer }: UnlockedKeys): TrustPlace => ({ dataFolder, sealer });
  return {
    "registry.state": () =>
      withKeys(desk, "bureau", (keys) => showRegister(dataFolder, keys, placeOf(keys))),
    "registry.readRequest": (_input, bytes) =>
      withKeys(desk, "bureau", async (keys) =>
        bytes === null ? hostError("bad-input") : showRequest(placeOf(keys), bytes),
      ),
    "registry.enrol": (confirmation, bytes) =>
      withKeys(desk, "bureau", async (keys) => {
        if (bytes === null) return hostError("bad-input");
        const read = await readRequest(bytes);
        if (!read.ok) return refuseTrust(read);
        return inFolderTurn(desk, async () => {
          const taken = await enrolUnit(placeOf(keys), read.statement, confirmation, now());
          if (!taken.ok) return refuseTrust(taken);
          const { as, confirmedBy } = taken.decision;
          return done({ unit: read.statement.unit, as, confirmedBy });
        });
      }),
    "registry.revoke": ({ unitId, reason }) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const revoked = await revokeUnit(placeOf(keys), unitId, reason, now());
          return revoked.ok ? done({}) : refuseTrust(revoked);
        }),
      ),
    "registry.makeCard": (content) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const issued = await issueBureauCard(dataFolder, keys, content, now());
          if (!issued.ok) return refuseTrust(issued);
          const own = await readOwnCard(dataFolder, keys);
          if (!own.ok) return refuseTrust(own);
          if (own.card === null) throw new Error("a card was made and is not there");
          const fileName = `${content.bureau.name}.jcb`;
          return done({ fileName, card: factsOfCard(own.card) }, Buffer.from(issued.text));
        }),
      ),
  };
}

async function showRegister(
  dataFolder: string,
  keys: UnlockedKeys,
  place: TrustPlace,
): Promise<Answer<OutputOf<"registry.state">>> {
  const own = await readOwnCard(dataFolder, keys);
  if (!own.ok) return refuseTrust(own);
  const enrolled = await listEnrolledUnits(place);
  if (!enrolled.ok) return refuseTrust(enrolled);
  return done({
    fingerprint: fingerprintOf(keys.publicKeys.kid),
    card: own.card === null ? null : factsOfCard(own.card),
    keys: enrolled.units.map(factsOfUnit),
  });
}

async function showRequest(
  place: TrustPlace,
  bytes: Uint8Array,
): Promise<Answer<OutputOf<"registry.readRequest">>> {
  const read = await readRequest(bytes);
  if (!read.ok) return refuseTrust(read);
  const enrolled = await listEnrolledUnits(place);
  if (!enrolled.ok) return refuseTrust(enrolled);
  const { unit, keys, issuedAt } = read.statement;
  const previous = enrolled.units.findLast((one) => one.unit.id === unit.id) ?? null;
  return done({
    unit,
    fingerprint: fingerprintOf(keys.kid),
    issuedAt,
    previous: previous === null ? null : factsOfPrevious(previous),
    standing: standingOf(read.statement, previous),
  });
}

/** A request whose signature holds. */
function readRequest(bytes: Uint8Array) {
  return readEnrolmentFile(Buffer.from(bytes).toString("utf8"));
}

function standingOf({ keys }: Enrolment, previous: EnrolledUnit | null) {
  if (previous === null) return "new";
  return previous.keys.kid === keys.kid ? "update" : "change";
}

function factsOfPrevious({ unit, keys, revokedAt }: EnrolledUnit) {
  return { unit, fingerprint: fingerprintOf(keys.kid), isRevoked: revokedAt !== null };
}

function factsOfUnit({ unit, keys, enrolledAt, revokedAt }: EnrolledUnit) {
  return { unit, fingerprint: fingerprintOf(keys.kid), enrolledAt, revokedAt };
}

function factsOfCard({ bureau, addresses, asks, issuedAt }: BureauCard) {
  return { bureau, addresses, asks, issuedAt };
}
