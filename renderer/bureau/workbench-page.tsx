import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Page } from "../widgets/page.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { nextCatalogueDay } from "./catalogue-date.ts";
import { deskMessages } from "./desk-messages.ts";
import { RoundCard, StartCard, TodoCard } from "./workbench-cards.tsx";
import { TrialCard } from "./trial-card.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import "./bureau.css";

/** 工作台 of a bureau: what waits, what is late, and how to begin. */
export function WorkbenchPage() {
  const say = useMessages(deskMessages);
  const inbox = useAsked("desk.inbox", { year: null });
  const quarantine = useAsked("desk.quarantine", {});
  const register = useAsked("registry.state", {});
  const refresh = async () => {
    await Promise.all([inbox.refresh(), quarantine.refresh(), register.refresh()]);
  };
  const fault = inbox.fault ?? quarantine.fault ?? register.fault;
  const { output } = inbox;
  const isThere = output !== null && quarantine.output !== null && register.output !== null;
  return (
    <Page title={say("title")} help={say("help")}>
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {!isThere && fault === null ? <Loading label={say("opening")} /> : null}
      {isThere ? (
        <div className="bureau-columns">
          <TodoCard inbox={output} quarantined={quarantine.output.files.length} />
          <RoundCard inbox={output} enrolled={register.output.keys.length} />
          {register.output.keys.length === 0 ? <StartCard /> : null}
          <DatesCard />
          <TrialCard keys={register.output.keys} onChange={refresh} />
        </div>
      ) : null}
    </Page>
  );
}

function DatesCard() {
  const say = useMessages(deskMessages);
  const { on, days } = nextCatalogueDay(useToday());
  return (
    <Card title={say("dates.title")}>
      <p>{say("dates.catalogue", { on, days })}</p>
      <Link to="/catalogue">{say("dates.open")}</Link>
    </Card>
  );
}
