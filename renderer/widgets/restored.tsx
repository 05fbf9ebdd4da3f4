import { Button } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import "./restored.css";

interface RestoredProps {
  readonly isShown: boolean;
  readonly onDiscard: () => void;
}

/** Says that a form holds what was not saved last time, with a way to drop that. */
export function Restored({ isShown, onDiscard }: RestoredProps) {
  const say = useMessages(widgetMessages);
  return (
    <div role="status" className="restored-place">
      {isShown ? (
        <p className="restored">
          {say("draft.restored")}
          <Button size="small" onClick={onDiscard}>
            {say("draft.discard")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
