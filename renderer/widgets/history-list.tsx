import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore, useStoreState } from "../store/context.ts";
import type { HistoryEntry, StoreState } from "../store/types.ts";
import { useEditLabel } from "./edit-label.ts";
import { type ChangeLine, describeChanges } from "./history-changes.ts";
import { widgetMessages } from "./messages.ts";
import { Empty, Failure, Loading } from "./states.tsx";
import "./history-list.css";

const PAGE = 50;

interface HistoryListProps {
  /** Only what concerned this person. */
  readonly personId?: string;
}

/** A new edit changes what undo would take: then the history is read again. */
const selectHead = ({ undoable, redoable }: StoreState) =>
  `${undoable?.number ?? 0} ${redoable?.number ?? 0}`;

const selectPeople = ({ records }: StoreState) => records?.people ?? null;

/** The history, readable: when, who, what, and each value before and after. */
export function HistoryList({ personId }: HistoryListProps) {
  const say = useMessages(widgetMessages);
  const { entries, hasMore, hasFailed, readMore, retry } = useHistory(personId);
  if (hasFailed) return <Failure title={say("history.failed")} message="" onRetry={retry} />;
  if (entries === null) return <Loading />;
  if (entries.length === 0) return <Empty title={say("history.empty")} />;
  return (
    <div className="history">
      <ol className="history-list">
        {entries.map((entry) => (
          <HistoryItem key={entry.number} entry={entry} personId={personId} />
        ))}
      </ol>
      {hasMore ? <Button onClick={readMore}>{say("history.more")}</Button> : null}
    </div>
  );
}

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  readonly personId: string | undefined;
}

function HistoryItem({ entry, personId }: HistoryItemProps) {
  const say = useMessages(widgetMessages);
  const wordLabel = useEditLabel();
  const label = wordLabel(entry.label);
  const titles = {
    edit: label,
    undo: say("history.undo", { label }),
    redo: say("history.redo", { label }),
  } as const satisfies Record<HistoryEntry["kind"], string>;
  const people = useStoreState(selectPeople);
  const lines =
    personId === undefined
      ? describeChanges(entry.changes, (id) => people?.get(id)?.name ?? null)
      : describeChanges(entry.changes.filter((change) => change.personId === personId));
  return (
    <li className="history-item">
      <div className="history-head">
        <time dateTime={entry.at}>{formatBeijing(entry.at)}</time>
        <strong>{titles[entry.kind]}</strong>
        <span className="history-operator">{entry.operator ?? say("history.noOperator")}</span>
      </div>
      {lines.length === 0 ? null : (
        <ul className="history-changes">
          {lines.map((line) => (
            <HistoryLine
              key={`${line.kind} ${line.what} ${line.who} ${line.before} ${line.after}`}
              line={line}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function HistoryLine({ line }: { readonly line: ChangeLine }) {
  const say = useMessages(widgetMessages);
  const { kind, what, before, after } = line;
  const who = line.who === undefined ? null : <span className="history-who">{line.who}</span>;
  if (kind === "added") {
    return (
      <li>
        {who}
        {say("history.added", { what })}：{after}
      </li>
    );
  }
  if (kind === "removed") {
    return (
      <li>
        {who}
        {say("history.removed", { what })}：<del>{before}</del>
      </li>
    );
  }
  return (
    <li>
      {who}
      {say("history.changed", { what })}：
      <del>{before === "" ? say("history.nothing") : before}</del>
      <span aria-hidden="true"> → </span>
      <ins>{after === "" ? say("history.nothing") : after}</ins>
    </li>
  );
}

function useHistory(personId: string | undefined) {
  const store = useStore();
  const head = useStoreState(selectHead);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const readFrom = useCallback(
    async (before: number | undefined) =>
      store.readHistory({
        limit: PAGE,
        ...(personId === undefined ? {} : { personId }),
        ...(before === undefined ? {} : { before }),
      }),
    [store, personId],
  );
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      try {
        const newest = await readFrom(undefined);
        if (!isCurrent) return;
        setEntries(newest);
        setHasMore(newest.length === PAGE);
        setHasFailed(false);
      } catch {
        if (isCurrent) setHasFailed(true);
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [readFrom, head, attempt]);
  const readMore = () => {
    const last = entries?.at(-1)?.number;
    void readFrom(last).then(
      (older) => {
        setEntries([...(entries ?? []), ...older]);
        setHasMore(older.length === PAGE);
      },
      () => setHasFailed(true),
    );
  };
  return { entries, hasMore, hasFailed, readMore, retry: () => setAttempt(attempt + 1) };
}
