import { Button, Input } from "antd";
import { useMessages } from "../i18n/messages.ts";
import type { Settings } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { checkCycle, type CycleFault, moveCycle } from "../widgets/cycle-form.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { settingsMessages } from "./messages.ts";
import { usePacks } from "../widgets/pack.ts";

const FAULTS = {
  year: "cycle.wrong.year",
  applyOn: "cycle.wrong.applyOn",
  applyOnYear: "cycle.wrong.applyOnYear",
  cutOff: "cycle.wrong.cutOff",
  cutOffYear: "cycle.wrong.cutOffYear",
  pack: "cycle.wrong.pack",
} as const satisfies Record<CycleFault, string>;

/** The round that eligibility is shown for. */
export function CycleSection({ settings }: { readonly settings: Settings }) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const packs = usePacks();
  const onFile = { cycle: settings.cycle, year: String(settings.cycle.year) };
  const [{ cycle, year }, setDraft, dropDraft, isRestored] = useFormDraft("settings.cycle", onFile);
  const isYear = /^\d{4}$/.test(year);
  const faults = isYear ? checkCycle(cycle, packs) : (["year"] as const);
  const errorOf = (...codes: readonly CycleFault[]) => {
    const code = codes.find((one) => faults.some((fault) => fault === one));
    return code === undefined ? null : say(FAULTS[code]);
  };
  const isChanged = JSON.stringify(cycle) !== JSON.stringify(settings.cycle);
  const change = (part: Partial<Settings["cycle"]>) =>
    setDraft({ cycle: { ...cycle, ...part }, year });
  const typeYear = (text: string) => {
    const digits = text.normalize("NFKC").trim();
    // The days of the round go with its year.
    const moved = /^\d{4}$/.test(digits) ? moveCycle(cycle, Number(digits)) : cycle;
    setDraft({ cycle: moved, year: digits });
  };
  const save = async () => {
    if (faults.length > 0 || !isChanged) return;
    const isDone = await commit({
      label: labelEdit("history.cycleChanged", { year: cycle.year }),
      settings: { ...settings, cycle },
    });
    if (isDone) dropDraft();
  };
  return (
    <Card title={say("cycle.title")} help={say("cycle.help")}>
      <Form label={say("cycle.title")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={dropDraft} />
        <Field label={say("cycle.year")} error={errorOf("year")}>
          {(control) => (
            <Input
              {...control}
              className="settings-date"
              inputMode="numeric"
              maxLength={4}
              value={year}
              onChange={({ target }) => typeYear(target.value)}
            />
          )}
        </Field>
        <Field label={say("cycle.applyOn")} error={errorOf("applyOn", "applyOnYear", "pack")}>
          {(control) => (
            <div className="settings-date">
              <DateField
                {...control}
                value={cycle.applyOn}
                onChange={(applyOn) => change({ applyOn: applyOn ?? "" })}
              />
            </div>
          )}
        </Field>
        <Field label={say("cycle.cutOff")} error={errorOf("cutOff", "cutOffYear")}>
          {(control) => (
            <div className="settings-date">
              <DateField
                {...control}
                value={cycle.cutOff}
                onChange={(cutOff) => change({ cutOff: cutOff ?? "" })}
              />
            </div>
          )}
        </Field>
        <div className="settings-actions">
          <Button htmlType="submit" disabled={faults.length > 0 || !isChanged}>
            {say("save")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
