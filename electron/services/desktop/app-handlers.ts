import type { APP_METHODS } from "../../../shared/bridge/app-methods.ts";
import { hostError } from "../../../shared/bridge/method.ts";
import { readFreeBytes } from "../health/free-space.ts";
import { done, refuseInUse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";

/** What the program is and how its surroundings are. */
export function makeAppHandlers(desk: Desk): GroupHandlers<typeof APP_METHODS> {
  const { dataFolder, floorBytes, given, journal, now } = desk;
  return {
    "app.info": () =>
      Promise.resolve(
        done({
          version: given.version,
          platform: process.platform,
          host: given.host,
          dataFolder,
          now: now(),
        }),
      ),
    "health.state": async () => {
      const state = await journal.readState();
      if (!state.ok) return refuseInUse();
      const freeBytes = await readFreeBytes(dataFolder);
      return done({
        freeBytes,
        floorBytes,
        lastCounts: state.lastCounts,
        journalTime: state.lastAt,
      });
    },
    "app.showDataFolder": async () =>
      done({ isShown: (await given.showFolder?.(dataFolder)) ?? false }),
    "files.save": async ({ name }, bytes) => {
      if (bytes === null) return hostError("bad-input");
      if (given.saveFile === undefined) return done({ how: "browser", path: null });
      return done(await given.saveFile(name, bytes));
    },
    "files.savePdf": async ({ name }) =>
      done((await given.savePdf?.(name)) ?? { how: "browser", path: null }),
  };
}
