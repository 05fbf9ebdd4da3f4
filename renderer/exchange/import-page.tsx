import { Button } from "antd";
import { templatePlan } from "../../shared/workbook/unit-workbook.ts";
import { useMessages } from "../i18n/messages.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { Page } from "../widgets/page.tsx";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { Failure, Loading } from "../widgets/states.tsx";
import { ImportDoneView } from "./import-done.tsx";
import { ImportReportView } from "./import-report.tsx";
import type { ImportSession } from "./import-session.ts";
import { importMessages } from "./messages.ts";
import { type OpenImport, useImportSession } from "./use-import-session.ts";
import "./exchange.css";

const MOST_BYTES = 64 * 1024 * 1024;

/** 导入: a workbook is dropped, looked over, and its rows taken over in one step. */
export function ImportPage() {
  const say = useMessages(importMessages);
  const { session, state, onFile } = useImportSession();
  return (
    <Page title={say("title")} help={say("help")}>
      {onFile === null ? <Loading /> : <Stage session={session} state={state} onFile={onFile} />}
    </Page>
  );
}

function Stage({ session, state, onFile }: OpenImport) {
  const say = useMessages(importMessages);
  if (onFile === null) return null;
  switch (state.stage) {
    case "empty":
      return <Start session={session} onFile={onFile} />;
    case "reading":
      return (
        <Loading
          label={say("reading", { name: state.fileName })}
          onCancel={() => session.clear()}
        />
      );
    case "failed":
      return (
        <Failure
          title={say("failed", { name: state.fileName })}
          message={state.message}
          onRetry={() => session.clear()}
        />
      );
    case "report":
      return <ImportReportView session={session} state={state} onFile={onFile} />;
    case "done":
      return <ImportDoneView session={session} state={state} />;
    default:
      return state satisfies never;
  }
}

interface StartProps {
  readonly session: ImportSession;
  readonly onFile: NonNullable<OpenImport["onFile"]>;
}

function Start({ session, onFile }: StartProps) {
  const say = useMessages(importMessages);
  const saveWorkbook = useSaveWorkbook();
  const take = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    await session.take({ name: file.name, bytes }, onFile);
  };
  return (
    <>
      <DropZone
        accept=".xlsx,.xls,.et,.ods,.xlsb,.xlsm"
        maxBytes={MOST_BYTES}
        label={say("drop")}
        hint={say("dropHint")}
        onFiles={(files) => void take(files)}
      />
      <div className="exchange-line">
        <span className="exchange-note">{say("templateHint")}</span>
        <Button onClick={() => void saveWorkbook(`${say("templateFile")}.xlsx`, templatePlan())}>
          {say("template")}
        </Button>
      </div>
    </>
  );
}
