import { Link, useParams, useSearchParams } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStoreState } from "../store/context.ts";
import { Page } from "../widgets/page.tsx";
import { type FoundPerson, WithPerson } from "../widgets/with-person.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { eligibilityMessages } from "./messages.ts";
import { PersonRoadView } from "./person-road-view.tsx";
import { WhatIfView } from "./what-if-view.tsx";
import "./eligibility.css";

/** One person's answers with their grounds, what they would be otherwise, and the road map. */
export function EligibilityPersonPage() {
  const say = useMessages(eligibilityMessages);
  const { personId = "" } = useParams();
  const back = { to: "/eligibility", label: say("person.back") };
  const notFound = { title: say("person.notFound"), hint: say("person.notFoundHint") };
  return (
    <WithPerson personId={personId} title={say("title")} back={back} notFound={notFound}>
      {({ person, records, cycle }) => (
        <Page
          title={say("person.title", { name: person.name })}
          windowTitle={say("title")}
          back={back}
          help={say("person.help")}
          subtitle={say("subtitle", {
            year: cycle.year,
            applyOn: formatDay(cycle.applyOn),
            cutOff: formatDay(cycle.cutOff),
          })}
          actions={
            <Link to={`/people/${encodeURIComponent(person.id)}`}>{say("reasons.person")}</Link>
          }
        >
          <Views key={person.id} person={person} records={records} cycle={cycle} />
        </Page>
      )}
    </WithPerson>
  );
}

function Views({ person, records, cycle }: FoundPerson) {
  const say = useMessages(eligibilityMessages);
  const [query] = useSearchParams();
  const real = useStoreState(({ assessed }) => assessed.byPerson.get(person.id) ?? null);
  const path = `/eligibility/${encodeURIComponent(person.id)}`;
  const isRoadMap = query.get("view") === "roadmap";
  return (
    <>
      <nav className="elig-views no-print" aria-label={say("view.label")}>
        <Link to={path} aria-current={isRoadMap ? undefined : "page"}>
          {say("person.reasons")}
        </Link>
        <Link to={`${path}?view=roadmap`} aria-current={isRoadMap ? "page" : undefined}>
          {say("person.roadmap")}
        </Link>
      </nav>
      {records.unit === null ? (
        <Empty
          title={say("noUnit")}
          hint={say("noUnitHint")}
          action={<Link to="/settings">{say("openSettings")}</Link>}
        />
      ) : isRoadMap ? (
        <PersonRoadView person={person} cycle={cycle} />
      ) : real === null ? (
        <Loading label={say("person.working")} />
      ) : (
        <WhatIfView person={person} records={records} cycle={cycle} real={real.assessments} />
      )}
    </>
  );
}
