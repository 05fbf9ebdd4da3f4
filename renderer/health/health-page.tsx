import { Button } from "antd";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { askToPersist, type BrowserHealth, readBrowserHealth } from "../store/browser-health.ts";
import { useRecords, useStore, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { useNotice } from "../widgets/notice.tsx";
import { Page } from "../widgets/page.tsx";
import { worstState } from "../widgets/safety.ts";
import { useSaveFile } from "../widgets/save-file.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { Loading } from "../widgets/states.tsx";
import { useEntryCount } from "../widgets/use-entry-count.ts";
import { type SafetyFacts, useSafety } from "../widgets/use-safety.ts";
import { BackupsCard } from "./backups-card.tsx";
import { writeDiagnosis } from "./diagnosis.ts";
import { FilesCard } from "./files-card.tsx";
import { healthLines, peopleOnScreen, type ScreenFacts } from "./health-lines.ts";
import { HealthTable } from "./health-table.tsx";
import { HistoryCard } from "./history-card.tsx";
import { LongWorkDialog, useLongWork } from "./long-work.tsx";
import { healthMessages } from "./messages.ts";
import { RebuildDialog } from "./rebuild-dialog.tsx";
import "./health.css";

const SUMS = {
  good: "sum.good",
  warn: "sum.warn",
  bad: "sum.bad",
  unknown: "sum.unknown",
} as const;
const selectStopped = ({ stopped }: StoreState) => stopped;

interface HealthPageProps {
  /** What a bureau has beside the records: the backups of its ledger. */
  readonly ledger?: ReactNode;
}

/** 健康检查: whether everything that keeps the records safe is in order, and what to do where it is not. */
export function HealthPage({ ledger }: HealthPageProps) {
  const say = useMessages(healthMessages);
  const people = useStoreState(peopleOnScreen);
  const entries = useEntryCount();
  const [facts, readFacts] = useSafety();
  const [browser, readBrowser] = useBrowserHealth();
  const isReading = facts === null || browser === null || entries === null || people === null;
  const refresh = async () => {
    await Promise.all([readFacts(), readBrowser()]);
  };
  if (isReading) {
    return (
      <Page title={say("title")} help={say("help")}>
        <Loading label={say("checking")} />
      </Page>
    );
  }
  const screen = { people, entries, browser };
  return <Health facts={facts} screen={screen} refresh={refresh} ledger={ledger} />;
}

function useBrowserHealth(): readonly [BrowserHealth | null, () => Promise<void>] {
  const [browser, setBrowser] = useState<BrowserHealth | null>(null);
  const read = async () => setBrowser(await readBrowserHealth());
  useEffect(() => {
    void readBrowserHealth().then(setBrowser);
  }, []);
  return [browser, read];
}

interface HealthProps extends HealthPageProps {
  readonly facts: SafetyFacts;
  readonly screen: ScreenFacts;
  readonly refresh: () => Promise<void>;
}

function Health({ facts, screen, refresh, ledger }: HealthProps) {
  const say = useMessages(healthMessages);
  const bridge = useBridge();
  const store = useStore();
  const notice = useNotice();
  const save = useSaveFile();
  const runner = useLongWork();
  const hasRecords = useRecords() !== null;
  const stopped = useStoreState(selectStopped);
  const [isRebuilding, setIsRebuilding] = useState(false);
  const lines = healthLines(facts, screen);
  const worst = stopped === null ? worstState(lines) : "bad";
  const backUp = async () => {
    const result = await runner.run(say("backup.working"), (work) =>
      store.makeBackup("asked", work),
    );
    if (result.ok) notice.done(say("backup.done"));
    else notice.failed(result.message);
    await refresh();
  };
  const persist = async () => {
    if ((await askToPersist()) === true) notice.done(say("persist.yes"));
    else notice.failed(say("persist.no"));
    await refresh();
  };
  const diagnose = async () => {
    const text = writeDiagnosis(facts, screen, lines, navigator.userAgent);
    await save(say("diagnosis.file"), new TextEncoder().encode(text));
  };
  return (
    <Page
      title={say("title")}
      subtitle={<StatusTag state={worst} label={say(SUMS[worst])} />}
      help={say("help")}
      actions={
        <>
          <Button onClick={() => void diagnose()}>{say("diagnosis")}</Button>
          <Button onClick={() => void refresh()}>{say("again")}</Button>
          <Button type="primary" onClick={() => void backUp()}>
            {say("backUp")}
          </Button>
        </>
      }
    >
      {stopped === null ? null : (
        <p className="health-stopped" role="alert">
          <StatusTag state="bad" label={say("stopped", { message: stopped.message })} />
        </p>
      )}
      <HealthTable
        lines={lines}
        onRebuild={() => setIsRebuilding(true)}
        onPersist={() => void persist()}
      />
      <BackupsCard backups={facts.backups} screen={screen} runner={runner} refresh={refresh} />
      {ledger}
      {hasRecords ? (
        <FilesCard bridge={bridge} now={facts.info.ok ? facts.info.output.now : null} />
      ) : null}
      <HistoryCard runner={runner} />
      <LongWorkDialog runner={runner} />
      {isRebuilding ? <RebuildDialog onClose={() => setIsRebuilding(false)} /> : null}
    </Page>
  );
}
