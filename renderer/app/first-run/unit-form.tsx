import { Button, Input } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { SERIES, SERIES_LABELS } from "../../../shared/records/series.ts";
import { POST_GROUP_LABELS, POST_GROUPS, type Unit } from "../../../shared/records/unit.ts";
import { useMessages } from "../../i18n/messages.ts";
import { Choice, type ChoiceOption } from "../../widgets/choice.tsx";
import { Field, Form } from "../../widgets/form.tsx";
import { foldCreditCode } from "../../widgets/unit-profile.ts";
import { firstRunMessages } from "./messages.ts";
import { readUnitDraft, type UnitDraft } from "./unit-draft.ts";

interface UnitFormProps {
  readonly draft: UnitDraft;
  readonly onChange: (draft: UnitDraft) => void;
  readonly onDone: (unit: Unit) => void;
  readonly okLabel: string;
  readonly extra?: ReactNode;
  /** Fields below the unit's own. */
  readonly children?: ReactNode;
}

/** The unit's profile, each field with its check beside it. */
export function UnitForm(props: UnitFormProps) {
  const { draft, onChange, onDone, okLabel, extra, children } = props;
  const say = useMessages(firstRunMessages);
  const [hasTried, setHasTried] = useState(false);
  const [unitId] = useState(() => `u-${crypto.randomUUID()}`);
  const read = readUnitDraft(draft, unitId);
  const faults = read.ok ? {} : read.faults;
  const set = (change: Partial<UnitDraft>) => onChange({ ...draft, ...change });
  /** An empty field is wrong only once one wanted to go on. */
  const faultOf = (field: string, typed: string) =>
    typed.trim() === "" && !hasTried ? null : (faults[field] ?? null);
  const code = foldCreditCode(draft.creditCode);
  const isCodeDue = hasTried || code.length >= 18;
  const isCodeGood = code !== "" && faults["creditCode"] === undefined;
  return (
    <Form
      label={say("unit.title")}
      onSubmit={() => {
        setHasTried(true);
        if (read.ok) onDone(read.unit);
      }}
    >
      <Field
        label={say("unit.name")}
        hint={say("unit.nameHint")}
        error={faultOf("name", draft.name)}
        isRequired
      >
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={200}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={say("unit.code")}
        hint={isCodeGood ? `✓ ${say("unit.codeGood")}` : say("unit.codeHint")}
        error={isCodeDue ? (faults["creditCode"] ?? null) : null}
      >
        {(control) => (
          <Input
            {...control}
            value={draft.creditCode}
            maxLength={30}
            onChange={(event) => set({ creditCode: event.target.value })}
          />
        )}
      </Field>
      <ChoiceField
        label={say("unit.series")}
        value={draft.series}
        options={SERIES.map((value) => ({ value, label: SERIES_LABELS[value] }))}
        onChoose={(series) => set({ series })}
      />
      {(["county", "township", "address"] as const).map((field) => (
        <Field
          key={field}
          label={
            {
              county: say("unit.county"),
              township: say("unit.township"),
              address: say("unit.address"),
            }[field]
          }
          error={faultOf(field, draft[field])}
        >
          {(control) => (
            <Input
              {...control}
              value={draft[field]}
              maxLength={200}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <UnitFacts draft={draft} set={set} faults={faults} hasTried={hasTried} />
      {children}
      <div className="gate-actions">
        <Button type="primary" htmlType="submit">
          {okLabel}
        </Button>
        {extra}
      </div>
    </Form>
  );
}

interface UnitFactsProps {
  readonly draft: UnitDraft;
  readonly set: (change: Partial<UnitDraft>) => void;
  readonly faults: Readonly<Record<string, string>>;
  readonly hasTried: boolean;
}

function UnitFacts({ draft, set, faults, hasTried }: UnitFactsProps) {
  const say = useMessages(firstRunMessages);
  return (
    <>
      <ChoiceField
        label={say("unit.allowance")}
        hint={say("unit.allowanceHint")}
        value={draft.townshipAllowance}
        options={[
          { value: "yes", label: say("unit.yes") },
          { value: "no", label: say("unit.no") },
          { value: "unknown", label: say("unit.unknown") },
        ]}
        onChoose={(townshipAllowance) => set({ townshipAllowance })}
      />
      <ChoiceField
        label={say("unit.catalogue")}
        hint={say("unit.catalogueHint")}
        value={draft.inCatalogue}
        isRequired
        error={hasTried ? (faults["inCatalogue"] ?? null) : null}
        options={[
          ...(draft.inCatalogue === "" ? [{ value: "" as const, label: say("unit.choose") }] : []),
          { value: "yes", label: say("unit.yes") },
          { value: "no", label: say("unit.no") },
        ]}
        onChoose={(inCatalogue) => set({ inCatalogue })}
      />
      {POST_GROUPS.map((group, index) => (
        <Field
          key={group}
          label={`${say("unit.posts")}：${POST_GROUP_LABELS[group]}`}
          {...(index === POST_GROUPS.length - 1 ? { hint: say("unit.postsHint") } : {})}
          error={faults[`posts.${group}`] ?? null}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              style={{ maxWidth: "8em" }}
              value={draft.posts[group]}
              maxLength={6}
              onChange={(event) => set({ posts: { ...draft.posts, [group]: event.target.value } })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly isRequired?: boolean;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChoose: (value: Value) => void;
}

function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { value, options, onChoose, ...field } = props;
  return (
    <Field {...field}>
      {(control) => <Choice {...control} value={value} options={options} onChange={onChoose} />}
    </Field>
  );
}
