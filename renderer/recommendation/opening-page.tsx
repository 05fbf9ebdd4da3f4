import { Button } from "antd";
import { useNavigate } from "react-router";
import { newRound } from "../../shared/recommendation/round.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Form } from "../widgets/form.tsx";
import { Page } from "../widgets/page.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { roundAddress } from "../widgets/round-addresses.ts";
import { roundMessages } from "./messages.ts";
import { blankOpening, checkOpening, cycleOfForm, packOfForm } from "./opening.ts";
import { OpeningFields } from "./opening-fields.tsx";
import { previousRound } from "../widgets/rounds.ts";
import { useSignedCommit } from "./signed.ts";
import { Unfinished } from "./unfinished.tsx";
import "./round.css";
import { usePacks } from "../widgets/pack.ts";

/** 申报年度: opens a year's round; what the last one left undone is brought to mind. */
export function OpeningPage({ records }: { readonly records: Records }) {
  const say = useMessages(roundMessages);
  const commit = useSignedCommit();
  const packs = usePacks();
  const navigate = useNavigate();
  const [form, setForm, forget, isRestored] = useFormDraft("round:opening", blankOpening(records));
  const faults = checkOpening(form, records, packs);
  const pack = packOfForm(form, packs);
  const previous = previousRound(records, Number(form.year));
  const open = async () => {
    if (faults.length > 0 || pack === null) return;
    const cycle = cycleOfForm(form);
    const isOpen = await commit((signed) => ({
      label: labelEdit("history.roundOpened", { year: cycle.year }),
      putRounds: [
        newRound({
          ...cycle,
          packId: pack.id,
          criteria: pack.parameters["review.criteria"].value,
          ...signed,
        }),
      ],
      // The whole program goes by the days of the round that is open.
      settings: { ...records.settings, cycle },
    }));
    if (!isOpen) return;
    forget();
    void navigate(roundAddress(cycle.year));
  };
  return (
    <Page
      title={say("opening.title")}
      help={say("opening.help")}
      back={{ to: "/round", label: say("title") }}
    >
      <Card title={say("opening.days")}>
        <Form label={say("opening.days")} onSubmit={() => void open()}>
          <Restored isShown={isRestored} onDiscard={forget} />
          <OpeningFields form={form} faults={faults} onChange={setForm} hasYear />
          <div className="round-form-foot">
            <Button type="primary" htmlType="submit" disabled={faults.length > 0}>
              {say("opening.submit", { year: form.year })}
            </Button>
          </div>
        </Form>
      </Card>
      {previous === null ? null : <Unfinished records={records} round={previous} />}
    </Page>
  );
}
