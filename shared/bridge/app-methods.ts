import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const fileName = z.strictObject({ name: z.string().min(1).max(200) });
const saved = z.object({
  how: z.enum(["saved", "cancelled", "browser"]),
  path: z.string().nullable(),
});

/** What the program is, and what state its surroundings are in (promise 6). */
export const APP_METHODS = {
  "app.info": {
    input: nothing,
    output: z.object({
      version: z.string(),
      /** `process.platform` of the host. */
      platform: z.string(),
      host: z.enum(["electron", "loopback"]),
      dataFolder: z.string(),
      /** The host's clock, milliseconds since 1970, UTC. */
      now: z.number(),
    }),
  },
  "health.state": {
    input: nothing,
    output: z.object({
      /** Of the disk that holds the data folder; null where the system does not tell. */
      freeBytes: z.number().nullable(),
      /** Below this nothing is written any more. */
      floorBytes: z.number(),
      /** What the last start or change knew of the database; null before the first change (promise 3). */
      lastCounts: z.object({ people: count, entries: count }).nullable(),
      /** The latest time in the journal; a clock before it is wrong (promise 13). */
      journalTime: z.string().nullable(),
    }),
  },
  /** Shows the data folder in the system's file manager; false where the host has none. */
  "app.showDataFolder": { input: nothing, output: z.object({ isShown: z.boolean() }) },
  /** Asks where to save and saves; the loopback host answers `browser`, and the screen offers a download. */
  "files.save": {
    input: fileName,
    output: saved,
    mostBytes: 512 * 1024 * 1024,
  },
  /**
   * Asks where to save the page as it would be printed and saves it as a PDF; the loopback host answers
   * `browser`, whose own print window saves one.
   */
  "files.savePdf": { input: fileName, output: saved },
} as const satisfies Record<string, MethodSpec>;
