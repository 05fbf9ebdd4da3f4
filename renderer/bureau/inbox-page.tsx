import { Button } from "antd";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { useQuery } from "../widgets/use-query.ts";
import { AwaitedCard } from "./awaited-card.tsx";
import { deskMessages } from "./desk-messages.ts";
import { inboxMessages } from "./inbox-messages.ts";
import { InboxTable } from "./inbox-table.tsx";
import { IntakeCard } from "./intake-card.tsx";
import { QuarantineCard } from "./quarantine-card.tsx";
import { ReceiverCard } from "./receiver-card.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import "./bureau.css";

/** 受理台: what has come, what is to be done with it, and how more comes in. */
export function InboxPage() {
  const say = useMessages(inboxMessages);
  const desk = useMessages(deskMessages);
  const [query, change] = useQuery();
  const chosen = Number(query.get("year"));
  const year = Number.isInteger(chosen) && chosen > 0 ? chosen : null;
  const inbox = useAsked("desk.inbox", { year });
  const quarantine = useAsked("desk.quarantine", {});
  const refresh = async () => {
    await Promise.all([inbox.refresh(), quarantine.refresh()]);
  };
  const { output, fault } = inbox;
  const chooseYear = (to: number) =>
    change((before) => {
      const next = new URLSearchParams(before);
      next.set("year", String(to));
      return next;
    });
  return (
    <Page
      title={say("title")}
      help={say("help")}
      actions={
        output === null || output.years.length < 2 || output.year === null ? undefined : (
          <Choice
            label={say("year")}
            value={output.year}
            options={output.years.map((one) => ({
              value: one,
              label: say("yearOf", { year: one }),
            }))}
            onChange={chooseYear}
          />
        )
      }
    >
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {output === null && fault === null ? <Loading label={desk("opening")} /> : null}
      {output === null ? null : (
        <div className="bureau-stack">
          <IntakeCard onReceived={refresh} />
          <Damaged names={output.damaged} />
          {output.packages.length === 0 ? (
            <NothingYet />
          ) : (
            <InboxTable packages={output.packages} query={query} onChange={change} />
          )}
          <ReceiverCard onReceived={refresh} />
          <QuarantineCard files={quarantine.output?.files ?? []} onChange={refresh} />
          {output.packages.length === 0 ? null : <AwaitedCard awaited={output.awaited} />}
        </div>
      )}
    </Page>
  );
}

function Damaged({ names }: { readonly names: OutputOf<"desk.inbox">["damaged"] }) {
  const say = useMessages(inboxMessages);
  if (names.length === 0) return null;
  return (
    <div className="bureau-warning" role="alert">
      <p>
        <span aria-hidden="true">⚠ </span>
        {say("damaged.text", { count: names.length, names: names.join("、") })}
      </p>
    </div>
  );
}

function NothingYet() {
  const say = useMessages(inboxMessages);
  const navigate = useNavigate();
  return (
    <Empty
      title={say("empty.title")}
      hint={say("empty.hint")}
      action={<Button onClick={() => void navigate("/units")}>{say("empty.enrol")}</Button>}
    />
  );
}
