import { Button, Checkbox } from "antd";
import { useMemo } from "react";
import {
  readTrainingList,
  takeOverRows,
  type TrainingRow,
} from "../../shared/training-list/read-training-list.ts";
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
import type { ListSession, ReadList } from "./list-session.ts";
import { trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-scene.ts";
import { useListSession } from "./use-list-session.ts";

const MOST_BYTES = 64 * 1024 * 1024;

/** A platform's list of hours: dropped, looked over, and taken over in one step. */
export function ListView({ scene }: { readonly scene: TrainingScene }) {
  const say = useMessages(listMessages);
  const sayTraining = useMessages(trainingMessages);
  return (
    <Page
      title={say("list.title")}
      help={say("list.help")}
      back={{ to: "/training", label: sayTraining("title") }}
    >
      <Stage scene={scene} />
    </Page>
  );
}

function Stage({ scene }: { readonly scene: TrainingScene }) {
  const say = useMessages(listMessages);
  const { session, state } = useListSession();
  const take = ([file]: readonly File[]) => {
    if (file !== undefined) void session.take(file);
  };
  switch (state.stage) {
    case "none":
      return (
        <DropZone
          accept=".xlsx"
          maxBytes={MOST_BYTES}
          label={say("list.drop")}
          hint={say("list.dropHint")}
          onFiles={take}
        />
      );
    case "reading":
      return (
        <Loading
          label={say("list.reading", { name: state.name })}
          onCancel={() => session.clear()}
        />
      );
    case "failed":
      return (
        <Failure
          title={say("list.failed", { name: state.name })}
          message={state.message}
          onRetry={() => session.clear()}
        />
      );
    case "read":
      return <ListPreview scene={scene} session={session} list={state} />;
    default:
      return state satisfies never;
  }
}

interface ListPreviewProps {
  readonly scene: TrainingScene;
  readonly session: ListSession;
  readonly list: ReadList;
}

function ListPreview({ scene, session, list }: ListPreviewProps) {
  const { people, records, go, years } = scene;
  const { name, workbook, decisions } = list;
  const { defaults, columns, unchosen, replacesSums } = decisions;
  const say = useMessages(listMessages);
  const commit = useCommit();
  const notice = useNotice();
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
        onRetry={() => session.clear()}
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
    if (!(await commit({ label, putPeople }))) return;
    session.clear();
    go({ view: "matrix" });
  };
  return (
    <div className="list-panels">
      <div className="training-heading-row">
        <strong>{name}</strong>
        <span className="training-inline">
          <Button onClick={() => session.clear()}>{say("list.again")}</Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => void save()}>
            {say("list.save", { count: chosen.length })}
          </Button>
        </span>
      </div>
      <ListDefaults
        defaults={defaults}
        onChange={(next) => session.decide({ defaults: next })}
        years={years}
      />
      <ListMapping
        table={table}
        onChange={(next) => session.decide({ columns: next })}
        choice={columns}
      />
      {chosen.some(({ isDoubled }) => isDoubled) ? (
        <Checkbox
          checked={replacesSums}
          onChange={(event) => session.decide({ replacesSums: event.target.checked })}
        >
          {say("list.replaceSums")}
        </Checkbox>
      ) : null}
      <ListRows
        rows={rows}
        unchosen={unchosen}
        onChange={(next) => session.decide({ unchosen: next })}
      />
      {ignored.length === 0 ? null : (
        <p className="training-note">{say("list.ignored", { count: ignored.length })}</p>
      )}
    </div>
  );
}
