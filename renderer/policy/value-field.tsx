import { Checkbox, Input } from "antd";
import { useState } from "react";
import { Choice } from "../widgets/choice.tsx";
import { CriteriaField } from "./criteria-field.tsx";
import type { Labelled, ValueEditor } from "./value-editors.ts";

const MEBIBYTE = 1_048_576;

interface ValueFieldProps {
  readonly editor: ValueEditor;
  readonly label: string;
  /** As the pack has it; its shape goes with the editor. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One parameter's value as it is typed. */
export function ValueField({ editor, label, value, onChange }: ValueFieldProps) {
  switch (editor.kind) {
    case "number":
      return (
        <TypedText
          label={label}
          text={typeof value === "number" ? String(value) : ""}
          read={(text) => readNumber(text, editor.canBeNone === true)}
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
          onChange={onChange}
        />
      );
    case "words":
      return (
        <TypedText
          label={label}
          text={(value as readonly string[]).join("、")}
          read={(text) => text.split(/[、,，\s]+/).filter((word) => word !== "")}
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
  readonly onChange: (chosen: readonly string[]) => void;
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
  readonly onChange: (value: unknown) => void;
  readonly unit?: string;
}

/** A text that is taken over once it can be read. */
export function TypedText({ label, text, read, onChange, unit }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? text;
  const isWrong = typed !== null && read(typed.normalize("NFKC").trim()) === undefined;
  return (
    <Input
      aria-label={label}
      {...(isWrong ? { status: "error" as const, "aria-invalid": true as const } : {})}
      value={shown}
      {...(unit === undefined ? {} : { suffix: unit })}
      onChange={({ target }) => {
        setTyped(target.value);
        const value = read(target.value.normalize("NFKC").trim());
        if (value !== undefined) onChange(value);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

/** Null: nothing is written, where that is allowed; undefined: no number. */
export function readNumber(text: string, canBeNone: boolean): number | null | undefined {
  if (text === "") return canBeNone ? null : undefined;
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
}
