import { setTimeout as sleep } from "node:timers/promises";
import type { KEYS_METHODS } from "../../../shared/bridge/keys-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { Answer } from "../../../shared/bridge/method.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { inOrder } from "../files/in-order.ts";
import { takeTurn } from "../files/turn.ts";
import {
  addOsSlot,
  changePassphrase,
  rehearseRecovery,
  removeOsSlot,
  renewRecoveryCode,
} from "../keys/change-keys.ts";
import { type KeyRefusal, refuseKeys } from "../keys/fault.ts";
import { createKeyStore, readKeyState, unlockKeyStore } from "../keys/key-store.ts";
import { isRealStore } from "../keys/os-sealer.ts";
import type { Credential } from "../keys/slots.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { done, refuseInUse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseKeyFault } from "./key-answers.ts";

/** What the screen's database is sealed with; the signing and reading keys never leave Node. */
const SCREEN_USE = "screen database";

/** Milliseconds to wait for a command of the command line that changes the same folder. */
const PATIENCE = 10_000;

/** Guesses that cost no more than scrypt does; each one after these waits twice as long as the one before. */
const FREE_GUESSES = 3;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 16_000;

type Give = NonNullable<Parameters<GroupHandlers<typeof KEYS_METHODS>["keys.unlock"]>[0]>;
type Refused = Extract<Answer<unknown>, { readonly ok: false }>;

/** The key store over the bridge. */
export function makeKeysHandlers(desk: Desk): GroupHandlers<typeof KEYS_METHODS> {
  const { dataFolder, keyRing, now } = desk;
  const { osSealer } = desk.given;
  const attempt = slowGuesses();
  return {
    "keys.state": () => readState(desk),
    "keys.create": ({ passphrase, role }) =>
      change(dataFolder, async () => {
        const created = await createKeyStore(dataFolder, { role, passphrase, now: now() });
        if (!created.ok) return refuseKeyFault(created);
        keyRing.keys = created.keys;
        return done({ recoveryCode: created.recoveryCode }, dataKeyOf(created.keys));
      }),
    "keys.rehearse": ({ recoveryCode }) =>
      change(dataFolder, async () => {
        const at = now();
        const rehearsed = await attempt(() => rehearseRecovery(dataFolder, recoveryCode, at));
        return rehearsed.ok ? done({ rehearsedAt: formatInstant(at) }) : refuseKeyFault(rehearsed);
      }),
    "keys.unlock": async (given) => {
      const credential = credentialOf(given, desk);
      if (credential === null) return refuseKeyFault(refuseKeys("os-store-none"));
      const unlocked = await attempt(() => unlockKeyStore(dataFolder, credential));
      if (!unlocked.ok) return refuseKeyFault(unlocked);
      keyRing.keys = unlocked.keys;
      return done({}, dataKeyOf(unlocked.keys));
    },
    "keys.lock": () => {
      keyRing.keys = null;
      return Promise.resolve(done({}));
    },
    "keys.changePassphrase": ({ credential, isRecoveryCode, passphrase }) =>
      change(dataFolder, async () => {
        const old = isRecoveryCode ? { recoveryCode: credential } : { passphrase: credential };
        const changed = await attempt(() => changePassphrase(dataFolder, old, passphrase));
        return changed.ok ? done({}) : refuseKeyFault(changed);
      }),
    "keys.renewRecoveryCode": ({ passphrase }) =>
      change(dataFolder, async () => {
        const renewed = await attempt(() => renewRecoveryCode(dataFolder, { passphrase }));
        if (!renewed.ok) return refuseKeyFault(renewed);
        return done({ recoveryCode: renewed.recoveryCode });
      }),
    "keys.setOsSlot": ({ isOn, passphrase }) =>
      change(dataFolder, async () => {
        if (isOn && osSealer === null) return refuseKeyFault(refuseKeys("os-store-none"));
        const changed = await attempt(() =>
          isOn && osSealer !== null
            ? addOsSlot(dataFolder, { passphrase }, osSealer)
            : removeOsSlot(dataFolder, { passphrase }),
        );
        return changed.ok ? done({}) : refuseKeyFault(changed);
      }),
  };
}

async function readState(desk: Desk): ReturnType<GroupHandlers<typeof KEYS_METHODS>["keys.state"]> {
  const { osSealer } = desk.given;
  const osStore =
    osSealer === null ? null : { backend: osSealer.backend, isReal: isRealStore(osSealer) };
  const read = await readKeyState(desk.dataFolder);
  if (!read.ok) {
    if (read.code !== "keys-missing") return refuseKeyFault(read);
    const nothing = { role: null, fingerprint: null, createdAt: null, rehearsedAt: null };
    return done({ state: "none", ...nothing, hasOsSlot: false, osStore });
  }
  const { role, publicKeys, createdAt, rehearsedAt, slots } = read.state;
  return done({
    state: desk.keyRing.keys === null ? "locked" : "unlocked",
    role,
    fingerprint: fingerprintOf(publicKeys.kid),
    createdAt,
    rehearsedAt,
    hasOsSlot: slots.includes("os"),
    osStore,
  });
}

function dataKeyOf(keys: UnlockedKeys): Uint8Array {
  return keys.deriveKey(SCREEN_USE);
}

/** Null where the operating system's store is asked for and the host has none. */
function credentialOf(given: Give, { given: { osSealer } }: Desk): Credential | null {
  if (!("os" in given)) return given;
  return osSealer === null ? null : { osSealer };
}

/** Runs what changes the key file while nobody else changes the data folder. */
async function change<Result>(
  dataFolder: string,
  work: () => Promise<Result>,
): Promise<Result | Refused> {
  const turn = await takeTurn(dataFolder, { patience: PATIENCE });
  if (!turn.ok) return refuseInUse();
  try {
    return await work();
  } finally {
    await turn.end();
  }
}

type Attempt = <Result extends { readonly ok: true }>(
  work: () => Promise<Result | KeyRefusal>,
) => Promise<Result | KeyRefusal>;

/** One guess at a time, and the longer the more of them were wrong in a row. */
function slowGuesses(): Attempt {
  const inTurn = inOrder();
  let wrong = 0;
  return (work) =>
    inTurn(async () => {
      if (wrong >= FREE_GUESSES) {
        await sleep(Math.min(FIRST_PAUSE * 2 ** (wrong - FREE_GUESSES), LONGEST_PAUSE));
      }
      const result = await work();
      if (result.ok) wrong = 0;
      else if (result.code === "passphrase-wrong" || result.code === "recovery-wrong") wrong += 1;
      return result;
    });
}
