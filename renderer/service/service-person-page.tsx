import { Button } from "antd";
import { useMemo } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Cycle } from "../../shared/policy/cycle.ts";
import { readServiceRecord } from "../../shared/policy/service-record.ts";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { factsOf } from "../widgets/facts.ts";
import { usePack } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { WithPerson } from "../widgets/with-person.tsx";
import { Empty } from "../widgets/states.tsx";
import { TimeLine } from "../widgets/time-line.tsx";
import { serviceMessages } from "./messages.ts";
import { PeriodTable } from "./period-table.tsx";
import { serviceLine, stepsOf } from "./service-view.ts";
import { SheetView, useExportSheet } from "./sheet-view.tsx";
import { SumCard } from "./sum-card.tsx";
import "./service.css";

/** One person's counted and excluded periods, the sum, and the days of the steps. */
export function ServicePersonPage() {
  const say = useMessages(serviceMessages);
  const { id = "" } = useParams();
  const [query] = useSearchParams();
  const back = { to: "/service", label: say("person.back") };
  const notFound = { title: say("person.notFound"), hint: say("person.notFoundHint") };
  const path = `/service/${encodeURIComponent(id)}`;
  const ids = useMemo(() => [id], [id]);
  const isSheet = query.get("view") === "sheet";
  return (
    <WithPerson personId={id} title={say("title")} back={back} notFound={notFound}>
      {({ person, cycle }) => (
        <Page
          title={say("person.title", { name: person.name })}
          windowTitle={say("title")}
          back={back}
          help={say("help")}
          subtitle={say("subtitle", { cutOff: formatDay(cycle.cutOff) })}
          actions={isSheet ? undefined : <PersonActions person={person} path={path} />}
        >
          {isSheet ? (
            <SheetView ids={ids} back={path} />
          ) : (
            <PersonService person={person} cycle={cycle} />
          )}
        </Page>
      )}
    </WithPerson>
  );
}

function PersonActions({ person, path }: { readonly person: Person; readonly path: string }) {
  const say = useMessages(serviceMessages);
  const exportSheet = useExportSheet();
  const navigate = useNavigate();
  return (
    <>
      <Link className="service-action" to={`/people/${encodeURIComponent(person.id)}/postings`}>
        {say("person.postings")}
      </Link>
      <Link className="service-action" to={`/eligibility/${encodeURIComponent(person.id)}`}>
        {say("person.eligibility")}
      </Link>
      <Button
        disabled={exportSheet === null}
        onClick={() => exportSheet?.([person.id], person.name)}
      >
        {say("export")}
      </Button>
      <Button type="primary" onClick={() => void navigate(`${path}?view=sheet`)}>
        {say("print")}
      </Button>
    </>
  );
}

function PersonService({ person, cycle }: { readonly person: Person; readonly cycle: Cycle }) {
  const say = useMessages(serviceMessages);
  const pack = usePack();
  const { cutOff } = cycle;
  const record = useMemo(
    () => readServiceRecord(factsOf(person), cutOff, stepsOf(pack)),
    [person, cutOff, pack],
  );
  const line = serviceLine(record, cutOff, {
    cutOff: say("person.cutOff"),
    sayStep: ({ years, isReached }) =>
      isReached ? say("step.reached", { years }) : say("step.expected", { years }),
  });
  return (
    <>
      <SumCard record={record} cutOff={cutOff} />
      {line === null ? (
        <Empty
          title={say("person.noPeriods")}
          hint={say("person.noPeriodsHint")}
          action={
            <Link to={`/people/${encodeURIComponent(person.id)}/postings`}>
              {say("person.postings")}
            </Link>
          }
        />
      ) : (
        <>
          <section className="service-card">
            <h2>{say("person.timeLine")}</h2>
            <div className="service-scroll">
              <TimeLine {...line} label={say("person.timeLine")} />
            </div>
          </section>
          <section className="service-card">
            <h2>{say("person.table")}</h2>
            <PeriodTable record={record} />
          </section>
        </>
      )}
    </>
  );
}
