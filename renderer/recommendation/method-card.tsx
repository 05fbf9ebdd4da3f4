import { Button, Input, Radio } from "antd";
import type { Round } from "../../shared/recommendation/round.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import {
  checkMethod,
  type CriterionForm,
  criteriaOfForm,
  formOfMethod,
  type MethodFault,
  type MethodForm,
  sumWeights,
} from "./method-form.ts";
import { reviewMessages } from "./review-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

const FAULTS = {
  name: "method.wrong.name",
  most: "method.wrong.most",
  weight: "method.wrong.weight",
  sum: "method.wrong.sum",
} as const satisfies Record<MethodFault, string>;

/** 评议办法: secret or open, and what is marked with which weight; fixed from the first mark on. */
export function MethodCard({ scene: { round } }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const canEdit = isAllowed("editCriteria", round.state) && round.ballots.length === 0;
  return (
    <Card id="part-method" title={say("method")} help={say("method.help")}>
      {canEdit ? <MethodEditor round={round} /> : <FixedMethod round={round} />}
    </Card>
  );
}

/** What stands once marks were given. */
function FixedMethod({ round }: { readonly round: Round }) {
  const say = useMessages(reviewMessages);
  return (
    <>
      <p>
        {round.isSecret ? say("method.secret") : say("method.open")}
        <span className="round-muted"> {say("method.fixed")}</span>
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say("criterion")}</th>
            <th scope="col">{say("criterion.most")}</th>
            <th scope="col">{say("criterion.weight")}</th>
          </tr>
        </thead>
        <tbody>
          {round.criteria.map(({ id, name, most, weight }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="round-number">{most}</td>
              <td className="round-number">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function MethodEditor({ round }: { readonly round: Round }) {
  const say = useMessages(reviewMessages);
  const edit = useRoundEdit(round);
  const onFile = formOfMethod(round);
  const [form, setForm, forget, isRestored] = useFormDraft<MethodForm>(
    `round:method:${round.id}`,
    onFile,
  );
  const faults = checkMethod(form);
  const isChanged = JSON.stringify(form) !== JSON.stringify(onFile);
  const save = async () => {
    if (faults.length > 0 || !isChanged) return;
    const label = labelEdit("history.reviewMethodChanged", { year: round.year });
    const isDone = await edit(label, () => ({
      isSecret: form.isSecret,
      criteria: criteriaOfForm(form, round.criteria),
    }));
    if (isDone) forget();
  };
  const put = (index: number, part: Partial<CriterionForm>) => {
    const before = form.criteria[index];
    if (before === undefined) return;
    setForm({ ...form, criteria: form.criteria.with(index, { ...before, ...part }) });
  };
  return (
    <Form label={say("method")} onSubmit={() => void save()}>
      <Restored isShown={isRestored} onDiscard={forget} />
      <Radio.Group
        aria-label={say("method.ballots")}
        value={form.isSecret}
        onChange={({ target }) => setForm({ ...form, isSecret: target.value === true })}
      >
        <Radio value={true}>{say("method.secret")}</Radio>
        <Radio value={false}>{say("method.open")}</Radio>
      </Radio.Group>
      <CriteriaTable form={form} put={put} />
      <p className={faults.includes("sum") ? "field-error" : "round-muted"} role="status">
        {say("method.sum", { sum: sumWeights(form) })}
      </p>
      {faults.map((fault) => (
        <p key={fault} className="field-error">
          {say(FAULTS[fault])}
        </p>
      ))}
      <div className="round-actions">
        <Button htmlType="submit" disabled={faults.length > 0 || !isChanged}>
          {say("save")}
        </Button>
      </div>
    </Form>
  );
}

interface CriteriaTableProps {
  readonly form: MethodForm;
  readonly put: (index: number, part: Partial<CriterionForm>) => void;
}

function CriteriaTable({ form, put }: CriteriaTableProps) {
  const say = useMessages(reviewMessages);
  return (
    <div className="round-scroll">
      <table className="plain-table round-table">
        <thead>
          <tr>
            <th scope="col">{say("criterion")}</th>
            <th scope="col">{say("criterion.most")}</th>
            <th scope="col">{say("criterion.weight")}</th>
          </tr>
        </thead>
        <tbody>
          {form.criteria.map(({ id, name, most, weight }, index) => (
            <tr key={id}>
              <td>
                <Input
                  aria-label={say("criterion.nameOf", { place: index + 1 })}
                  maxLength={40}
                  value={name}
                  onChange={({ target }) => put(index, { name: target.value })}
                />
              </td>
              <td>
                <Input
                  aria-label={say("criterion.mostOf", { name })}
                  className="round-short"
                  inputMode="decimal"
                  value={most}
                  onChange={({ target }) => put(index, { most: target.value })}
                />
              </td>
              <td>
                <Input
                  aria-label={say("criterion.weightOf", { name })}
                  className="round-short"
                  inputMode="decimal"
                  value={weight}
                  onChange={({ target }) => put(index, { weight: target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
