import { Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import type { WorkbookData } from "../../shared/workbook/cell.ts";
import {
  readTrainingList,
  takeOverRows,
  type TrainingListDefaults,
  type TrainingRow,
} from "../../shared/training-list/read-training-list.ts";
import type { TrainingTableChoice } from "../../shared/training-list/table.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { useNotice } from "../widgets/notice.tsx";
import { Page } from "../widgets/page.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { ListDefaults } from "./list-defaults.tsx";
import { ListMapping } from "./list-mapping.tsx";
import { ListRows } from "./list-rows.tsx";
import { listMessages } from "./list-messages.ts";
import { trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-page.tsx";

const MOST_BYTES = 64 * 1024 * 1024;

type ListFile =
  | { readonly stage: "none" }
  | { readonly stage: "reading"; readonly name: string }
  | { readonly stage: "failed"; readonly name: string; readonly message: string }
  | { readonly stage: "read"; readonly name: string; readonly workbook: WorkbookData };

/** A platform's list of hours: dropped, looked over, and taken over in one step. */
export function ListView({ scene }: { readonly scene: TrainingScene }) {
  const say = useMessages(listMessages);
  const sayTraining = useMessages(trainingMessages);
  const bridge = useBridge();
  const [file, setFile] = useState<ListFile>({ stage: "none" });
  const take = async ([dropped]: readonly File[]) => {
    if (dropped === undefined) return;
    const { name } = dropped;
    setFile({ stage: "reading", name });
    const bytes = new Uint8Array(await dropped.arrayBuffer());
    const answer = await bridge.call("workbooks.read", {}, bytes);
    setFile(
      answer.ok
        ? { stage: "read", name, workbook: answer.output }
        : { stage: "failed", name, message: answer.error.message },
    );
  };
  const startAgain = () => setFile({ stage: "none" });
  return (
    <Page
      title={say("list.title")}
      help={say("list.help")}
      back={{ to: "/training", label: sayTraining("title") }}
    >
      {file.stage === "none" ? (
        <DropZone
          accept=".xlsx"
          maxBytes={MOST_BYTES}
          label={say("list.drop")}
          hint={say("list.dropHint")}
          onFiles={(files) => void take(files)}
        />
      ) : null}
      {file.stage === "reading" ? (
        <Loading label={say("list.reading", { name: file.name })} />
      ) : null}
      {file.stage === "failed" ? (
        <Failure
          title={say("list.failed", { name: file.name })}
          message={file.message}
          onRetry={startAgain}
        />
      ) : null}
      {file.stage === "read" ? (
        <ListPreview scene={scene} name={file.name} workbook={file.workbook} onAgain={startAgain} />
      ) : null}
    </Page>
  );
}

interface ListPreviewProps {
  readonly scene: TrainingScene;
  readonly name: string;
  readonly workbook: WorkbookData;
  readonly onAgain: () => void;
}

function ListPreview({ scene, name, workbook, onAgain }: ListPreviewProps) {
  const { people, records, go, years } = scene;
  const say = useMessages(listMessages);
  const commit = useCommit();
  const notice = useNotice();
  const [defaults, setDefaults] = useState<TrainingListDefaults>({
    year: null,
    category: null,
    inSpecialty: false,
  });
  const [columns, setColumns] = useState<NonNullable<TrainingTableChoice["columns"]>>({});
  const [unchosen, setUnchosen] = useState<ReadonlySet<number>>(new Set());
  const [replacesSums, setReplacesSums] = useState(false);
  const reading = useMemo(
    () => readTrainingList(workbook, { people, defaults, choice: { columns } }),
    [workbook, people, defaults, columns],
  );
  const { table, rows, ignored } = reading;
  if (table === null) {
    return (
      <Failure
        title={say("list.failed", { name })}
        message={say("list.noTable")}
        onRetry={onAgain}
      />
    );
  }
  const chosen = rows.filter(({ outcome, row }) => outcome === "added" && !unchosen.has(row));
  const save = async () => {
    if (chosen.length === 0) {
      notice.done(say("list.nothing"));
      return;
    }
    const isChosen = ({ row }: TrainingRow) => !unchosen.has(row);
    const putPeople = takeOverRows(records.people, rows, { isChosen, replacesSums });
    const label = labelEdit("history.trainingImported", { file: name, count: chosen.length });
    if (await commit({ label, putPeople })) go({ view: "matrix" });
  };
  return (
    <div className="list-panels">
      <div className="training-heading-row">
        <strong>{name}</strong>
        <span className="training-inline">
          <Button onClick={onAgain}>{say("list.again")}</Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => void save()}>
            {say("list.save", { count: chosen.length })}
          </Button>
        </span>
      </div>
      <ListDefaults defaults={defaults} onChange={setDefaults} years={years} />
      <ListMapping table={table} onChange={setColumns} choice={columns} />
      {chosen.some(({ isDoubled }) => isDoubled) ? (
        <Checkbox
          checked={replacesSums}
          onChange={(event) => setReplacesSums(event.target.checked)}
        >
          {say("list.replaceSums")}
        </Checkbox>
      ) : null}
      <ListRows rows={rows} unchosen={unchosen} onChange={setUnchosen} />
      {ignored.length === 0 ? null : (
        <p className="training-note">{say("list.ignored", { count: ignored.length })}</p>
      )}
    </div>
  );
}
