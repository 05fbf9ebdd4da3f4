import { Button, Drawer } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Form } from "../widgets/form.tsx";
import type { FormValues } from "./field-spec.ts";
import { basicValuesOf, blankPerson, blankValues, withBasics } from "./form-values.ts";
import { FormBody } from "./form-body.tsx";
import { checkCandidate, fillFromIdNumber } from "./record-checks.ts";
import { BASIC_FIELDS } from "./record-kinds.ts";
import { RECORD_MESSAGES } from "./record-messages.ts";
import { focusFirstFault, focusFirstField, useFormKeys } from "./use-form-keys.ts";
import { type RecordForm, useRecordForm } from "./use-record-form.ts";

const FILLED_LABELS = { birthDate: "field.birthDate", sex: "field.sex" } as const;
const NEW_PERSON_DRAFT = "person.new";
const BLANK = blankValues(BASIC_FIELDS, {});

interface BasicsForm {
  readonly form: RecordForm;
  /** What the ID number filled in, as a sentence. */
  readonly filled: string | null;
}

/** The form of 基本信息 over somebody on file, or over a blank person. */
function useBasicsForm(person: Person, isNew: boolean): BasicsForm {
  const say = useMessages(RECORD_MESSAGES);
  const records = useRecords();
  const [filled, setFilled] = useState<string | null>(null);
  const initial = useMemo(
    () => (isNew ? BLANK : basicValuesOf(BASIC_FIELDS, person)),
    [isNew, person],
  );
  const check = useCallback(
    (values: FormValues) =>
      checkCandidate(
        withBasics(person, BASIC_FIELDS, values),
        [],
        records?.people.values() ?? [],
        say,
      ),
    [person, records, say],
  );
  const follow = (values: FormValues, key: string): FormValues => {
    if (key !== "idNumber") return values;
    const fill = fillFromIdNumber(values);
    if (fill.filled.length > 0) {
      const fields = fill.filled.map((one) => say(FILLED_LABELS[one])).join(say("form.and"));
      setFilled(say("form.filled", { fields }));
    }
    return fill.values;
  };
  const form = useRecordForm({
    draftKey: isNew ? NEW_PERSON_DRAFT : `person.${person.id}.basics`,
    initial,
    base: isNew ? "new" : JSON.stringify(initial),
    check,
    follow,
  });
  return { form, filled };
}

/** 基本信息 of somebody on file. */
export function BasicsTab({ person }: { readonly person: Person }) {
  const say = useMessages(RECORD_MESSAGES);
  const commit = useCommit();
  const { form, filled } = useBasicsForm(person, false);
  const body = useRef<HTMLDivElement>(null);
  const save = async () => {
    const changed = form.settle();
    if (changed === null) {
      focusFirstFault(body.current);
      return;
    }
    if (!form.isChanged) return;
    const label = labelEdit("history.personChanged", { name: changed.name });
    if (await commit({ label, putPeople: [changed] })) form.forget();
  };
  useFormKeys(() => void save(), null);
  return (
    <div ref={body} className="people-section people-form people-basics">
      <Form label={say("form.basics")} onSubmit={() => void save()}>
        <FormBody fields={BASIC_FIELDS} form={form} filled={filled} />
        <div className="people-basics-foot">
          <Button type="primary" htmlType="submit" disabled={!form.isChanged}>
            {say("form.save")}
          </Button>
          <span>{say("form.keysBasics")}</span>
        </div>
      </Form>
    </div>
  );
}

/** The form for somebody new; leads to their page when they are on file. */
export function AddPersonDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(RECORD_MESSAGES);
  const commit = useCommit();
  const navigate = useNavigate();
  const [person] = useState(() => blankPerson(crypto.randomUUID()));
  const [round, setRound] = useState(0);
  const { form, filled } = useBasicsForm(person, true);
  const body = useRef<HTMLDivElement>(null);
  const isBusy = useRef(false);
  const save = async (goesOn: boolean) => {
    if (isBusy.current) return;
    const changed = form.settle();
    if (changed === null) {
      focusFirstFault(body.current);
      return;
    }
    isBusy.current = true;
    // Each one added gets an id of their own, though the form stays open.
    const added = round === 0 ? changed : { ...changed, id: crypto.randomUUID() };
    const label = labelEdit("history.personAdded", { name: added.name });
    const isSaved = await commit({ label, putPeople: [added] });
    isBusy.current = false;
    if (!isSaved) return;
    form.reset();
    if (goesOn) {
      setRound(round + 1);
      focusFirstField(body.current);
      return;
    }
    onClose();
    void navigate(`/people/${added.id}/postings`);
  };
  const close = () => {
    if (!form.isChanged) form.forget();
    onClose();
  };
  useFormKeys(
    () => void save(false),
    () => void save(true),
  );
  return (
    <Drawer
      open
      destroyOnHidden
      size={600}
      title={say("form.addPerson")}
      onClose={close}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(body.current)}
      footer={
        <div className="people-form-foot">
          <p>{say("form.keysAdd")}</p>
          <Button onClick={close}>{say("form.close")}</Button>
          <Button onClick={() => void save(true)}>{say("form.saveAndAddPerson")}</Button>
          <Button type="primary" onClick={() => void save(false)}>
            {say("form.save")}
          </Button>
        </div>
      }
    >
      <div ref={body} className="people-form">
        <Form label={say("form.addPerson")} onSubmit={() => void save(false)}>
          <FormBody fields={BASIC_FIELDS} form={form} filled={filled} />
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </Form>
      </div>
    </Drawer>
  );
}
