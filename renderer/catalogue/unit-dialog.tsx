import { Input, Modal } from "antd";
import { useState } from "react";
import type { CatalogueUnit } from "../../shared/bureau/catalogue.ts";
import { describeIssue, type Issue } from "../../shared/records/issue.ts";
import { checkUnit, POST_GROUP_LABELS, POST_GROUPS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { catalogueMessages } from "./messages.ts";
import { readUnitForm, type UnitForm, unitFormOf } from "./unit-form.ts";

const FORM_ID = "catalogue-unit";

interface UnitDialogProps {
  readonly unit: CatalogueUnit;
  readonly isNew: boolean;
  readonly onSave: (unit: CatalogueUnit) => Promise<boolean>;
  readonly onClose: () => void;
}

/** One unit of the catalogue. */
export function UnitDialog({ unit, isNew, onSave, onClose }: UnitDialogProps) {
  const say = useMessages(catalogueMessages);
  const draftKey = isNew ? "catalogue.unit" : `catalogue.unit:${unit.id}`;
  const [form, setForm, dropDraft] = useFormDraft(draftKey, unitFormOf(unit));
  const [hasTried, setHasTried] = useState(false);
  const read = readUnitForm(form, unit);
  const title = isNew ? say("unit.add") : say("unit.change");
  const close = () => {
    dropDraft();
    onClose();
  };
  const save = async () => {
    setHasTried(true);
    if (read.unit !== null && (await onSave(read.unit))) close();
  };
  return (
    <Modal
      open
      title={title}
      okText={say("save")}
      cancelText={say("cancel")}
      okButtonProps={{ htmlType: "submit", form: FORM_ID }}
      onCancel={close}
    >
      <Form id={FORM_ID} label={title} onSubmit={() => void save()}>
        <UnitFields
          form={form}
          onChange={(part) => setForm({ ...form, ...part })}
          nameFault={hasTried && form.name.trim() === "" ? say("unit.nameMissing") : null}
          codeFault={codeFaultOf(form)}
          postsFault={read.arePostsRead ? null : say("unit.postsWrong")}
        />
      </Form>
    </Modal>
  );
}

/** What is wrong with the credit code as typed; null: nothing. */
function codeFaultOf({ creditCode }: UnitForm): string | null {
  const code = creditCode.trim().toUpperCase();
  const issues: Issue[] = [];
  checkUnit({ creditCode: code === "" ? null : code }, [], (issue) => issues.push(issue));
  const [first] = issues;
  return first === undefined ? null : describeIssue(first);
}

interface UnitFieldsProps {
  readonly form: UnitForm;
  readonly onChange: (part: Partial<UnitForm>) => void;
  readonly nameFault: string | null;
  readonly codeFault: string | null;
  readonly postsFault: string | null;
}

function UnitFields({ form, onChange, nameFault, codeFault, postsFault }: UnitFieldsProps) {
  const say = useMessages(catalogueMessages);
  const texts = [
    { key: "name", label: say("column.name"), error: nameFault, hint: say("unit.nameHint") },
    { key: "creditCode", label: say("column.code"), error: codeFault, hint: say("unit.codeHint") },
    { key: "township", label: say("column.township"), error: null, hint: null },
    { key: "address", label: say("column.address"), error: null, hint: null },
    { key: "note", label: say("column.note"), error: null, hint: null },
  ] as const;
  return (
    <>
      {texts.map(({ key, label, error, hint }) => (
        <Field
          key={key}
          label={label}
          error={error}
          isRequired={key === "name"}
          {...(hint === null ? {} : { hint })}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={form[key]}
              onChange={({ target }) => onChange({ [key]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={say("column.allowance")}>
        {(control) => (
          <Choice
            {...control}
            value={form.allowance}
            options={[
              { value: "unknown", label: say("allowance.unknown") },
              { value: "yes", label: say("allowance.yes") },
              { value: "no", label: say("allowance.no") },
            ]}
            onChange={(allowance) => onChange({ allowance })}
          />
        )}
      </Field>
      <fieldset className="catalogue-posts">
        <legend>{say("unit.posts")}</legend>
        {POST_GROUPS.map((group) => (
          <label key={group}>
            {POST_GROUP_LABELS[group]}
            <Input
              inputMode="numeric"
              maxLength={6}
              value={form.posts[group]}
              onChange={({ target }) =>
                onChange({ posts: { ...form.posts, [group]: target.value } })
              }
            />
          </label>
        ))}
        {postsFault === null ? null : <p role="alert">{postsFault}</p>}
      </fieldset>
    </>
  );
}
