import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Choice } from "../widgets/choice.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { readUnitProfile, type UnitProfile } from "../widgets/unit-profile.ts";
import { settingsMessages } from "./messages.ts";
import { profileOf } from "./settings-forms.ts";

/** The unit's profile; the check of each field stands beside it. */
export function UnitSection({ unit }: { readonly unit: Unit | null }) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const [newId] = useState(() => `u-${crypto.randomUUID()}`);
  const onFile = profileOf(unit);
  const [form, setForm, dropDraft, isRestored] = useFormDraft("settings.unit", onFile);
  const read = readUnitProfile(form, { id: unit?.id ?? newId, posts: unit?.posts ?? null });
  const faults = read.ok ? {} : read.faults;
  const canSave = read.ok && JSON.stringify(form) !== JSON.stringify(onFile);
  const change = (part: Partial<UnitProfile>) => setForm({ ...form, ...part });
  const save = async () => {
    if (!read.ok || !canSave) return;
    const label =
      unit === null
        ? labelEdit("history.unitCreated", { name: read.unit.name })
        : labelEdit("history.unitChanged");
    if (await commit({ label, unit: read.unit })) dropDraft();
  };
  const texts = {
    name: say("unit.name"),
    creditCode: say("unit.creditCode"),
    county: say("unit.county"),
    township: say("unit.township"),
    address: say("unit.address"),
  } as const;
  const textField = (key: keyof typeof texts, hint?: string) => (
    <Field
      label={texts[key]}
      error={faults[key] ?? null}
      isRequired={key === "name"}
      {...(hint === undefined ? {} : { hint })}
    >
      {(control) => (
        <Input
          {...control}
          value={form[key]}
          onChange={({ target }) => change({ [key]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <Card title={say("unit.title")} id="unit">
      <Form label={say("unit.title")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={dropDraft} />
        {textField("name")}
        {textField("creditCode", say("unit.creditCodeHint"))}
        <UnitChoices form={form} onChange={change} fault={faults["inCatalogue"] ?? null} />
        {textField("county")}
        {textField("township")}
        {textField("address")}
        <div className="settings-actions">
          <Button htmlType="submit" disabled={!canSave}>
            {say("save")}
          </Button>
          <Link to="/posts">{say("unit.posts")}</Link>
        </div>
      </Form>
    </Card>
  );
}

interface UnitChoicesProps {
  readonly form: UnitProfile;
  readonly onChange: (part: Partial<UnitProfile>) => void;
  /** What is wrong with the statement about the catalogue. */
  readonly fault: string | null;
}

function UnitChoices({ form, onChange, fault }: UnitChoicesProps) {
  const say = useMessages(settingsMessages);
  return (
    <>
      <Field label={say("unit.series")}>
        {(control) => (
          <Choice
            {...control}
            value={form.series}
            onChange={(series) => onChange({ series })}
            options={SERIES.map((series) => ({ value: series, label: SERIES_LABELS[series] }))}
          />
        )}
      </Field>
      <Field
        label={say("unit.catalogue")}
        hint={say("unit.catalogueHint")}
        error={fault}
        isRequired
      >
        {(control) => (
          <Choice
            {...control}
            value={form.inCatalogue}
            options={[
              ...(form.inCatalogue === ""
                ? [{ value: "", label: say("unit.choose") } as const]
                : []),
              { value: "yes", label: say("unit.yes") },
              { value: "no", label: say("unit.no") },
            ]}
            onChange={(inCatalogue) => onChange({ inCatalogue })}
          />
        )}
      </Field>
      <Field label={say("unit.allowance")} hint={say("unit.allowanceHint")}>
        {(control) => (
          <Choice
            {...control}
            value={form.townshipAllowance}
            options={[
              { value: "yes", label: say("unit.yes") },
              { value: "no", label: say("unit.no") },
              { value: "unknown", label: say("unit.unknown") },
            ]}
            onChange={(townshipAllowance) => onChange({ townshipAllowance })}
          />
        )}
      </Field>
    </>
  );
}
