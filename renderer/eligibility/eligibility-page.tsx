import { type ReactNode, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { cycleOfSettings, useDecidedCycle } from "../widgets/cycle.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { MatrixView } from "./matrix-view.tsx";
import { eligibilityMessages } from "./messages.ts";
import { RoadMapView } from "./road-map-view.tsx";
import "./eligibility.css";

const selectPeople = ({ rows }: StoreState) => rows.length;

/** 资格: people and pathways, and the road map of the unit. */
export function EligibilityPage() {
  const say = useMessages(eligibilityMessages);
  const [query] = useSearchParams();
  const decided = useDecidedCycle();
  const cycle = useMemo(() => (decided === null ? null : cycleOfSettings(decided)), [decided]);
  const isRoadMap = query.get("view") === "roadmap";
  return (
    <Page
      title={say("title")}
      help={isRoadMap ? say("road.help") : say("help")}
      subtitle={
        cycle === null
          ? undefined
          : say("subtitle", {
              year: cycle.year,
              applyOn: formatDay(cycle.applyOn),
              cutOff: formatDay(cycle.cutOff),
            })
      }
    >
      <nav className="elig-views no-print" aria-label={say("view.label")}>
        <Link to="/eligibility" aria-current={isRoadMap ? undefined : "page"}>
          {say("view.matrix")}
        </Link>
        <Link to="/eligibility?view=roadmap" aria-current={isRoadMap ? "page" : undefined}>
          {say("view.roadmap")}
        </Link>
      </nav>
      <WhenReady isEarly={!isRoadMap && cycle !== null}>
        {cycle === null ? null : isRoadMap ? (
          <RoadMapView cycle={cycle} />
        ) : (
          <MatrixView cycle={cycle} />
        )}
      </WhenReady>
    </Page>
  );
}

interface WhenReadyProps {
  /** Whether the view can do with what the last start left. */
  readonly isEarly: boolean;
  readonly children: ReactNode;
}

/** The view once there is something to show, else what to do first. */
function WhenReady({ isEarly, children }: WhenReadyProps) {
  const say = useMessages(eligibilityMessages);
  const records = useRecords();
  const people = useStoreState(selectPeople);
  if (records === null) return isEarly ? children : <Loading />;
  if (records.unit === null) {
    return (
      <Empty
        title={say("noUnit")}
        hint={say("noUnitHint")}
        action={
          <Link className="state-next" to="/settings">
            {say("openSettings")}
          </Link>
        }
      />
    );
  }
  if (people === 0) {
    return (
      <Empty
        title={say("noPeople")}
        hint={say("noPeopleHint")}
        action={
          <>
            <Link to="/import">{say("importRoster")}</Link>
            <Link to="/people">{say("addPerson")}</Link>
          </>
        }
      />
    );
  }
  return children;
}
