import { Button } from "antd";
import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStore } from "../store/context.ts";
import type { HistoryEntry, LongWork, Store } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { useEditLabel } from "../widgets/edit-label.ts";
import { type ChangeLine, describeChanges } from "../widgets/history-changes.ts";
import { HistoryList } from "../widgets/history-list.tsx";
import { widgetMessages } from "../widgets/messages.ts";
import { useSaveFile } from "../widgets/save-file.ts";
import { historyCsv, type HistoryRow } from "./history-csv.ts";
import type { WorkRunner } from "./long-work.tsx";
import { healthMessages } from "./messages.ts";

const PAGE = 200;

/** The whole history: shown on demand, and exported after a warning. */
export function HistoryCard({ runner }: { readonly runner: WorkRunner }) {
  const say = useMessages(healthMessages);
  const store = useStore();
  const confirm = useConfirm();
  const save = useSaveFile();
  const toRow = useHistoryRow();
  const [isShown, setIsShown] = useState(false);
  const exportAll = async () => {
    const isSure = await confirm({
      title: say("history.confirmTitle"),
      text: say("history.confirmText"),
      okLabel: say("history.ok"),
      isDanger: true,
    });
    if (!isSure) return;
    const rows = await runner.run(say("history.reading"), (work) => readAll(store, toRow, work));
    if (rows === null) return;
    const heads = [
      say("history.number"),
      say("history.at"),
      say("history.operator"),
      say("history.what"),
      say("history.changes"),
    ];
    await save(say("history.file"), new TextEncoder().encode(historyCsv(heads, rows)));
  };
  return (
    <Card title={say("history.title")} help={say("history.help")} id="history">
      <div className="health-line">
        {isShown ? null : <Button onClick={() => setIsShown(true)}>{say("history.show")}</Button>}
        <Button onClick={() => void exportAll()}>{say("history.export")}</Button>
      </div>
      {isShown ? <HistoryList /> : null}
    </Card>
  );
}

/** The whole history as rows, oldest first; null where it was called off. */
async function readAll(
  store: Store,
  toRow: (entry: HistoryEntry) => HistoryRow,
  { signal, onProgress }: LongWork,
): Promise<readonly HistoryRow[] | null> {
  const rows: HistoryRow[] = [];
  let total: number | null = null;
  for (let before: number | undefined; before !== 1;) {
    if (signal?.aborted === true) return null;
    const entries = await store.readHistory({
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    const last = entries.at(-1);
    if (last === undefined) break;
    total ??= entries[0]?.number ?? null;
    before = last.number;
    rows.push(...entries.map(toRow));
    onProgress?.(rows.length, total);
  }
  return rows.toReversed();
}

/** A function that words an entry as the list on the screen does. */
function useHistoryRow(): (entry: HistoryEntry) => HistoryRow {
  const say = useMessages(widgetMessages);
  const wordLabel = useEditLabel();
  const people = useRecords()?.people;
  const wordLine = ({ kind, what, before, after }: ChangeLine): string => {
    if (kind === "added") return `${say("history.added", { what })}：${after}`;
    if (kind === "removed") return `${say("history.removed", { what })}：${before}`;
    const nothing = say("history.nothing");
    const [old, now] = [before, after].map((text) => (text === "" ? nothing : text));
    return `${say("history.changed", { what })}：${old ?? ""} → ${now ?? ""}`;
  };
  return (entry) => {
    const label = wordLabel(entry.label);
    const titles = {
      edit: label,
      undo: say("history.undo", { label }),
      redo: say("history.redo", { label }),
    } as const satisfies Record<HistoryEntry["kind"], string>;
    return {
      number: entry.number,
      at: entry.at,
      operator: entry.operator ?? say("history.noOperator"),
      what: titles[entry.kind],
      changes: describeChanges(entry.changes, (id) => people?.get(id)?.name ?? null).map(
        (line) => (line.who === undefined ? "" : `${line.who} `) + wordLine(line),
      ),
    };
  };
}
