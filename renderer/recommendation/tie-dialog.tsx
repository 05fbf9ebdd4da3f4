import { Button, Input } from "antd";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { DialogForm } from "./dialog-form.tsx";
import { reviewMessages } from "./review-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

interface TieDialogProps {
  readonly scene: RoundScene;
  /** Those with the same figures. */
  readonly candidacyIds: readonly string[];
  readonly onClose: () => void;
}

/** The unit puts equals in order, and says why. */
export function TieDialog({ scene, candidacyIds, onClose }: TieDialogProps) {
  const say = useMessages(reviewMessages);
  const { round } = scene;
  const edit = useRoundEdit(round);
  const [form, setForm, forget, isRestored] = useFormDraft<TieForm>(
    `round:tie:${round.id}:${candidacyIds.join(" ")}`,
    { order: candidacyIds, reason: "" },
  );
  const reason = cleanText(form.reason);
  const nameById = (id: string) => {
    const candidacy = scene.candidacies.find((one) => one.id === id);
    return candidacy === undefined ? id : nameOf(scene, candidacy);
  };
  const save = async () => {
    const isDone = await edit(
      labelEdit("history.tieBroken", { year: round.year }),
      (signed, { tieBreaks }) => ({
        tieBreaks: [...tieBreaks, { order: [...form.order], reason, ...signed }],
      }),
    );
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("tie.decide")}
      okText={say("tie.save")}
      isReady={reason !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{say("tie.help")}</p>
      <ol className="round-order">
        {form.order.map((id, index) => (
          <li key={id}>
            <span>{nameById(id)}</span>
            <Button
              size="small"
              disabled={index === 0}
              aria-label={say("tie.up", { name: nameById(id) })}
              onClick={() => setForm({ ...form, order: moveUp(form.order, index) })}
            >
              <span aria-hidden="true">↑</span>
            </Button>
          </li>
        ))}
      </ol>
      <Field label={say("tie.reason")} isRequired hint={say("tie.reasonHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={form.reason}
            onChange={({ target }) => setForm({ ...form, reason: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}

interface TieForm {
  readonly order: readonly string[];
  readonly reason: string;
}

/** The order with one item before the one that stood before it. */
function moveUp(order: readonly string[], index: number): readonly string[] {
  const [before, item] = [order[index - 1], order[index]];
  if (before === undefined || item === undefined) return order;
  return order.with(index - 1, item).with(index, before);
}
