import { Button } from "antd";
import { IMPORT_PROBLEM_SENTENCES } from "../../shared/workbook/import/report.ts";
import { formatImportIssue } from "../../shared/workbook/import/import-issue.ts";
import { COMMIT_REFUSAL_SENTENCES } from "../../shared/workbook/import/import-workbook.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { useNotice } from "../widgets/notice.tsx";
import { DefaultsPanel } from "./defaults-panel.tsx";
import { ImportRows } from "./import-rows-table.tsx";
import {
  chosenPlaces,
  type ImportSession,
  type OnFile,
  type ReportState,
} from "./import-session.ts";
import { MappingPanel } from "./mapping-panel.tsx";
import { importMessages, type ImportKey } from "./messages.ts";
import { ReturnedButton } from "./returned-button.tsx";
import type { ImportView } from "./import-job.ts";

const KIND_KEYS = {
  template: "kind.template",
  roster: "kind.roster",
} as const satisfies Record<ImportView["kind"], ImportKey>;

interface ReportProps {
  readonly session: ImportSession;
  readonly state: ReportState;
  readonly onFile: OnFile;
}

/** What an import would do, with everything that can be decided about it. */
export function ImportReportView({ session, state, onFile }: ReportProps) {
  const { view, file, isLooking } = state;
  const say = useMessages(importMessages);
  return (
    <div className="exchange-panels">
      <div className="exchange-head">
        <div>
          <strong className="exchange-file">{file.name}</strong>
          <span className="exchange-kind">{say(KIND_KEYS[view.kind])}</span>
          <span role="status" className="exchange-note">
            {isLooking ? say("looking") : ""}
          </span>
        </div>
        <div className="exchange-actions">
          <Button onClick={() => session.clear()}>{say("again")}</Button>
          {view.problem === null ? (
            <CommitButton session={session} state={state} onFile={onFile} />
          ) : null}
        </div>
      </div>
      {view.problem === null ? (
        <Counts view={view} />
      ) : (
        <div className="exchange-alert exchange-alert-bad" role="alert">
          <strong>✕ {say("problem.title")}</strong>
          <p className="exchange-sentence">{IMPORT_PROBLEM_SENTENCES[view.problem]}</p>
          {view.problemDetail === null ? null : (
            <p className="exchange-sentence">{view.problemDetail}</p>
          )}
        </div>
      )}
      {view.counts.refused > 0 && view.problem === null ? <ReturnedButton state={state} /> : null}
      <MappingPanel session={session} state={state} />
      {view.kind === "roster" ? <DefaultsPanel session={session} state={state} /> : null}
      <Gaps view={view} />
      {view.tables.length > 0 ? <ImportRows session={session} state={state} /> : null}
    </div>
  );
}

/** The rows by what comes of them; they add up to the rows of the file. */
function Counts({ view }: { readonly view: ImportView }) {
  const say = useMessages(importMessages);
  const { counts } = view;
  const isSame = counts.added + counts.changed + counts.refused === 0;
  return (
    <>
      <p className="exchange-sentence">{say("counts.sum", { ...counts })}</p>
      {isSame ? (
        <p className="exchange-alert exchange-alert-good" role="status">
          ✓ {say("counts.same")}
        </p>
      ) : null}
    </>
  );
}

function CommitButton({ session, state, onFile }: ReportProps) {
  const say = useMessages(importMessages);
  const commit = useCommit();
  const notice = useNotice();
  const { view, file, isLooking } = state;
  const count = chosenPlaces(state).filter((at) => {
    const outcome = view.rows[at]?.outcome;
    return outcome === "added" || outcome === "changed";
  }).length;
  const save = async () => {
    const prepared = await session.prepare();
    if (prepared === null) {
      notice.failed(COMMIT_REFUSAL_SENTENCES.problem);
      return;
    }
    const { unit, putPeople, leftOut } = prepared;
    if (unit === null && putPeople.length === 0) {
      notice.done(say("nothing"));
      return;
    }
    const onFileIds = new Set((onFile.existing?.people ?? []).map(({ id }) => id));
    const changed = putPeople.filter(({ id }) => onFileIds.has(id)).length;
    const added = putPeople.length - changed;
    const label = labelEdit("history.import", { file: file.name, added, changed });
    const edit = unit === null ? { label, putPeople } : { label, putPeople, unit };
    // The records change before the commit comes back: the report must not follow them.
    session.hold();
    if (await commit(edit)) session.finish({ added, changed, leftOut });
    else session.release();
  };
  return (
    <Button type="primary" disabled={isLooking || count === 0} onClick={() => void save()}>
      {say("commit", { count })}
    </Button>
  );
}

function Gaps({ view: { gaps } }: { readonly view: ImportView }) {
  const say = useMessages(importMessages);
  if (gaps.length === 0) return null;
  const lines = gaps.map((gap) => formatImportIssue(gap));
  return (
    <details className="exchange-panel">
      <summary>{say("gaps.title", { count: gaps.length })}</summary>
      <p className="exchange-note">{say("gaps.hint")}</p>
      <ul className="exchange-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
