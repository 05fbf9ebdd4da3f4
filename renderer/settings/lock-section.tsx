import { useId } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Choice } from "../widgets/choice.tsx";
import { usePreference } from "../widgets/use-preference.ts";
import { settingsMessages } from "./messages.ts";
import { LOCK_MINUTES } from "./settings-forms.ts";

/** How long the program may lie unused before it locks itself. */
export function LockSection() {
  const say = useMessages(settingsMessages);
  const id = useId();
  const [minutes, setMinutes] = usePreference<number>("lock.minutes", 15);
  return (
    <Card title={say("lock.title")}>
      <div className="settings-line">
        <label htmlFor={id}>{say("lock.label")}</label>
        <Choice
          id={id}
          value={minutes}
          onChange={setMinutes}
          options={LOCK_MINUTES.map((count) => ({
            value: count,
            label: say("lock.minutes", { count }),
          }))}
        />
        <span className="settings-note">{say("lock.note")}</span>
      </div>
    </Card>
  );
}
