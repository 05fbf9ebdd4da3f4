import { Link, Navigate, useParams } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { ROUND_STATE_LABELS } from "../../shared/recommendation/states.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import type { Records } from "../store/types.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { OPENING, roundAddress } from "../widgets/round-addresses.ts";
import { CandidateView } from "./candidate-view.tsx";
import { CheckView } from "./check-view.tsx";
import { EnrolView } from "./enrol-view.tsx";
import { FormsView } from "./forms-view.tsx";
import { MaterialsView } from "./materials-view.tsx";
import { roundMessages } from "./messages.ts";
import { OpeningPage } from "./opening-page.tsx";
import { OverviewView } from "./overview-view.tsx";
import { PublicityView } from "./publicity-view.tsx";
import { ResultsView } from "./results-view.tsx";
import { ReviewView } from "./review-view.tsx";
import { currentRound } from "../widgets/rounds.ts";
import { type RoundScene, useRoundScene } from "../widgets/round-scene.ts";
import { SetBack } from "./set-back.tsx";
import { ViewLinks } from "./view-links.tsx";
import { YearChoice } from "./year-choice.tsx";
import "../widgets/chart.css";
import "./round.css";

/** 推荐申报: one year's round from opening to the filed results. */
export function RoundPage() {
  const say = useMessages(roundMessages);
  const { year } = useParams();
  const records = useRecords();
  if (records === null) {
    return (
      <Page title={say("title")}>
        <Loading />
      </Page>
    );
  }
  const { unit } = records;
  if (unit === null || records.people.size === 0) return <NotReady hasUnit={unit !== null} />;
  if (year === "new") return <OpeningPage records={records} />;
  if (year === undefined) {
    const current = currentRound(records);
    if (current === null) return <NoRound />;
    return <Navigate replace to={roundAddress(current.year)} />;
  }
  const round = records.rounds.get(year);
  if (round === undefined) return <UnknownYear year={year} />;
  return <OneRound key={round.id} records={records} unit={unit} round={round} />;
}

function NotReady({ hasUnit }: { readonly hasUnit: boolean }) {
  const say = useMessages(roundMessages);
  return (
    <Page title={say("title")} help={say("help")}>
      <Empty
        title={hasUnit ? say("noPeople") : say("noUnit")}
        hint={hasUnit ? say("noPeopleHint") : say("noUnitHint")}
        action={
          <Link to={hasUnit ? "/import" : "/settings"}>
            {hasUnit ? say("importRoster") : say("openSettings")}
          </Link>
        }
      />
    </Page>
  );
}

function NoRound() {
  const say = useMessages(roundMessages);
  return (
    <Page title={say("title")} help={say("help")}>
      <Empty
        title={say("noRound")}
        hint={say("noRoundHint")}
        action={
          <Link className="state-next" to={OPENING}>
            {say("open")}
          </Link>
        }
      />
    </Page>
  );
}

function UnknownYear({ year }: { readonly year: string }) {
  const say = useMessages(roundMessages);
  return (
    <Page title={say("title")} help={say("help")}>
      <Empty
        title={say("unknownYear", { year })}
        action={
          <>
            <Link to="/round">{say("toCurrent")}</Link>
            <Link to={OPENING}>{say("open")}</Link>
          </>
        }
      />
    </Page>
  );
}

interface OneRoundProps {
  readonly records: Records;
  readonly unit: Unit;
  readonly round: Round;
}

function OneRound({ records, unit, round }: OneRoundProps) {
  const say = useMessages(roundMessages);
  const { step = "overview" } = useParams();
  const scene = useRoundScene(records, unit, round);
  return (
    <Page
      title={say("titleOf", { year: round.year })}
      windowTitle={say("title")}
      help={say("help")}
      subtitle={say("subtitle", {
        state: ROUND_STATE_LABELS[round.state],
        applyOn: formatDay(scene.cycle.applyOn),
        cutOff: formatDay(scene.cycle.cutOff),
        pack: scene.pack.title,
      })}
      actions={<YearChoice records={records} round={round} />}
    >
      <ViewLinks year={round.year} step={step} />
      <SetBack scene={scene} />
      <div className="round-parts">
        <ViewOf step={step} scene={scene} />
      </div>
    </Page>
  );
}

function ViewOf({ step, scene }: { readonly step: string; readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  switch (step) {
    case "overview":
      return <OverviewView scene={scene} />;
    case "enrol":
      return <EnrolView scene={scene} />;
    case "check":
      return <CheckView scene={scene} />;
    case "review":
      return <ReviewView scene={scene} />;
    case "publish":
      return <PublicityView scene={scene} />;
    case "materials":
      return <MaterialsView scene={scene} />;
    case "forms":
      return <FormsView scene={scene} />;
    case "results":
      return <ResultsView scene={scene} />;
    case "candidate":
      return <CandidateView scene={scene} />;
    default:
      return (
        <Empty
          title={say("unknownView")}
          action={<Link to={roundAddress(scene.round.year)}>{say("toOverview")}</Link>}
        />
      );
  }
}
