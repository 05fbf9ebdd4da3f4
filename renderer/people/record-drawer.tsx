import { Button, Drawer } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { civilOf } from "../../shared/calendar/day.ts";
import { useMessages } from "../i18n/messages.ts";
import { useUnit } from "../store/context.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Form } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import type { FormValues, RecordKind, RecordSpec } from "./field-spec.ts";
import { blankValues, recordOf, valuesOf, withRecord } from "./form-values.ts";
import { FormBody } from "./form-body.tsx";
import { sayTitleOf } from "./record-cells.ts";
import { checkCandidate } from "./record-checks.ts";
import { RECORD_SPECS } from "./record-kinds.ts";
import { RECORD_MESSAGES } from "./record-messages.ts";
import { focusFirstFault, focusFirstField, useFormKeys } from "./use-form-keys.ts";
import { type RecordForm, useRecordForm } from "./use-record-form.ts";

interface RecordDrawerProps {
  readonly person: Person;
  readonly kind: RecordKind;
  /** Null for a new record. */
  readonly index: number | null;
  readonly onClose: () => void;
  /** The next empty form. */
  readonly onAddAnother: () => void;
}

/** One record's form at the side of the person's page. */
export function RecordDrawer({ person, kind, index, onClose, onAddAnother }: RecordDrawerProps) {
  const say = useMessages(RECORD_MESSAGES);
  const spec: RecordSpec = RECORD_SPECS[kind];
  const name = say(spec.name);
  const commit = useCommit();
  const form = useFormOf(person, kind, index);
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
    const key = index === null ? "history.recordAdded" : "history.recordChanged";
    const label = labelEdit(key, { name: person.name, kind: name });
    const isKept = index !== null && !form.isChanged;
    const isSaved = isKept || (await commit({ label, putPeople: [changed] }));
    isBusy.current = false;
    if (!isSaved) return;
    form.forget();
    if (goesOn) onAddAnother();
    else onClose();
  };
  const close = () => {
    if (!form.isChanged) form.forget();
    onClose();
  };
  useFormKeys(() => void save(false), index === null ? () => void save(true) : null);
  const titles = person.titles.map(({ id }) => ({
    value: id,
    label: sayTitleOf(person, id) ?? id,
  }));
  return (
    <Drawer
      open
      destroyOnHidden
      size={600}
      title={say(index === null ? "form.add" : "form.edit", { kind: name })}
      onClose={close}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(body.current)}
      footer={
        <div className="people-form-foot">
          <p>{say(index === null ? "form.keysAdd" : "form.keys")}</p>
          <Button onClick={close}>{say("form.close")}</Button>
          {index === null ? (
            <Button onClick={() => void save(true)}>{say("form.saveAndAdd")}</Button>
          ) : null}
          <Button type="primary" onClick={() => void save(false)}>
            {say("form.save")}
          </Button>
        </div>
      }
    >
      <div ref={body} className="people-form">
        <Form label={name} onSubmit={() => void save(false)}>
          <FormBody fields={spec.fields} form={form} titles={titles} />
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </Form>
      </div>
    </Drawer>
  );
}

/** The form's state for a record on file, or for a new one with the year and the unit's series filled in. */
function useFormOf(person: Person, kind: RecordKind, index: number | null): RecordForm {
  const say = useMessages(RECORD_MESSAGES);
  const spec: RecordSpec = RECORD_SPECS[kind];
  const unit = useUnit();
  const { year } = civilOf(useToday());
  const [newId] = useState(() => crypto.randomUUID());
  const onFile: object | null = index === null ? null : (person[kind][index] ?? null);
  const series = unit?.series ?? "other";
  const initial = useMemo(() => {
    if (onFile !== null) return valuesOf(spec.fields, onFile);
    return blankValues(spec.fields, { ...spec.defaults, ...presets(spec, year, series) });
  }, [onFile, spec, year, series]);
  const check = useCallback(
    (values: FormValues) => {
      const id = spec.hasId ? { id: idOf(onFile) ?? newId } : {};
      const record = { ...id, ...recordOf(spec.fields, values) };
      const place = [kind, index ?? person[kind].length] as const;
      return checkCandidate(withRecord(person, kind, index, record), place, [], say);
    },
    [spec, onFile, newId, kind, index, person, say],
  );
  return useRecordForm({
    draftKey: `person.${person.id}.${kind}.${index ?? "new"}`,
    initial,
    base: onFile === null ? "new" : JSON.stringify(onFile),
    check,
  });
}

function idOf(record: object | null): string | null {
  return record !== null && "id" in record && typeof record.id === "string" ? record.id : null;
}

/** An appraisal is of the year gone by, other records of this year; the series is mostly the unit's. */
function presets({ kind, fields }: RecordSpec, year: number, series: string): FormValues {
  const has = (key: string) => fields.some((field) => field.key === key);
  return {
    ...(has("year") ? { year: String(kind === "appraisals" ? year - 1 : year) } : {}),
    ...(has("series") ? { series } : {}),
  };
}
