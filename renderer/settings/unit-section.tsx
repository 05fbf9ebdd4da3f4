import { Button, Checkbox, Input, Radio, Select } from "antd";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { settingsMessages } from "./messages.ts";
import { checkUnitForm, formOfUnit, type UnitForm, unitOfForm } from "./settings-forms.ts";

/** A unit that is not set up yet. */
function emptyUnit(): Unit {
  return {
    id: `u-${crypto.randomUUID()}`,
    name: "",
    creditCode: null,
    series: "health",
    inCatalogue: true,
    posts: null,
  };
}

/** The unit's profile; the check of each field stands beside it. */
export function UnitSection({ unit }: { readonly unit: Unit | null }) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const onFile = useMemo(() => unit ?? emptyUnit(), [unit]);
  const [form, setForm] = useState<UnitForm>(() => formOfUnit(onFile));
  const written = unitOfForm(form, onFile);
  const faults = checkUnitForm(written);
  const isChanged = unit === null || JSON.stringify(form) !== JSON.stringify(formOfUnit(unit));
  const canSave = isChanged && Object.keys(faults).length === 0;
  const change = (part: Partial<UnitForm>) => setForm({ ...form, ...part });
  const save = async () => {
    if (!canSave) return;
    const label =
      unit === null
        ? labelEdit("history.unitCreated", { name: written.name })
        : labelEdit("history.unitChanged");
    await commit({ label, unit: written });
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
        {textField("name")}
        {textField("creditCode", say("unit.creditCodeHint"))}
        <UnitChoices form={form} onChange={change} />
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
  readonly form: UnitForm;
  readonly onChange: (part: Partial<UnitForm>) => void;
}

function UnitChoices({ form, onChange }: UnitChoicesProps) {
  const say = useMessages(settingsMessages);
  return (
    <>
      <Field label={say("unit.series")}>
        {({ id }) => (
          <Select
            id={id}
            className="settings-select"
            value={form.series}
            onChange={(series) => onChange({ series })}
            options={SERIES.map((series) => ({ value: series, label: SERIES_LABELS[series] }))}
          />
        )}
      </Field>
      <Field label={say("unit.catalogue")} hint={say("unit.catalogueHint")}>
        {({ id }) => (
          <Checkbox
            id={id}
            checked={form.inCatalogue}
            onChange={({ target }) => onChange({ inCatalogue: target.checked })}
          >
            {say("unit.inCatalogue")}
          </Checkbox>
        )}
      </Field>
      <Field label={say("unit.allowance")}>
        {({ id }) => (
          <Radio.Group
            id={id}
            aria-label={say("unit.allowance")}
            value={form.townshipAllowance}
            onChange={({ target }) =>
              onChange({ townshipAllowance: target.value as UnitForm["townshipAllowance"] })
            }
            options={[
              { value: "yes", label: say("unit.allowanceYes") },
              { value: "no", label: say("unit.allowanceNo") },
              { value: "unknown", label: say("unit.allowanceUnknown") },
            ]}
          />
        )}
      </Field>
    </>
  );
}
