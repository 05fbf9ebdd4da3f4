import { Button, Input } from "antd";
import { useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import type { Operator, Settings } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { tidyName } from "../widgets/tidy-name.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { settingsMessages } from "./messages.ts";
import {
  addOperator,
  checkOperatorName,
  type NameFault,
  removeOperator,
  renameOperator,
} from "./settings-forms.ts";

const FAULTS = {
  empty: "operators.empty",
  long: "operators.long",
  taken: "operators.taken",
} as const satisfies Record<NameFault, string>;

/** Who works with the program, and who works now. */
export function OperatorsSection({ settings }: { readonly settings: Settings }) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const [name, setName, dropName] = useFormDraft("settings.operator", "");
  const [isAsked, setIsAsked] = useState(false);
  const { operators } = settings;
  const fault = checkOperatorName(operators, name);
  const add = async () => {
    setIsAsked(true);
    if (fault !== null) return;
    const operator = { id: crypto.randomUUID(), name: tidyName(name) };
    const isDone = await commit({
      label: labelEdit("history.operatorAdded", { name: operator.name }),
      settings: addOperator(settings, operator),
    });
    if (!isDone) return;
    dropName();
    setIsAsked(false);
  };
  // What is not typed yet is not wrong yet.
  const isShown = fault !== null && (isAsked || (fault !== "empty" && name !== ""));
  return (
    <Card title={say("operators.title")} help={say("operators.help")}>
      {operators.length === 0 ? <p className="settings-note">{say("operators.none")}</p> : null}
      <ul className="settings-operators" aria-label={say("operators.title")}>
        {operators.map((operator) => (
          <OperatorLine key={operator.id} operator={operator} settings={settings} />
        ))}
      </ul>
      <Form label={say("operators.add")} onSubmit={() => void add()}>
        <Field label={say("operators.newName")} error={isShown ? say(FAULTS[fault]) : null}>
          {(control) => (
            <div className="settings-line">
              <Input
                {...control}
                className="settings-name"
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
              <Button htmlType="submit">{say("operators.add")}</Button>
            </div>
          )}
        </Field>
      </Form>
    </Card>
  );
}

interface OperatorLineProps {
  readonly operator: Operator;
  readonly settings: Settings;
}

function OperatorLine({ operator, settings }: OperatorLineProps) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const [isRenaming, setIsRenaming] = useState(false);
  const { id, name } = operator;
  const isCurrent = settings.operatorId === id;
  const choose = () =>
    commit({
      label: labelEdit("history.operatorChosen", { name }),
      settings: { ...settings, operatorId: id },
    });
  const remove = () =>
    commit({
      label: labelEdit("history.operatorRemoved", { name }),
      settings: removeOperator(settings, id),
    });
  if (isRenaming) {
    return (
      <li>
        <RenameForm operator={operator} settings={settings} onEnd={() => setIsRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="settings-line" aria-current={isCurrent ? true : undefined}>
      <span className="settings-operator">{name}</span>
      {isCurrent ? (
        <StatusTag state="good" label={say("operators.isCurrent")} />
      ) : (
        <Button size="small" onClick={() => void choose()}>
          {say("operators.choose")}
        </Button>
      )}
      <Button size="small" onClick={() => setIsRenaming(true)}>
        {say("operators.rename")}
      </Button>
      {isCurrent ? null : (
        <Button size="small" onClick={() => void remove()}>
          {say("operators.remove")}
        </Button>
      )}
    </li>
  );
}

interface RenameFormProps extends OperatorLineProps {
  readonly onEnd: () => void;
}

function RenameForm({ operator: { id, name: before }, settings, onEnd }: RenameFormProps) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const [name, setName] = useState(before);
  const fault = checkOperatorName(settings.operators, name, id);
  const save = async () => {
    if (fault !== null) return;
    if (tidyName(name) !== before) {
      const isDone = await commit({
        label: labelEdit("history.operatorChanged", { name: tidyName(name) }),
        settings: renameOperator(settings, id, name),
      });
      if (!isDone) return;
    }
    onEnd();
  };
  return (
    <Form label={say("operators.rename")} onSubmit={() => void save()}>
      <Field label={say("operators.name")} error={fault === null ? null : say(FAULTS[fault])}>
        {(control) => (
          <div className="settings-line">
            <Input
              {...control}
              className="settings-name"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Button htmlType="submit" disabled={fault !== null}>
              {say("save")}
            </Button>
            <Button onClick={onEnd}>{say("cancel")}</Button>
          </div>
        )}
      </Field>
    </Form>
  );
}
