import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { admitPack, describePackAdmission } from "../../shared/policy/pack-admission.ts";
import type { Pack, ParameterId } from "../../shared/policy/pack.ts";
import { canonicalJson } from "../../shared/submission/canonical-json.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DateField } from "../widgets/date-field.tsx";
import { Field } from "../widgets/form.tsx";
import { LadderEditor } from "./ladder-editor.tsx";
import { policyMessages } from "./messages.ts";
import { PARAMETER_NAMES } from "./parameter-names.ts";
import { TypedText, ValueField } from "./value-field.tsx";
import { VALUE_EDITORS, withParameter } from "./value-editors.ts";

interface PackEditorProps {
  readonly draft: Pack;
  readonly others: readonly Pack[];
  readonly onChange: (draft: Pack) => void;
  /** What can be done with it. */
  readonly children: ReactNode;
}

const PARAMETERS = Object.keys(VALUE_EDITORS) as readonly ParameterId[];
const isSame = (one: Pack, other: Pack) => canonicalJson(one) === canonicalJson(other);

/** A pack as it is worked on: name and time, every value with its reason, the ladders. */
export function PackEditor({ draft, others, onChange, children }: PackEditorProps) {
  const say = useMessages(policyMessages);
  const admission = admitPack(draft, others, isSame);
  return (
    <Card title={draft.title} className="policy-editor">
      <PackHead draft={draft} onChange={onChange} />
      {admission.ok ? null : <p role="alert">{describePackAdmission(admission)}</p>}
      <table className="policy-table policy-parameters">
        <thead>
          <tr>
            <th scope="col">{say("parameter")}</th>
            <th scope="col">{say("value")}</th>
            <th scope="col">{say("packs.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {PARAMETERS.map((id) => (
            <ParameterLine key={id} id={id} draft={draft} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <LadderEditor draft={draft} onChange={onChange} />
      <div className="policy-offered-actions">{children}</div>
    </Card>
  );
}

interface PackPartProps {
  readonly draft: Pack;
  readonly onChange: (draft: Pack) => void;
}

function PackHead({ draft, onChange }: PackPartProps) {
  const say = useMessages(policyMessages);
  return (
    <div className="policy-editor-head">
      <Field label={say("packs.name")}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            defaultValue={draft.title}
            onBlur={({ target }) => {
              const title = target.value.trim();
              if (title !== "" && title !== draft.title) onChange({ ...draft, title });
            }}
          />
        )}
      </Field>
      <Field label={say("packs.from")}>
        {(control) => (
          <DateField
            {...control}
            value={draft.effectiveFrom}
            onChange={(effectiveFrom) => {
              if (effectiveFrom !== null && effectiveFrom !== draft.effectiveFrom)
                onChange({ ...draft, effectiveFrom });
            }}
          />
        )}
      </Field>
      <Field label={say("packs.to")} hint={say("packs.toHint")}>
        {(control) => (
          <DateField
            {...control}
            value={draft.effectiveTo}
            onChange={(effectiveTo) => {
              if (effectiveTo !== draft.effectiveTo) onChange({ ...draft, effectiveTo });
            }}
          />
        )}
      </Field>
    </div>
  );
}

interface ParameterLineProps extends PackPartProps {
  readonly id: ParameterId;
}

function ParameterLine({ id, draft, onChange }: ParameterLineProps) {
  const say = useMessages(policyMessages);
  const { value, assumption } = draft.parameters[id];
  const name = say(PARAMETER_NAMES[id]);
  const [isRefused, setIsRefused] = useState(false);
  const put = (next: unknown, reason: string): boolean => {
    const changed = withParameter(draft, id, next, reason);
    setIsRefused(changed === null);
    if (changed !== null) onChange(changed);
    return changed !== null;
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <ValueField
          editor={VALUE_EDITORS[id]}
          label={name}
          value={value}
          onChange={(next) => put(next, assumption ?? say("packs.ownReason"))}
        />
        {isRefused ? (
          <div className="field-error" role="alert">
            <span aria-hidden="true">✕ </span>
            {say("packs.refused")}
          </div>
        ) : null}
      </td>
      <td>
        <TypedText
          label={say("packs.reasonOf", { name })}
          text={assumption ?? ""}
          read={(text) => (text === "" ? undefined : text)}
          fault={say("packs.reasonMissing")}
          onChange={(reason) => put(value, String(reason))}
        />
      </td>
    </tr>
  );
}
