import type { StatementsAnswer } from "../../../shared/submission/receiver-answer.ts";
import { signUploadToken } from "../keys/upload-token.ts";
import { usualExpiry } from "../../../shared/submission/upload-token.ts";
import { weighBureauCard } from "../trust/card-standing.ts";
import { keepPendingCard, readPendingCard } from "../trust/pending-card.ts";
import { readBureauCardFile } from "../trust/statement-file.ts";
import { kindOfText } from "../statements/statement-text.ts";
import { takeCatalogue, takePack } from "../statements/taken.ts";
import { type TrustedBureau, trustBureau } from "../trust/trusted-bureau.ts";
import { askStatements, atAny, LONGEST_SILENCE } from "./bureau-contact.ts";
import type { Session } from "./session.ts";

/** What a bureau publishes to its units, each statement signed: its card, the catalogue, policy packs. */

/** Takes what concerns it; gives whether that is news. */
type Taker = (session: Session, answer: StatementsAnswer) => Promise<boolean>;

const TAKERS: readonly Taker[] = [takeCard, takePublished];

/** Asks for the statements and hands them on; gives how many were news. What does not answer is asked later. */
export async function fetchStatements(
  session: Session,
  { card, revokedAt }: TrustedBureau,
): Promise<number> {
  if (revokedAt !== null) return 0;
  const { keys, clock } = session;
  const contact = await atAny(card.addresses, (address) =>
    askStatements({
      address,
      makeToken: () =>
        signUploadToken(keys, {
          purpose: "statements",
          aud: card.keys.kid,
          exp: usualExpiry(clock.now()),
        }),
      onTime: (header) => session.hear(header),
      signal: session.signal,
      longestSilence: LONGEST_SILENCE,
    }),
  );
  if (!contact.ok) return 0;
  let news = 0;
  for (const take of TAKERS) {
    if (await take(session, contact.value)) news += 1;
  }
  return news;
}

const NOTHING_CONFIRMED = { fingerprint: null, isChangeConfirmed: false } as const;

/**
 * A newer card of the same key is taken as it comes; one of another key waits for a person, whoever vouches
 * for it: a changed key is never taken silently.
 */
async function takeCard(session: Session, { card: text }: StatementsAnswer): Promise<boolean> {
  if (text === null) return false;
  const read = await readBureauCardFile(text);
  if (!read.ok) return false;
  const { dataFolder, now } = session.setting;
  const place = { dataFolder, sealer: session.keys.sealer };
  const weighed = await weighBureauCard(place, read.statement);
  if (!weighed.ok) return false;
  switch (weighed.standing) {
    case "update":
      return (await trustBureau(place, read.statement, NOTHING_CONFIRMED, now())).ok;
    case "endorsed":
    case "change":
      if ((await readPendingCard(place)) === text) return false;
      await keepPendingCard(place, text);
      return true;
    case "first":
    case "same":
    case "older":
    case "revoked":
      return false;
    default:
      return weighed.standing satisfies never;
  }
}

/** The catalogue and policy packs, each by itself: one that cannot be taken does not keep the others. */
async function takePublished(session: Session, { statements }: StatementsAnswer): Promise<boolean> {
  const place = { dataFolder: session.setting.dataFolder, sealer: session.keys.sealer };
  let isNews = false;
  for (const text of statements) {
    switch (kindOfText(text)) {
      case "catalogue": {
        const taken = await takeCatalogue(place, text);
        isNews ||= taken.ok && taken.standing !== "same";
        break;
      }
      case "pack": {
        const taken = await takePack(place, text);
        isNews ||= taken.ok && taken.admission.ok;
        break;
      }
      case null:
      default:
        break;
    }
  }
  return isNews;
}
