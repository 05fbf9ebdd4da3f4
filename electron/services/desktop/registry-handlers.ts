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
import { done } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseTrust } from "./trust-handlers.ts";
import { inFolderTurn, withKeys } from "./unlocked.ts";

/** The register of units and the bureau's own card over the bridge. */
export function makeRegistryHandlers(desk: Desk): GroupHandlers<typeof REGISTRY_METHODS> {
  const { dataFolder, now } = desk;
  const placeOf = ({ sealer }: UnlockedKeys) => ({ dataFolder, sealer });
  return {
    "registry.state": () =>
      withKeys(desk, "bureau", async (keys) => {
        const own = await readOwnCard(dataFolder, keys);
        if (!own.ok) return refuseTrust(own);
        const enrolled = await listEnrolledUnits(placeOf(keys));
        if (!enrolled.ok) return refuseTrust(enrolled);
        return done({
          fingerprint: fingerprintOf(keys.publicKeys.kid),
          card: own.card === null ? null : factsOfCard(own.card),
          keys: enrolled.units.map(factsOfUnit),
        });
      }),
    "registry.readRequest": (_input, bytes) =>
      withKeys(desk, "bureau", async (keys) => {
        const read = await readRequest(bytes);
        if (!read.ok) return refuseTrust(read);
        const enrolled = await listEnrolledUnits(placeOf(keys));
        if (!enrolled.ok) return refuseTrust(enrolled);
        const request = read.statement;
        const previous = enrolled.units.findLast(({ unit }) => unit.id === request.unit.id) ?? null;
        return done({
          unit: request.unit,
          fingerprint: fingerprintOf(request.keys.kid),
          issuedAt: request.issuedAt,
          previous:
            previous === null
              ? null
              : {
                  unit: previous.unit,
                  fingerprint: fingerprintOf(previous.keys.kid),
                  isRevoked: previous.revokedAt !== null,
                },
          standing: standingOf(request, previous),
        });
      }),
    "registry.enrol": (confirmation, bytes) =>
      withKeys(desk, "bureau", async (keys) => {
        const read = await readRequest(bytes);
        if (!read.ok) return refuseTrust(read);
        const request = read.statement;
        return inFolderTurn(desk, async () => {
          const taken = await enrolUnit(placeOf(keys), request, confirmation, now());
          if (!taken.ok) return refuseTrust(taken);
          const { as, confirmedBy } = taken.decision;
          return done({ unit: request.unit, as, confirmedBy });
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
          const fileName = `${content.bureau.id}.jcb`;
          const card = factsOfCard(own.card);
          return done({ fileName, card }, new TextEncoder().encode(issued.text));
        }),
      ),
  };
}

/** A request whose signature holds; what came is never more than a text. */
function readRequest(bytes: Uint8Array | null) {
  return readEnrolmentFile(new TextDecoder().decode(bytes ?? new Uint8Array()));
}

function standingOf({ keys }: Enrolment, previous: EnrolledUnit | null) {
  if (previous === null) return "new";
  return previous.keys.kid === keys.kid ? "update" : "change";
}

function factsOfUnit({ unit, keys, enrolledAt, revokedAt }: EnrolledUnit) {
  return { unit, fingerprint: fingerprintOf(keys.kid), enrolledAt, revokedAt };
}

function factsOfCard({ bureau, addresses, asks, issuedAt }: BureauCard) {
  return { bureau, addresses, asks, issuedAt };
}
