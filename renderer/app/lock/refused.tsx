import { Button } from "antd";
import { useState } from "react";
import { type Say, useMessages } from "../../i18n/messages.ts";
import type { OpenRefusal } from "../../store/engine/open-result.ts";
import { Gate } from "../gate.tsx";
import type { Session } from "../session.ts";
import { lockMessages } from "./messages.ts";
import { Rebuild } from "./rebuild.tsx";
import { canRebuild, readRefusal } from "./refusal-facts.ts";

type LockKey = keyof (typeof lockMessages.messages)["en"];

/** What happened, and what to do about it. */
function wordRefusal(say: Say<LockKey>, code: OpenRefusal["code"]): readonly [string, string] {
  const words = {
    "newer-data": [say("refused.newer-data"), say("why.newer-data")],
    shrunk: [say("refused.shrunk"), say("why.shrunk")],
    wiped: [say("refused.wiped"), say("why.wiped")],
    "journal-ahead": [say("refused.journal-ahead"), say("why.journal-ahead")],
    "journal-damaged": [say("refused.journal-damaged"), say("why.journal-damaged")],
    "other-window": [say("refused.other-window"), say("why.other-window")],
    "wrong-key": [say("refused.wrong-key"), say("why.wrong-key")],
    "database-failed": [say("refused.database-failed"), say("why.database-failed")],
  } as const satisfies Record<OpenRefusal["code"], readonly [string, string]>;
  return words[code];
}

interface RefusedProps {
  readonly session: Session;
  readonly refusal: OpenRefusal;
}

/** The records do not open: why, what is known, and what can be done. */
export function Refused({ session, refusal }: RefusedProps) {
  const say = useMessages(lockMessages);
  const [isRebuilding, setIsRebuilding] = useState(false);
  const [title, why] = wordRefusal(say, refusal.code);
  const facts = readRefusal(refusal);
  if (isRebuilding) return <Rebuild session={session} />;
  const canMend = canRebuild(refusal);
  return (
    <Gate title={title}>
      <p role="alert">{why}</p>
      {facts.people === null ? null : <p>{say("refused.people", facts.people)}</p>}
      {facts.entries === null ? null : <p>{say("refused.entries", facts.entries)}</p>}
      {facts.versions === null ? null : <p>{say("refused.versions", facts.versions)}</p>}
      <p className="gate-note">{say("refused.safe")}</p>
      <div className="gate-actions">
        {canMend ? (
          <Button type="primary" onClick={() => setIsRebuilding(true)}>
            {say("rebuild.offer")}
          </Button>
        ) : null}
        <Button type={canMend ? "default" : "primary"} onClick={() => void session.reopen()}>
          {say("refused.retry")}
        </Button>
        {refusal.code === "newer-data" ? (
          <Button onClick={() => setIsRebuilding(true)}>{say("rebuild.offerBefore")}</Button>
        ) : null}
        <Button onClick={() => void session.lock()}>{say("refused.lock")}</Button>
      </div>
    </Gate>
  );
}
