import { Button } from "antd";
import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { duties } from "../../shared/policy/duties.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { Records, StoreState } from "../store/types.ts";
import { useDecidedCycle } from "../widgets/cycle.ts";
import { factsOf } from "../widgets/facts.ts";
import { usePack } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { CandidatesCard } from "./candidates-card.tsx";
import { DutiesCard } from "./duties-card.tsx";
import { hoursProgress } from "./hours-progress.ts";
import { HoursCard } from "./hours-card.tsx";
import { workbenchMessages } from "./messages.ts";
import { RoundCard } from "./round-card.tsx";
import { SafetyCard } from "./safety-card.tsx";
import "./workbench.css";

/** 工作台: what is due, who can apply, this year's hours, and the state of the backups. */
export function WorkbenchPage() {
  const say = useMessages(workbenchMessages);
  const records = useRecords();
  if (records === null) {
    return (
      <Page title={say("title")}>
        <EarlyCards />
      </Page>
    );
  }
  const { unit, people } = records;
  const subtitle =
    people.size === 0 ? undefined : (
      <Link to="/people">{say("people", { count: people.size })}</Link>
    );
  return (
    <Page title={say("title")} subtitle={subtitle} help={say("help")}>
      {unit === null || people.size === 0 ? (
        <NewUnit hasUnit={unit !== null} />
      ) : (
        <Cards unit={unit} records={records} />
      )}
    </Page>
  );
}

const selectRows = ({ rows }: StoreState) => rows;

/** While the records are being read: who can apply, as the last start left it. */
function EarlyCards() {
  const cycle = useDecidedCycle();
  const rows = useStoreState(selectRows);
  const names = useMemo(() => new Map(rows.map(({ id, name }) => [id, name])), [rows]);
  if (cycle === null) return <Loading />;
  return (
    <div className="wb-grid">
      <div className="wb-column">
        <Loading />
      </div>
      <div className="wb-column">
        <CandidatesCard cycle={cycle} nameOf={(id) => names.get(id) ?? ""} />
      </div>
    </div>
  );
}

/** Nobody on file: the next steps, with the state of the backups all the same. */
function NewUnit({ hasUnit }: { readonly hasUnit: boolean }) {
  const say = useMessages(workbenchMessages);
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate(to);
  return (
    <>
      {hasUnit ? (
        <Empty
          title={say("nobodyTitle")}
          hint={say("nobodyHint")}
          action={
            <div className="wb-steps">
              <Button type="primary" onClick={go("/import")}>
                {say("import")}
              </Button>
              <Button onClick={go("/people")}>{say("addPerson")}</Button>
            </div>
          }
        />
      ) : (
        <Empty
          title={say("noUnitTitle")}
          hint={say("noUnitHint")}
          action={
            <Button type="primary" onClick={go("/settings")}>
              {say("fillUnit")}
            </Button>
          }
        />
      )}
      <div className="wb-alone">
        <SafetyCard />
      </div>
    </>
  );
}

function Cards({ unit, records }: { readonly unit: Unit; readonly records: Records }) {
  const { people, settings } = records;
  const today = useToday();
  const pack = usePack();
  const facts = useMemo(() => [...people.values()].map(factsOf), [people]);
  const due = useMemo(() => duties(unit, facts, today, pack), [unit, facts, today, pack]);
  const progress = useMemo(() => hoursProgress(facts, due, today), [facts, due, today]);
  const nameOf = (id: string) => people.get(id)?.name ?? "";
  return (
    <div className="wb-grid">
      <div className="wb-column">
        <RoundCard records={records} unit={unit} />
        <DutiesCard duties={due} today={today} nameOf={nameOf} />
        <HoursCard progress={progress} />
      </div>
      <div className="wb-column">
        <CandidatesCard cycle={settings.cycle} nameOf={nameOf} />
        <SafetyCard />
      </div>
    </div>
  );
}
