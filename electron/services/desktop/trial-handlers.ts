import type { TRIAL_METHODS } from "../../../shared/bridge/trial-methods.ts";
import { forgetPackages } from "../ledger/forget-packages.ts";
import { endTrial } from "../trial/end-trial.ts";
import { loadTrial } from "../trial/load-trial.ts";
import { describeTrustFault } from "../trust/fault.ts";
import { done, refuse } from "./answers.ts";
import { atOpenDesk, openOfficeOf } from "./bureau-desk.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";
import { inFolderTurn } from "./unlocked.ts";

const TRIAL_RUNNING = "虚构单位已经装入；要重新试用，请先结束试用";
const RECORDS_DAMAGED =
  "有收下的报送包记录已损坏，没有移除试用数据；请用备份恢复数据文件夹里的 received";

/** Fictitious units at the bureau's desk. */
export function makeTrialHandlers(desk: Desk): GroupHandlers<typeof TRIAL_METHODS> {
  return {
    "trial.load": () =>
      atOpenDesk(desk, async (bureau) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        return inFolderTurn(desk, async () => {
          const opened = await openOfficeOf(bureau);
          if (!opened.ok) return opened;
          const loaded = await loadTrial(opened.office);
          if (!loaded.ok) return refuse(loaded.code, TRIAL_RUNNING);
          await bureau.sync.run();
          return done({ packages: loaded.packages });
        });
      }),
    "trial.end": () =>
      atOpenDesk(desk, ({ keys: { sealer }, sync, context }) =>
        inFolderTurn(desk, async () => {
          const place = { dataFolder: desk.dataFolder, sealer };
          const ended = await endTrial(place, (ids) => forgetPackages(context, ids));
          if (!ended.ok) {
            const { code } = ended;
            return refuse(
              code,
              code === "records-damaged" ? RECORDS_DAMAGED : describeTrustFault(code),
            );
          }
          await sync.run();
          return done({ packages: ended.packages });
        }),
      ),
  };
}
