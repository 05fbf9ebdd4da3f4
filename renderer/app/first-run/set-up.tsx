import { Button, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import { useMessages } from "../../i18n/messages.ts";
import type { Records } from "../../store/types.ts";
import { useCommit } from "../../widgets/commit.ts";
import { labelEdit } from "../../widgets/edit-label.ts";
import { Field, Form } from "../../widgets/form.tsx";
import { Gate } from "../gate.tsx";
import { firstRunMessages } from "./messages.ts";
import { dropProgress, keepProgress, readProgress } from "./progress.ts";
import { withTrialOperator } from "./trial-operator.ts";
import { readUnitDraft } from "./unit-draft.ts";
import { UnitForm } from "./unit-form.tsx";

/** The records are open and empty: the unit is set up in them, and the first run ends. */
export function SetUp({ records }: { readonly records: Records }) {
  const [progress, setProgress] = useState(() => readProgress(localStorage));
  const [unitId] = useState(() => `u-${crypto.randomUUID()}`);
  const read = readUnitDraft(progress.unit, unitId);
  const say = useMessages(firstRunMessages);
  const go = (change: Partial<typeof progress>) => {
    const next = { ...progress, ...change };
    keepProgress(localStorage, next);
    setProgress(next);
  };
  if (progress.way === "trial") {
    return <TrialReady records={records} onOwn={() => go({ way: "own", isUnitDone: false })} />;
  }
  if (!progress.isUnitDone || !read.ok) {
    return (
      <Gate title={say("unit.title")}>
        <p className="gate-note">{say("unit.note")}</p>
        <UnitForm
          draft={progress.unit}
          onChange={(unit) => go({ unit })}
          onDone={() => go({ isUnitDone: true })}
          okLabel={say("next")}
          extra={<Button onClick={() => go({ way: "trial" })}>{say("finish.trial")}</Button>}
        />
      </Gate>
    );
  }
  return (
    <OwnReady
      unit={read.unit}
      records={records}
      onBack={() => go({ isUnitDone: false })}
      onTrial={() => go({ way: "trial" })}
    />
  );
}

interface OwnReadyProps {
  readonly unit: Unit;
  readonly records: Records;
  readonly onBack: () => void;
  readonly onTrial: () => void;
}

function OwnReady({ unit, records, onBack, onTrial }: OwnReadyProps) {
  const say = useMessages(firstRunMessages);
  const commit = useCommit();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const finish = async (to: string) => {
    if (isBusy) return;
    setIsBusy(true);
    const operator = { id: `o-${crypto.randomUUID()}`, name: name.trim() };
    const { settings } = records;
    const named = { ...settings, operators: [operator], operatorId: operator.id };
    const isDone = await commit({
      label: labelEdit("history.unitCreated", { name: unit.name }),
      unit,
      ...(operator.name === "" ? {} : { settings: named }),
    });
    setIsBusy(false);
    if (!isDone) return;
    dropProgress(localStorage);
    await navigate(to);
  };
  return (
    <Gate title={say("finish.title")}>
      <p>{say("finish.text", { name: unit.name })}</p>
      <Form label={say("operator.title")} onSubmit={() => void finish("/import")}>
        <Field label={say("operator.name")} hint={say("operator.hint")}>
          {(control) => (
            <Input
              {...control}
              maxLength={50}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="gate-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={isBusy}
            title={say("finish.importHint")}
          >
            {say("finish.import")}
          </Button>
          <Button onClick={() => void finish("/")} disabled={isBusy}>
            {say("finish.empty")}
          </Button>
          <Button onClick={onTrial} disabled={isBusy}>
            {say("finish.trial")}
          </Button>
          <Button type="link" onClick={onBack} disabled={isBusy}>
            {say("back")}
          </Button>
        </div>
      </Form>
    </Gate>
  );
}

interface TrialReadyProps {
  readonly records: Records;
  readonly onOwn: () => void;
}

function TrialReady({ records, onOwn }: TrialReadyProps) {
  const say = useMessages(firstRunMessages);
  const commit = useCommit();
  const navigate = useNavigate();
  const [invented] = useState(() => inventUnit());
  const [isBusy, setIsBusy] = useState(false);
  const { unit, people } = invented;
  const enter = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const label = labelEdit("history.demoLoaded", { count: people.length });
    const settings = withTrialOperator(records.settings, say("operator.trial"));
    const isDone = await commit({ label, unit, putPeople: people, settings });
    setIsBusy(false);
    if (isDone) await navigate("/");
  };
  return (
    <Gate title={say("finish.trial")}>
      <p>{say("finish.trialReady", { name: unit.name, count: people.length })}</p>
      <div className="gate-actions">
        <Button type="primary" loading={isBusy} onClick={() => void enter()}>
          {say("finish.trialEnter")}
        </Button>
        <Button onClick={onOwn} disabled={isBusy}>
          {say("welcome.own")}
        </Button>
      </div>
    </Gate>
  );
}
