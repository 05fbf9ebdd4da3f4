import type { RECEIVER_METHODS } from "../../../shared/bridge/receiver-methods.ts";
import { describeStartFault } from "../receiver/start-fault.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { withKeys } from "./unlocked.ts";

/** The bureau's receiver over the bridge. */
export function makeReceiverHandlers(desk: Desk): GroupHandlers<typeof RECEIVER_METHODS> {
  const { receiver } = desk;
  return {
    "receiver.state": () => withKeys(desk, "bureau", async () => done(await receiver.readState())),
    "receiver.start": ({ host, port }) =>
      withKeys(desk, "bureau", async (keys) => {
        const started = await receiver.start(keys, host, port);
        if (!started.ok) return refuse(started.code, describeStartFault(started.code));
        return done(await receiver.readState());
      }),
    "receiver.stop": () =>
      withKeys(desk, "bureau", async (keys) => {
        await receiver.stop(keys);
        return done(await receiver.readState());
      }),
  };
}
