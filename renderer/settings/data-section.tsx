import { Button } from "antd";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { settingsMessages } from "./messages.ts";

/** Where the data lies, with the ways to it and to its backups. */
export function DataSection() {
  const say = useMessages(settingsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [folder, setFolder] = useState("");
  const [hasManager, setHasManager] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void bridge.call("app.info", {}).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setFolder(answer.output.dataFolder);
      setHasManager(answer.output.host === "electron");
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge]);
  const show = async () => {
    const answer = await bridge.call("app.showDataFolder", {});
    if (!answer.ok) notice.failed(answer.error.message);
    else if (!answer.output.isShown) notice.failed(say("data.noFolder"));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(folder);
    notice.done(say("data.copied"));
  };
  return (
    <Card title={say("data.title")}>
      <dl className="settings-facts">
        <dt>{say("data.folder")}</dt>
        <dd>
          <code className="settings-path">{folder}</code>
          <div className="settings-line">
            {hasManager ? (
              <Button size="small" onClick={() => void show()}>
                {say("data.open")}
              </Button>
            ) : (
              <Button size="small" disabled={folder === ""} onClick={() => void copy()}>
                {say("data.copy")}
              </Button>
            )}
          </div>
        </dd>
        <dt>{say("data.backup")}</dt>
        <dd>
          <Link to="/health">{say("data.health")}</Link>
        </dd>
      </dl>
      <p className="settings-note">{say("data.note")}</p>
    </Card>
  );
}
