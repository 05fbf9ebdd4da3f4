import { Button, Input } from "antd";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { missingOfPublicity } from "../../shared/recommendation/publicity.ts";
import type { Publicity } from "../../shared/recommendation/round.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { MatterList } from "./matter-list.tsx";
import { publicityMessages } from "./publicity-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

interface CertificateCardProps {
  readonly scene: RoundScene;
  readonly publicity: Publicity;
}

/** 公示情况证明: somebody answers for it once the days are over and every objection is decided. */
export function CertificateCard({ scene, publicity }: CertificateCardProps) {
  const say = useMessages(publicityMessages);
  const edit = useRoundEdit(scene.round);
  const { certifiedBy, certifiedAt } = publicity;
  const canCertify = isAllowed("certifyPublicity", scene.round.state);
  const remove = () =>
    edit(labelEdit("history.certificateRemoved", { year: scene.round.year }), () => ({
      publicity: { ...publicity, certifiedBy: null, certifiedAt: null },
    }));
  return (
    <Card title={say("certificate")} help={say("certificate.help")}>
      {certifiedBy === null || certifiedAt === null ? (
        <>
          <StatusTag state="warn" label={say("certificate.none")} />
          {canCertify ? <CertificateForm scene={scene} publicity={publicity} /> : null}
        </>
      ) : (
        <>
          <StatusTag
            state="good"
            label={say("certificate.by", { by: certifiedBy, at: formatBeijing(certifiedAt) })}
          />
          {canCertify ? (
            <div className="round-actions no-print">
              <Button onClick={() => void remove()}>{say("certificate.remove")}</Button>
            </div>
          ) : null}
        </>
      )}
    </Card>
  );
}

function CertificateForm({ scene, publicity }: CertificateCardProps) {
  const say = useMessages(publicityMessages);
  const { round, context, records } = scene;
  const edit = useRoundEdit(round);
  const [form, setForm, forget] = useFormDraft(`round:certificate:${round.id}`, { by: "" });
  const missing = missingOfPublicity(context).filter(
    ({ code }) => code !== "publicity.uncertified",
  );
  const by = cleanText(form.by);
  const certify = async () => {
    if (missing.length > 0 || by === "") return;
    const label = labelEdit("history.publicityCertified", { year: round.year });
    const isDone = await edit(label, ({ at }) => ({
      publicity: { ...publicity, certifiedBy: by, certifiedAt: at },
    }));
    if (isDone) forget();
  };
  return (
    <Form label={say("certificate")} onSubmit={() => void certify()}>
      {missing.length === 0 ? null : (
        <MatterList
          matters={missing}
          year={round.year}
          records={records}
          label={say("certificate.missing")}
        />
      )}
      <Field label={say("certificate.who")} isRequired hint={say("certificate.whoHint")}>
        {(control) => (
          <Input
            {...control}
            className="round-name"
            maxLength={40}
            value={form.by}
            onChange={({ target }) => setForm({ by: target.value })}
          />
        )}
      </Field>
      <div className="round-form-foot no-print">
        <Button type="primary" htmlType="submit" disabled={missing.length > 0 || by === ""}>
          {say("certificate.certify")}
        </Button>
      </div>
    </Form>
  );
}
