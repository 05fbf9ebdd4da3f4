import { Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { CriteriaField } from "./criteria-field.tsx";
import { policyMessages } from "./messages.ts";
import { readNumber } from "./read-number.ts";
import type { Labelled, ValueEditor } from "./value-editors.ts";

const MEBIBYTE = 1_048_576;

interface ValueFieldProps {
  readonly editor: ValueEditor;
  readonly label: string;
  /** As the pack has it; its shape goes with the editor. */
  readonly value: unknown;
  /** Gives whether the pack can have the value. */
  readonly onChange: (value: unknown) => boolean;
}

/** One parameter's value as it is typed. */
export function ValueField({ editor, label, value, onChange }: ValueFieldProps) {
  const say = useMessages(policyMessages);
  switch (editor.kind) {
    case "number":
      return (
        <TypedText
          label={label}
          text={typeof value === "number" ? String(value) : ""}
          read={(text) => readNumber(text, editor.canBeNone === true)}
          fault={say("packs.notNumber")}
          onChange={onChange}
        />
      );
    case "megabytes":
      return (
        <TypedText
          label={label}
          text={String(Number(value) / MEBIBYTE)}
          read={(text) => {
            const megabytes = readNumber(text, false);
            return typeof megabytes === "number" ? megabytes * MEBIBYTE : undefined;
          }}
          fault={say("packs.notNumber")}
          onChange={onChange}
          unit="MB"
        />
      );
    case "monthAndDate":
      return (
        <TypedText
          label={label}
          text={String(value)}
          read={(text) => (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : undefined)}
          fault={say("packs.notMonthAndDate")}
          onChange={onChange}
        />
      );
    case "words":
      return (
        <TypedText
          label={label}
          text={(value as readonly string[]).join("、")}
          read={(text) => text.split(/[、,，\s]+/).filter((word) => word !== "")}
          fault={say("packs.empty")}
          onChange={onChange}
        />
      );
    case "oneOf":
      return (
        <Choice
          label={label}
          value={String(value)}
          options={editor.choices.map(({ key, label: name }) => ({ value: key, label: name }))}
          onChange={onChange}
        />
      );
    case "someOf":
      return (
        <SomeOf
          label={label}
          choices={editor.choices}
          chosen={value as readonly string[]}
          onChange={onChange}
        />
      );
    case "numberOfEach":
    case "textOfEach":
    case "someOfEach":
      return <EachField editor={editor} label={label} value={value} onChange={onChange} />;
    case "criteria":
      return <CriteriaField value={value} onChange={onChange} />;
    default:
      return editor satisfies never;
  }
}

interface EachFieldProps extends Omit<ValueFieldProps, "editor"> {
  readonly editor: Extract<
    ValueEditor,
    { readonly kind: "numberOfEach" | "textOfEach" | "someOfEach" }
  >;
}

/** A value for each of some keys. */
function EachField({ editor, label, value, onChange }: EachFieldProps) {
  const say = useMessages(policyMessages);
  const values = value as Readonly<Record<string, unknown>>;
  return (
    <div className="policy-each">
      {editor.keys.map(({ key, label: name }) => {
        const change = (part: unknown) => onChange({ ...values, [key]: part });
        const full = `${label}：${name}`;
        return (
          <div key={key}>
            <span>{name}</span>
            {editor.kind === "someOfEach" ? (
              <SomeOf
                label={full}
                choices={editor.choices}
                chosen={values[key] as readonly string[]}
                onChange={change}
              />
            ) : (
              <TypedText
                label={full}
                text={String(values[key])}
                read={(text) => (editor.kind === "textOfEach" ? text : readNumber(text, false))}
                fault={say("packs.notNumber")}
                onChange={change}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface SomeOfProps {
  readonly label: string;
  readonly choices: Labelled;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => unknown;
}

function SomeOf({ label, choices, chosen, onChange }: SomeOfProps) {
  return (
    <div role="group" aria-label={label} className="policy-choices">
      {choices.map(({ key, label: name }) => (
        <Checkbox
          key={key}
          checked={chosen.includes(key)}
          onChange={({ target }) =>
            // In the order of the domain, whatever was pressed first.
            onChange(
              choices
                .map((one) => one.key)
                .filter((one) => (one === key ? target.checked : chosen.includes(one))),
            )
          }
        >
          {name}
        </Checkbox>
      ))}
    </div>
  );
}

interface TypedTextProps {
  readonly label: string;
  readonly text: string;
  /** Undefined: not to be read; what is typed stays and is marked. */
  readonly read: (text: string) => unknown;
  /** What to say where it cannot be read. */
  readonly fault: string;
  /** Gives whether it was taken over. */
  readonly onChange: (value: unknown) => boolean;
  readonly unit?: string;
}

/** A text that is taken over as a whole, by Enter or on leaving the field: one step to undo, not one a letter. */
export function TypedText({ label, text, read, fault, onChange, unit }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [state, setState] = useState<"good" | "unread" | "refused">("good");
  const faultId = useId();
  const settle = () => {
    const written = typed?.normalize("NFKC").trim() ?? text;
    const value = written === text ? text : read(written);
    const isTaken = written === text || (value !== undefined && onChange(value));
    if (isTaken) setTyped(null);
    setState(isTaken ? "good" : value === undefined ? "unread" : "refused");
  };
  return (
    <>
      <Input
        aria-label={label}
        {...(state === "good" ? {} : { status: "error" as const, "aria-invalid": true as const })}
        {...(state === "unread" ? { "aria-describedby": faultId } : {})}
        value={typed ?? text}
        {...(unit === undefined ? {} : { suffix: unit })}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={settle}
        onBlur={settle}
      />
      {state === "unread" ? (
        <div id={faultId} className="field-error" role="status">
          <span aria-hidden="true">✕ </span>
          {fault}
        </div>
      ) : null}
    </>
  );
}
