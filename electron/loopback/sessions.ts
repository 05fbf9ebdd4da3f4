import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * How a browser proves that this user's own start opened it: a code for one use in the fragment of the
 * address, exchanged for a token that the page keeps. Only digests of either are held here.
 */

const SECRET_BYTES = 32;
const MOST_SESSIONS = 16;
const MOST_WRONG_CODES = 10;
const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

interface OpenCode {
  readonly digest: Buffer;
  readonly until: number;
}

export interface Sessions {
  /** A code for one use within so many milliseconds; codes made before stay good until their time. */
  readonly newCode: (validFor: number) => string;
  /** The token for a code; null where the code is wrong, used, or too old. */
  readonly exchange: (code: string) => string | null;
  /** True for the header of a page that holds a token. */
  readonly isKnown: (authorization: string | undefined) => boolean;
}

/** Sessions in memory: they end with the host. `now` in milliseconds. */
export function createSessions(now: () => number): Sessions {
  let codes: readonly OpenCode[] = [];
  let sessions: readonly Buffer[] = [];
  let wrongCodes = 0;
  return {
    newCode: (validFor) => {
      const code = newSecret();
      wrongCodes = 0;
      codes = [...codes, { digest: digestOf(code), until: now() + validFor }];
      return code;
    },
    exchange: (code) => {
      codes = codes.filter(({ until }) => until > now());
      if (wrongCodes >= MOST_WRONG_CODES) return null;
      const digest = digestOf(code);
      const found = codes.find((one) => timingSafeEqual(one.digest, digest));
      if (found === undefined) {
        wrongCodes += 1;
        return null;
      }
      codes = codes.filter((one) => one !== found);
      const token = newSecret();
      // A window opened again and again must not pile up sessions; the oldest is the one forgotten.
      sessions = [...sessions, digestOf(token)].slice(-MOST_SESSIONS);
      return token;
    },
    isKnown: (authorization) => {
      const token = BEARER.exec(authorization ?? "")?.[1];
      if (token === undefined) return false;
      const digest = digestOf(token);
      return sessions.some((one) => timingSafeEqual(one, digest));
    },
  };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
