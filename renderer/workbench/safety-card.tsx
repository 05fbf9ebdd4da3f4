import { Link } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import {
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeJournal,
  judgeKeys,
  type Judgement,
  judgeUnread,
  STATE_LABELS,
} from "../widgets/safety.ts";
import { SAFETY_MESSAGES } from "../widgets/safety-messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { Loading } from "../widgets/states.tsx";
import {
  bothTold,
  lastBackupAt,
  type SafetyFacts,
  type Told,
  useSafety,
} from "../widgets/use-safety.ts";
import { useEntryCount } from "../widgets/use-entry-count.ts";
import { Card } from "../widgets/card.tsx";
import { workbenchMessages } from "./messages.ts";

const selectHasPeople = ({ rows }: StoreState) => rows.length > 0;
const selectStopped = ({ stopped }: StoreState) => stopped;

/** Last backup, journal and recovery code in a line each, with the way to the health page. */
export function SafetyCard() {
  const say = useMessages(workbenchMessages);
  const [facts] = useSafety();
  const entries = useEntryCount();
  const stopped = useStoreState(selectStopped);
  return (
    <Card className="wb-card" title={say("safety.title")}>
      {stopped === null ? null : (
        <p className="wb-stopped" role="alert">
          <StatusTag state="bad" label={say("safety.stopped", { message: stopped.message })} />
        </p>
      )}
      {facts === null || entries === null ? (
        <Loading />
      ) : (
        <SafetyLines facts={facts} entries={entries} />
      )}
      <Link className="wb-more" to="/health">
        {say("safety.open")}
      </Link>
    </Card>
  );
}

function SafetyLines({
  facts,
  entries,
}: {
  readonly facts: SafetyFacts;
  readonly entries: number;
}) {
  const say = useMessages(workbenchMessages);
  const hasRecords = useStoreState(selectHasPeople);
  const { backups, journal, keys, info, health } = facts;
  const lastAt = backups.ok ? lastBackupAt(backups.output) : null;
  const journalAt = journal.ok ? journal.output.lastAt : null;
  const rehearsedAt = keys.ok ? keys.output.rehearsedAt : null;
  return (
    <dl className="wb-safety">
      <SafetyLine
        title={say("safety.backup")}
        told={bothTold(backups, info)}
        judge={([, { now }]) => judgeBackup({ lastAt, now, hasRecords })}
        when={lastAt === null ? null : say("safety.lastBackup", { at: formatBeijing(lastAt) })}
      />
      <SafetyLine
        title={say("safety.journal")}
        told={journal}
        judge={(output) => judgeJournal({ journal: output, entries })}
        when={journalAt === null ? null : say("safety.lastEntry", { at: formatBeijing(journalAt) })}
      />
      <SafetyLine
        title={say("safety.recovery")}
        told={keys}
        judge={judgeKeys}
        when={
          rehearsedAt === null ? null : say("safety.rehearsed", { at: formatBeijing(rehearsedAt) })
        }
      />
      <SafetyLine
        title={say("safety.disk")}
        told={health}
        judge={judgeDisk}
        when={null}
        isOnlyTrouble
      />
      <SafetyLine
        title={say("safety.clock")}
        told={bothTold(health, info)}
        judge={([{ journalTime }, { now }]) => judgeClock({ now, journalTime })}
        when={null}
        isOnlyTrouble
      />
    </dl>
  );
}

interface SafetyLineProps<Output> {
  readonly title: string;
  readonly told: Told<Output>;
  readonly judge: (output: Output) => Judgement;
  readonly when: string | null;
  /** Said only where something has to be done about it. */
  readonly isOnlyTrouble?: boolean;
}

function SafetyLine<Output>(props: SafetyLineProps<Output>) {
  const { title, told, judge, when, isOnlyTrouble = false } = props;
  const saySafety = useMessages(SAFETY_MESSAGES);
  const { state, sentence, params } = told.ok ? judge(told.output) : judgeUnread(told.message);
  if (isOnlyTrouble && state !== "bad" && state !== "warn") return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <StatusTag state={state} label={saySafety(STATE_LABELS[state])} />
        <span className="wb-text">
          {saySafety(sentence, params)}
          {when === null ? null : <span className="wb-muted"> {when}</span>}
        </span>
      </dd>
    </div>
  );
}
