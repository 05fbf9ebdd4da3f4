import { Button, Input } from "antd";
import { useState } from "react";
import { USUAL_ASKS } from "../../../shared/submission/bureau-card.ts";
import { useBridge } from "../../bridge.ts";
import { useMessages } from "../../i18n/messages.ts";
import type { Records } from "../../store/types.ts";
import { useCommit } from "../../widgets/commit.ts";
import { labelEdit } from "../../widgets/edit-label.ts";
import { Field, Form } from "../../widgets/form.tsx";
import { Gate } from "../gate.tsx";
import { firstRunMessages } from "./messages.ts";
import { dropProgress } from "./progress.ts";

interface BureauSetUpProps {
  readonly records: Records;
  /** The bureau has a card now. */
  readonly onDone: () => void;
}

/** The keys of a bureau are there: who it is and who works here, then the desk opens. */
export function BureauSetUp({ records, onDone }: BureauSetUpProps) {
  const say = useMessages(firstRunMessages);
  const [typed, setTyped] = useState({ name: "", operator: "" });
  const [hasTried, setHasTried] = useState(false);
  const { fault, isBusy, finish } = useFinish(records, onDone);
  const missing = (value: string) =>
    hasTried && value.trim() === "" ? say("bureau.missing") : null;
  const submit = () => {
    setHasTried(true);
    if (typed.name.trim() === "" || typed.operator.trim() === "") return;
    void finish(typed.name.trim(), typed.operator.trim());
  };
  return (
    <Gate title={say("bureau.title")}>
      <p>{say("bureau.note")}</p>
      <Form label={say("bureau.title")} onSubmit={submit}>
        <Field
          label={say("bureau.name")}
          hint={say("bureau.nameHint")}
          error={missing(typed.name)}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={typed.name}
              onChange={(event) => setTyped({ ...typed, name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={say("operator.name")}
          hint={say("bureau.operatorHint")}
          error={missing(typed.operator)}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              maxLength={50}
              value={typed.operator}
              onChange={(event) => setTyped({ ...typed, operator: event.target.value })}
            />
          )}
        </Field>
        <div role="alert">{fault === null ? null : <p className="gate-fault">{fault}</p>}</div>
        <div className="gate-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say("bureau.finish")}
          </Button>
        </div>
      </Form>
    </Gate>
  );
}

/** The card comes last: it is what tells that the set-up is done. */
function useFinish(records: Records, onDone: () => void) {
  const bridge = useBridge();
  const commit = useCommit();
  const [bureauId] = useState(() => `b-${crypto.randomUUID()}`);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const finish = async (name: string, operatorName: string) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(null);
    const { settings } = records;
    const known = settings.operators.find((one) => one.name === operatorName);
    const operator = known ?? { id: `o-${crypto.randomUUID()}`, name: operatorName };
    const operators = known === undefined ? [...settings.operators, operator] : settings.operators;
    const isSame = known !== undefined && settings.operatorId === known.id;
    const isNoted =
      isSame ||
      (await commit({
        label: labelEdit("history.bureauCreated", { name }),
        settings: { ...settings, operators, operatorId: operator.id },
      }));
    const made = isNoted
      ? await bridge.call("registry.makeCard", {
          bureau: { id: bureauId, name },
          addresses: [],
          asks: USUAL_ASKS,
        })
      : null;
    setIsBusy(false);
    if (made === null) return;
    if (!made.ok) {
      setFault(made.error.message);
      return;
    }
    dropProgress(localStorage);
    onDone();
  };
  return { fault, isBusy, finish };
}
