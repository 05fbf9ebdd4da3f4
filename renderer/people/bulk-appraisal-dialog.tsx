import { Checkbox, Input, Modal } from "antd";
import { useId, useMemo, useState } from "react";
import { yearOf } from "../../shared/calendar/day.ts";
import {
  APPRAISAL_RESULT_LABELS,
  APPRAISAL_RESULTS,
  type AppraisalResult,
  appraisalSchema,
} from "../../shared/records/appraisal.ts";
import type { Person } from "../../shared/records/person.ts";
import { cleanCode } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Choice } from "../widgets/choice.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import { planBulkAppraisal } from "./bulk-appraisal.ts";
import { PEOPLE_MESSAGES } from "./messages.ts";
import { nameSome } from "./name-some.ts";

interface BulkAppraisalDialogProps {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** One year's result for many at once, with what it would do before it is done. */
export function BulkAppraisalDialog({ people, onClose }: BulkAppraisalDialogProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const commit = useCommit();
  const formId = useId();
  const [typedYear, setTypedYear] = useState(String(yearOf(useToday()) - 1));
  const [result, setResult] = useState<AppraisalResult>("qualified");
  const [replaces, setReplaces] = useState(false);
  const year = Number(cleanCode(typedYear));
  const isYear = appraisalSchema.safeParse({ year, result }).success;
  const plan = useMemo(
    () => (isYear ? planBulkAppraisal(people, { year, result, replaces }) : null),
    [people, isYear, year, result, replaces],
  );
  const count = plan?.changed.length ?? 0;
  const save = async () => {
    if (plan === null || count === 0) return;
    const label = labelEdit("history.appraisalsSet", { count, year });
    if (await commit({ label, putPeople: plan.changed })) onClose();
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={say("bulk.appraisal")}
      okText={say("bulk.save")}
      cancelText={say("bulk.cancel")}
      okButtonProps={{ disabled: count === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form id={formId} label={say("bulk.appraisal")} onSubmit={() => void save()}>
        <Field label={say("bulk.year")} isRequired error={isYear ? null : say("bulk.yearWrong")}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={typedYear}
              onChange={({ target }) => setTypedYear(target.value)}
            />
          )}
        </Field>
        <Field label={say("bulk.result")} isRequired>
          {(control) => (
            <Choice
              {...control}
              isWide
              value={result}
              options={APPRAISAL_RESULTS.map((value) => ({
                value,
                label: APPRAISAL_RESULT_LABELS[value],
              }))}
              onChange={setResult}
            />
          )}
        </Field>
        <Checkbox checked={replaces} onChange={({ target }) => setReplaces(target.checked)}>
          {say("bulk.replaces")}
        </Checkbox>
        <ul className="people-plan" role="status">
          {plan === null || count > 0 ? null : <li>{say("bulk.nothing")}</li>}
          {plan === null || plan.added.length === 0 ? null : (
            <li>{say("bulk.added", { count: plan.added.length })}</li>
          )}
          {plan === null || plan.replaced.length === 0 ? null : (
            <li>
              {say("bulk.replaced", {
                count: plan.replaced.length,
                names: nameSome(plan.replaced, say),
              })}
            </li>
          )}
          {plan === null || plan.kept.length === 0 ? null : (
            <li>
              {say("bulk.kept", { count: plan.kept.length, names: nameSome(plan.kept, say) })}
            </li>
          )}
          {plan === null || plan.same.length === 0 ? null : (
            <li>{say("bulk.same", { count: plan.same.length })}</li>
          )}
        </ul>
      </Form>
    </Modal>
  );
}
