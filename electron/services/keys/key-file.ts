import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { instant } from "../../../shared/submission/fields.ts";
import { publicKeysSchema } from "../../../shared/submission/public-keys.ts";
import { makeFolder, writeDurably } from "../files/durable.ts";
import { isMissing, orFileFault } from "../files/faults.ts";
import { type KeyRefusal, refuseKeys } from "./fault.ts";
import { type Slot, slotSchema } from "./slots.ts";

/**
 * `keys/key-store.json`. The public half stands in clear, so that the fingerprint can be shown while locked;
 * everything but the secrets is bound to them (`bindingOf`), so that a change anywhere keeps them shut.
 */

const FORMAT = "jiceng.keys/1";
const ANY_FORMAT = /^jiceng\.keys\/\d+$/;

export const ROLES = ["unit", "bureau"] as const;
export type Role = (typeof ROLES)[number];

const keyFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Names the store for its slots; stays when its keys are renewed. */
  id: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  role: z.enum(ROLES),
  createdAt: instant(),
  /** When somebody last proved that the written recovery code opens this store; null before that (promise 14). */
  rehearsedAt: instant().nullable(),
  publicKeys: publicKeysSchema,
  slots: z
    .array(slotSchema)
    .max(3)
    .refine((slots) => new Set(slots.map(({ kind }) => kind)).size === slots.length),
  /** The secret keys, sealed under the master key. */
  secrets: z.string().regex(/^[A-Za-z0-9_-]+$/),
  /** SHA-256 of all the above: tells a damaged file from a wrong passphrase. It is no secret and proves nothing. */
  check: z.string(),
});
type StoredKeyFile = z.infer<typeof keyFileSchema>;
/** A key file without its check, which is computed on writing. */
export type KeyFile = Omit<StoredKeyFile, "check">;

/** Where the key store of a data folder lies. */
export function keyFilePath(dataFolder: string): string {
  return join(dataFolder, "keys", "key-store.json");
}

/** What binds the slots to their store. */
export function slotContext({ id }: Pick<KeyFile, "id">): string {
  return `${FORMAT} ${id}`;
}

/** What binds the secrets to everything else in the file: format, key id, role, slots with their parameters. */
export function bindingOf(file: Omit<KeyFile, "secrets">): string {
  const { format, id, role, createdAt, rehearsedAt, publicKeys, slots } = file;
  return JSON.stringify({ format, id, role, createdAt, rehearsedAt, publicKeys, slots });
}

function checkOf(file: KeyFile): string {
  return createHash("sha256").update(bindingOf(file)).update(file.secrets).digest("hex");
}

/** A key file with nothing in it yet that is secret. */
export function newKeyFile(given: {
  readonly id: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly publicKeys: KeyFile["publicKeys"];
  readonly slots: Slot[];
}): Omit<KeyFile, "secrets"> {
  const { id, role, createdAt, publicKeys, slots } = given;
  return { format: FORMAT, id, role, createdAt, rehearsedAt: null, publicKeys, slots };
}

/** Reads the key file of a data folder; what it holds is not proven before a slot has opened it. */
export async function readKeyFile(
  dataFolder: string,
): Promise<{ readonly ok: true; readonly file: KeyFile } | KeyRefusal> {
  const read = await orFileFault(async () => readText(keyFilePath(dataFolder)));
  if (!read.ok) return read;
  if (read.text === null) return refuseKeys("keys-missing");
  const data = parseJson(read.text);
  if (isNewer(data)) return refuseKeys("keys-newer");
  const parsed = keyFileSchema.safeParse(data);
  if (!parsed.success) return refuseKeys("keys-damaged");
  const { check, ...file } = parsed.data;
  return check === checkOf(file) ? { ok: true, file } : refuseKeys("keys-damaged");
}

async function readText(path: string): Promise<{ ok: true; text: string | null }> {
  try {
    return { ok: true, text: await readFile(path, "utf8") };
  } catch (error) {
    if (isMissing(error)) return { ok: true, text: null };
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A store of a later format: not damaged, only not ours to read (promise 5). */
function isNewer(data: unknown): boolean {
  if (typeof data !== "object" || data === null || !("format" in data)) return false;
  const { format } = data;
  return typeof format === "string" && ANY_FORMAT.test(format) && format !== FORMAT;
}

/** Writes the key file as a whole: a crash leaves the old one or the new one. */
export async function writeKeyFile(dataFolder: string, file: KeyFile): Promise<void> {
  const path = keyFilePath(dataFolder);
  await makeFolder(dirname(path));
  const stored: StoredKeyFile = { ...file, check: checkOf(file) };
  await writeDurably(path, `${JSON.stringify(stored, null, 2)}\n`);
}
