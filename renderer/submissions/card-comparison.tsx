import { Button, Checkbox, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { OfferedCard } from "../../shared/bridge/trust-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { readFingerprint } from "../../shared/submission/fingerprint.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import type { ReadCard } from "./read-card.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { type BureauKey, bureauMessages } from "./bureau-messages.ts";

interface CardComparisonProps {
  readonly read: ReadCard;
  readonly onClose: () => void;
  readonly onTaken: () => Promise<void>;
}

/** How a standing looks, and what it asks of the clerk. */
interface Standing {
  readonly tag: TagState;
  readonly key: BureauKey;
  readonly hint: BureauKey;
  /** The fingerprint heard on the telephone. */
  readonly isHeard: boolean;
  /** That the key did change. */
  readonly isChange: boolean;
  readonly canTake: boolean;
}

const HEARD = { isHeard: true, isChange: false, canTake: true } as const;
const CHANGED = { isHeard: true, isChange: true, canTake: true } as const;
const NOTHING_TO_TAKE = { isHeard: false, isChange: false, canTake: false } as const;

const STANDINGS = {
  first: { tag: "unknown", key: "standing.first", hint: "standing.first.hint", ...HEARD },
  same: { tag: "good", key: "standing.same", hint: "standing.same.hint", ...NOTHING_TO_TAKE },
  update: {
    tag: "good",
    key: "standing.update",
    hint: "standing.update.hint",
    ...HEARD,
    isHeard: false,
  },
  older: { tag: "warn", key: "standing.older", hint: "standing.older.hint", ...HEARD },
  endorsed: { tag: "warn", key: "standing.endorsed", hint: "standing.endorsed.hint", ...CHANGED },
  change: { tag: "bad", key: "standing.change", hint: "standing.change.hint", ...CHANGED },
  revoked: {
    tag: "bad",
    key: "standing.revoked",
    hint: "standing.revoked.hint",
    ...NOTHING_TO_TAKE,
  },
} as const satisfies Record<OfferedCard["standing"], Standing>;

/** A card beside the one in force: nothing is taken before the telephone has compared what has to be. */
export function CardComparison({ read, onClose, onTaken }: CardComparisonProps) {
  const say = useMessages(bureauMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const formId = useId();
  const { card, bytes } = read;
  const asked: Standing = STANDINGS[card.standing];
  const [heard, setHeard] = useState("");
  const [isChanged, setIsChanged] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const typed = readFingerprint(heard);
  const isSame = typed === card.fingerprint;
  const isReady = asked.canTake && (!asked.isHeard || isSame) && (!asked.isChange || isChanged);
  const take = async () => {
    if (!isReady || isBusy) return;
    setIsBusy(true);
    const given = { fingerprint: asked.isHeard ? heard : null, isChangeConfirmed: isChanged };
    const answer = await bridge.call("trust.takeCard", given, bytes);
    setIsBusy(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    notice.done(say("card.taken", { name: answer.output.name }));
    onClose();
    await onTaken();
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={say("compare.title", { name: card.bureau.name })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say(asked.canTake ? "cancel" : "close")}</Button>
          {asked.canTake ? (
            <Button
              type="primary"
              htmlType="submit"
              form={formId}
              disabled={!isReady}
              loading={isBusy}
            >
              {say("compare.take")}
            </Button>
          ) : null}
        </>
      }
    >
      <Form id={formId} label={say("compare.label")} onSubmit={() => void take()}>
        <CardFacts card={card} />
        {asked.isHeard ? (
          <Field
            label={say("compare.heard")}
            isRequired
            hint={say("compare.heardHint")}
            error={mistakeIn(heard, isSame, say)}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                maxLength={80}
                value={heard}
                onChange={({ target }) => setHeard(target.value)}
              />
            )}
          </Field>
        ) : null}
        {asked.isChange ? (
          <Checkbox checked={isChanged} onChange={({ target }) => setIsChanged(target.checked)}>
            {say("compare.changed")}
          </Checkbox>
        ) : null}
      </Form>
    </Modal>
  );
}

type Say = ReturnType<typeof useMessages<BureauKey>>;

/** Said only once enough was typed: who is still typing is not wrong. */
function mistakeIn(heard: string, isSame: boolean, say: Say): string | null {
  const digits = heard.normalize("NFKC").replaceAll(/\D/g, "");
  if (digits.length < 32 || isSame) return null;
  return readFingerprint(heard) === null ? say("compare.form") : say("compare.wrong");
}

function CardFacts({ card }: { readonly card: OfferedCard }) {
  const say = useMessages(bureauMessages);
  const { standing, previous, fingerprint, issuedAt, addresses } = card;
  const { tag, key, hint, isChange } = STANDINGS[standing];
  return (
    <>
      <p>
        <StatusTag state={tag} label={say(key)} />
      </p>
      <p>{say(hint)}</p>
      <dl className="submissions-facts">
        {previous !== null && isChange ? (
          <>
            <dt>{say("compare.old", { name: previous.name })}</dt>
            <dd>
              <Fingerprint value={previous.fingerprint} />
            </dd>
          </>
        ) : null}
        <dt>{isChange ? say("compare.new") : say("fingerprint")}</dt>
        <dd>
          <Fingerprint value={fingerprint} />
        </dd>
        <dt>{say("trusted.issued")}</dt>
        <dd>{formatBeijing(issuedAt)}</dd>
        <dt>{say("trusted.addresses")}</dt>
        <dd>{addresses.length === 0 ? say("trusted.noAddress") : addresses.join("、")}</dd>
      </dl>
    </>
  );
}
