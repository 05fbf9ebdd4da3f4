import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import type {
  OfferedCard,
  TRUST_METHODS,
  TrustedBureauFacts,
} from "../../../shared/bridge/trust-methods.ts";
import { formatPath } from "../../../shared/records/issue.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { orFileFault } from "../files/faults.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { weighBureauCard } from "../trust/card-standing.ts";
import { describeTrustFault, type TrustFault, type TrustFaultResult } from "../trust/fault.ts";
import { issueEnrolment } from "../trust/own-statement.ts";
import { dropPendingCard, readPendingCard } from "../trust/pending-card.ts";
import { readBureauCardFile } from "../trust/statement-file.ts";
import type { TrustPlace } from "../trust/trust-file.ts";
import {
  readTrustedBureau,
  revokeBureau,
  trustBureau,
  type TrustedBureau,
} from "../trust/trusted-bureau.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { inFolderTurn, withKeys } from "./unlocked.ts";

/** Where the core's sentence names a command of the command line, the screen says it in its own words. */
const SCREEN_SENTENCES: Partial<Record<TrustFault, string>> = {
  "bureau-missing":
    "还没有采用人社局信息卡；请先向人社局索取信息卡（.jcb），在本页读入并核对密钥指纹",
};

/** 对接县级人社局: who this unit is to its bureau, and whom it takes for it. */
export function makeTrustHandlers(desk: Desk): GroupHandlers<typeof TRUST_METHODS> {
  const { dataFolder, now } = desk;
  const placeOf = ({ sealer }: UnlockedKeys): TrustPlace => ({ dataFolder, sealer });
  return {
    "trust.state": () => withKeys(desk, "unit", (keys) => showState(keys, placeOf(keys))),
    "trust.request": ({ unit }) =>
      withKeys(desk, "unit", (keys) =>
        inFolderTurn(desk, async () => {
          const issued = await issueEnrolment(dataFolder, keys, unit, now());
          if (!issued.ok) return refuseTrust(issued);
          const fingerprint = fingerprintOf(keys.publicKeys.kid);
          const fileName = `${unit.name}登记申请.jce`;
          return done({ fileName, fingerprint }, Buffer.from(issued.text));
        }),
      ),
    "trust.readCard": (_input, bytes) =>
      withKeys(desk, "unit", async (keys) =>
        bytes === null ? hostError("bad-input") : showCard(placeOf(keys), textOf(bytes)),
      ),
    "trust.pendingCard": () =>
      withKeys(desk, "unit", async (keys) => {
        const text = await readPendingCard(placeOf(keys));
        if (text === null) return refuse("nothing-pending", "没有等待确认的人社局信息卡");
        const shown = await showCard(placeOf(keys), text);
        return shown.ok ? done(shown.output, Buffer.from(text)) : shown;
      }),
    "trust.takeCard": (confirmation, bytes) =>
      withKeys(desk, "unit", (keys) =>
        inFolderTurn(desk, async () => {
          if (bytes === null) return hostError("bad-input");
          const read = await readBureauCardFile(textOf(bytes));
          if (!read.ok) return refuseTrust(read);
          const place = placeOf(keys);
          const taken = await trustBureau(place, read.statement, confirmation, now());
          if (!taken.ok) return refuseTrust(taken);
          await dropPendingCard(place);
          desk.outbox.wake();
          const trusted = await readTrustedBureau(place);
          return trusted.ok ? done(factsOf(trusted.bureau)) : refuseTrust(trusted);
        }),
      ),
    "trust.revokeBureau": ({ reason }) =>
      withKeys(desk, "unit", (keys) =>
        inFolderTurn(desk, async () => {
          const revoked = await revokeBureau(placeOf(keys), reason, now());
          return revoked.ok ? done({}) : refuseTrust(revoked);
        }),
      ),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** A refusal of what is kept of the bureau, as an answer of the bridge. */
export function refuseTrust({ code, issues }: TrustFaultResult): ReturnType<typeof refuse> {
  const message = SCREEN_SENTENCES[code] ?? describeTrustFault(code);
  const [first] = issues ?? [];
  return refuse(code, message, first === undefined ? undefined : { at: formatPath(first.path) });
}

async function showState(
  { publicKeys }: UnlockedKeys,
  place: TrustPlace,
): Promise<Answer<OutputOf<"trust.state">>> {
  const read = await readTrustedBureau(place);
  if (!read.ok && read.code !== "bureau-missing") return refuseTrust(read);
  return done({
    fingerprint: fingerprintOf(publicKeys.kid),
    bureau: read.ok ? factsOf(read.bureau) : null,
    isChangePending: (await readPendingCard(place)) !== null,
  });
}

async function showCard(place: TrustPlace, text: string): Promise<Answer<OfferedCard>> {
  const read = await readBureauCardFile(text);
  if (!read.ok) return refuseTrust(read);
  const card = read.statement;
  const weighed = await orFileFault(() => weighBureauCard(place, card));
  if (!weighed.ok) return refuseTrust(weighed);
  const { standing, previous } = weighed;
  return done({
    ...cardFacts(card),
    bureau: card.bureau,
    previous:
      previous === null
        ? null
        : { name: previous.bureau.name, fingerprint: fingerprintOf(previous.keys.kid) },
    standing,
  });
}

function cardFacts({ keys, issuedAt, addresses, asks }: BureauCard) {
  return { fingerprint: fingerprintOf(keys.kid), issuedAt, addresses, asks };
}

function factsOf({ card, trustedAt, revokedAt }: TrustedBureau): TrustedBureauFacts {
  return { ...card.bureau, ...cardFacts(card), trustedAt, revokedAt };
}
