import { Button, Modal } from "antd";
import { useState } from "react";
import { useMessages } from "../../i18n/messages.ts";
import { useRecords } from "../../store/context.ts";
import { useCommit } from "../../widgets/commit.ts";
import { labelEdit } from "../../widgets/edit-label.ts";
import { UnitForm } from "../first-run/unit-form.tsx";
import { withoutTrialOperator } from "../first-run/trial-operator.ts";
import { EMPTY_UNIT } from "../first-run/unit-draft.ts";
import { appMessages } from "../messages.ts";

/** Marks the fictitious unit wherever one is, and ends the trial. */
export function TrialStrip() {
  const say = useMessages(appMessages);
  const records = useRecords();
  const commit = useCommit();
  const [isEnding, setIsEnding] = useState(false);
  const [draft, setDraft] = useState(EMPTY_UNIT);
  const people = records === null ? [] : [...records.people.keys()];
  return (
    <div className="trial-strip no-print" role="note">
      <strong>
        <span aria-hidden="true">! </span>
        {say("trial.strip")}
      </strong>
      {records === null ? null : (
        <button type="button" onClick={() => setIsEnding(true)}>
          {say("trial.end")}
        </button>
      )}
      <Modal
        open={isEnding}
        onCancel={() => setIsEnding(false)}
        footer={null}
        title={say("trial.endTitle")}
        width={680}
      >
        <p>{say("trial.endText", { count: people.length })}</p>
        <UnitForm
          draft={draft}
          onChange={setDraft}
          okLabel={say("trial.endTitle")}
          extra={<Button onClick={() => setIsEnding(false)}>{say("trial.goOn")}</Button>}
          onDone={(unit) => {
            setIsEnding(false);
            const label = labelEdit("history.unitCreated", { name: unit.name });
            const attachments = [...(records?.attachments.keys() ?? [])];
            void commit({
              label,
              unit,
              removePeople: people,
              removeAttachments: attachments,
              ...(records === null ? {} : { settings: withoutTrialOperator(records.settings) }),
            });
          }}
        />
      </Modal>
    </div>
  );
}
