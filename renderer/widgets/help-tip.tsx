import { Popover } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import "./help-tip.css";

/** A question mark that explains on hover, focus or press. */
export function HelpTip({ text }: { readonly text: string }) {
  const say = useMessages(widgetMessages);
  return (
    <Popover content={<div className="help-tip-text">{text}</div>} trigger={["click", "hover"]}>
      <button type="button" className="help-tip no-print" aria-label={`${say("help")}：${text}`}>
        <span aria-hidden="true">?</span>
      </button>
    </Popover>
  );
}
