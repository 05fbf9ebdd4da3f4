import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import { takeTurn } from "../files/turn.ts";
import type { Role } from "../keys/key-file.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { refuse, refuseInUse } from "./answers.ts";
import type { Desk } from "./desk.ts";

/** Milliseconds to wait for another program that changes the same folder. */
const PATIENCE = 30_000;

const ROLE_SENTENCES = {
  unit: "这台电脑是人社局使用的，没有单位一侧的报送功能",
  bureau: "这台电脑是单位使用的，没有人社局一侧的受理功能",
} as const satisfies Record<Role, string>;

/** Runs work with the keys; locked ones refuse, and so do those of the other side where a role is asked for. */
export async function withKeys<Output>(
  { keyRing: { keys } }: Pick<Desk, "keyRing">,
  role: Role | null,
  work: (keys: UnlockedKeys) => Promise<Answer<Output>>,
): Promise<Answer<Output>> {
  if (keys === null) return hostError("locked");
  if (role !== null && keys.role !== role) return refuse("other-role", ROLE_SENTENCES[role]);
  return work(keys);
}

/** Runs what changes the data folder while nobody else does. */
export async function inFolderTurn<Output>(
  { dataFolder }: Pick<Desk, "dataFolder">,
  work: () => Promise<Answer<Output>>,
): Promise<Answer<Output>> {
  const turn = await takeTurn(dataFolder, { patience: PATIENCE });
  if (!turn.ok) return refuseInUse();
  try {
    return await work();
  } finally {
    await turn.end();
  }
}
