import { Button } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { roundMessages } from "./messages.ts";
import { isSetTo, type RoundScene } from "../widgets/round-scene.ts";

/** Said where the program is set to other days than the round that is open here, with the way to set it back. */
export function SetBack({ scene: { records, round } }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const commit = useCommit();
  if (round.state === "archived" || isSetTo(records.settings, round)) return null;
  const { year, applyOn, cutOff } = round;
  const setBack = () =>
    commit({
      label: labelEdit("history.cycleChanged", { year }),
      settings: { ...records.settings, cycle: { year, applyOn, cutOff } },
    });
  return (
    <div className="round-note round-note-warn no-print" role="status">
      <span>{say("otherDays", { year, other: records.settings.cycle.year })}</span>
      <Button onClick={() => void setBack()}>{say("setBack", { year })}</Button>
    </div>
  );
}
