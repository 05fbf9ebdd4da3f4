import { Button, Progress } from "antd";
import { useMemo } from "react";
import { Link } from "react-router";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { Matter } from "../../shared/recommendation/matter.ts";
import { missingForPackage } from "../../shared/recommendation/missing-for.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { sayMatter } from "../../shared/recommendation/sentences.ts";
import { isAllowed, ROUND_STATE_LABELS } from "../../shared/recommendation/states.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { matterLink } from "../widgets/matter-links.ts";
import { roundAddress } from "../widgets/round-addresses.ts";
import { useRoundScene } from "../widgets/round-scene.ts";
import { Empty } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { type Fate, fateOf, wasReceived } from "./item-words.ts";
import { type SubmissionsKey, submissionsMessages } from "./messages.ts";
import { itemsOfRound } from "./round-sync.ts";
import { type BuildJob, useBuild } from "./use-build.ts";
import { useIsOutdated } from "./use-outdated.ts";

interface BuildCardProps {
  readonly unit: Unit;
  readonly records: Records;
  readonly round: Round | null;
  readonly items: readonly OutboxItem[];
  readonly onBuilt: () => Promise<void>;
}

/** 生成报送包: what is missing first, then the building with its progress. */
export function BuildCard(props: BuildCardProps) {
  const say = useMessages(submissionsMessages);
  const { round } = props;
  if (round === null) {
    return (
      <Card title={say("build.title")} help={say("build.help")} id="build">
        <Empty
          title={say("build.noRound")}
          action={<Link to="/round">{say("build.toRound")}</Link>}
        />
      </Card>
    );
  }
  if (!isAllowed("buildPackage", round.state)) {
    return (
      <Card title={say("build.title")} help={say("build.help")} id="build">
        <p>
          {say("build.notNow", { year: round.year, state: ROUND_STATE_LABELS[round.state] })}{" "}
          <Link to={`/round/${round.year}`}>{say("build.toRound")}</Link>
        </p>
      </Card>
    );
  }
  return <OpenBuildCard {...props} round={round} />;
}

function OpenBuildCard({
  unit,
  records,
  round,
  items,
  onBuilt,
}: BuildCardProps & { round: Round }) {
  const say = useMessages(submissionsMessages);
  const { context, answers, pending } = useRoundScene(records, unit, round);
  const isSet = answers !== null;
  const isWorking = !isSet || pending > 0;
  const missing = useMemo(
    () => (isWorking ? [] : missingForPackage(context)),
    [isWorking, context],
  );
  const { job, build, cancel } = useBuild({ unit, records, context, onBuilt });
  const last = itemsOfRound(round, items).at(-1);
  // What never reached the bureau is replaced at its place in the chain; what did is followed by a new revision.
  const isReplacing = last !== undefined && !wasReceived(last);
  const isOutdated = useIsOutdated({ unit, records, context }, last, isWorking);
  return (
    <Card title={say("build.titleOf", { year: round.year })} help={say("build.help")} id="build">
      {isWorking ? (
        <p role="status">{isSet ? say("build.working") : say("build.otherDays")}</p>
      ) : (
        <Readiness missing={missing} records={records} year={round.year} />
      )}
      {last === undefined ? null : <LastBuilt last={last} isOutdated={isOutdated} />}
      {job === null ? null : <JobProgress job={job} onCancel={cancel} />}
      <div className="submissions-actions no-print">
        <Button
          type="primary"
          disabled={isWorking || missing.length > 0 || job !== null}
          onClick={() => void build(isReplacing)}
        >
          {isReplacing ? say("build.again") : say("build.start")}
        </Button>
      </div>
    </Card>
  );
}

/** What building another one means for the last. */
const FATES = {
  follows: "build.follows",
  replaces: "build.replaces",
  replacesGiven: "build.replacesGiven",
  followsForeign: "build.followsForeign",
} as const satisfies Record<Fate, SubmissionsKey>;

interface LastBuiltProps {
  readonly last: OutboxItem;
  readonly isOutdated: boolean;
}

/** What becomes of the last package when another is built, and whether one has to be. */
function LastBuilt({ last, isOutdated }: LastBuiltProps) {
  const say = useMessages(submissionsMessages);
  const { revision, foreignRevision } = last;
  const next = (foreignRevision ?? revision) + 1;
  const fate = fateOf(last);
  return (
    <>
      {isOutdated ? (
        <p className="submissions-warning" role="status">
          <span aria-hidden="true">! </span>
          {say("build.outdated", { revision })}
        </p>
      ) : null}
      <p
        className={
          fate === "replacesGiven" || fate === "followsForeign"
            ? "submissions-warning"
            : "submissions-muted"
        }
      >
        {say(FATES[fate], { revision, foreign: foreignRevision ?? 0, next })}
      </p>
    </>
  );
}

interface ReadinessProps {
  readonly missing: readonly Matter[];
  readonly records: Pick<Records, "people">;
  readonly year: number;
}

const MOST_SHOWN = 20;

function Readiness({ missing, records, year }: ReadinessProps) {
  const say = useMessages(submissionsMessages);
  if (missing.length === 0) return <StatusTag state="good" label={say("build.ready")} />;
  const nameOf = (personId: string) => records.people.get(personId)?.name ?? personId;
  const rest = missing.length - MOST_SHOWN;
  return (
    <>
      <StatusTag state="warn" label={say("build.missing", { count: missing.length })} />
      <ul className="submissions-missing" aria-label={say("build.missingLabel")}>
        {missing.slice(0, MOST_SHOWN).map((matter) => (
          <li key={`${matter.code} ${JSON.stringify(matter.details)}`}>
            {sayMatter(matter, nameOf)}{" "}
            <Link to={matterLink(year, matter) ?? roundAddress(year)}>{say("build.mend")}</Link>
          </li>
        ))}
        {rest > 0 ? <li>{say("build.more", { count: rest })}</li> : null}
      </ul>
    </>
  );
}

interface JobProgressProps {
  readonly job: BuildJob;
  readonly onCancel: () => void;
}

function JobProgress({ job, onCancel }: JobProgressProps) {
  const say = useMessages(submissionsMessages);
  const { phase, percent } = job;
  return (
    <div className="submissions-job" role="status">
      <p>{phase === "packing" ? say("build.packing") : say("build.rehearsing")}</p>
      <Progress percent={percent} status="active" aria-label={say("build.progress")} />
      <Button onClick={onCancel}>{say("build.cancel")}</Button>
    </div>
  );
}
