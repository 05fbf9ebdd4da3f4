import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const backupId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

export const BACKUP_REASONS = ["daily", "upgrade", "restore", "asked"] as const;

const backup = z.object({
  id: backupId,
  reason: z.enum(BACKUP_REASONS),
  at: z.string(),
  bytes: count,
  /** How many documents; the closing frame repeats it. */
  documents: count,
  people: count,
  /** The number of the last history entry in it. */
  head: count,
  schemaVersion: count,
});
export type BackupInfo = z.infer<typeof backup>;

/**
 * Backups (promise 4): a stream of framed, hashed, sealed pieces with a closing count. The screen sends
 * pieces that it has already sealed; Node frames, hashes, flushes, rotates and verifies them. A backup
 * counts only once it is finished; `backups.read` verifies as it reads.
 */
export const BACKUPS_METHODS = {
  "backups.begin": {
    input: z.strictObject({
      reason: z.enum(BACKUP_REASONS),
      people: count,
      head: count,
      schemaVersion: count,
    }),
    output: z.object({ id: backupId }),
  },
  "backups.append": {
    input: z.strictObject({ id: backupId, documents: count }),
    output: z.object({}),
    mostBytes: 8 * 1024 * 1024,
  },
  /** Closes and verifies it, then rotates: three of today, one a day for ten days, one a month for a year. */
  "backups.finish": { input: z.strictObject({ id: backupId }), output: backup },
  "backups.abort": { input: z.strictObject({ id: backupId }), output: z.object({}) },
  "backups.list": { input: nothing, output: z.object({ backups: z.array(backup) }) },
  /** Reads the whole file and checks every frame and the closing count. */
  "backups.verify": {
    input: z.strictObject({ id: backupId }),
    output: z.object({ isWhole: z.boolean() }),
  },
  /** One piece beside the output; `isEnd` with the last. */
  "backups.read": {
    input: z.strictObject({ id: backupId, piece: count }),
    output: z.object({ documents: count, isEnd: z.boolean() }),
  },
} as const satisfies Record<string, MethodSpec>;
