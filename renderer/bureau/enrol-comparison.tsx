import { Button, Checkbox, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import type { ReadRequest } from "./read-request.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { judgeHeard } from "./heard-fingerprint.ts";
import { type UnitsKey, unitsMessages } from "./units-messages.ts";

type Request = OutputOf<"registry.readRequest">;

interface Standing {
  readonly tag: TagState;
  readonly key: UnitsKey;
  readonly hint: UnitsKey;
}

const STANDINGS = {
  new: { tag: "unknown", key: "standing.new", hint: "standing.new.hint" },
  update: { tag: "good", key: "standing.update", hint: "standing.update.hint" },
  change: { tag: "bad", key: "standing.change", hint: "standing.change.hint" },
} as const satisfies Record<Request["standing"], Standing>;

const MISTAKES = {
  same: null,
  unfinished: null,
  malformed: "compare.form",
  other: "compare.wrong",
} as const satisfies Record<ReturnType<typeof judgeHeard>, UnitsKey | null>;

interface EnrolComparisonProps {
  readonly read: ReadRequest;
  readonly onClose: () => void;
  readonly onEnrolled: () => Promise<void>;
}

/** A request beside what is enrolled: no key is taken before the telephone has compared it. */
export function EnrolComparison({ read, onClose, onEnrolled }: EnrolComparisonProps) {
  const say = useMessages(unitsMessages);
  const formId = useId();
  const { request } = read;
  const [heard, setHeard] = useState("");
  const [isChanged, setIsChanged] = useState(false);
  const isHeard = request.standing !== "update";
  const isChange = request.standing === "change";
  const verdict = judgeHeard(heard, request.fingerprint);
  const isReady = (!isHeard || verdict === "same") && (!isChange || isChanged);
  const { isBusy, enrol } = useEnrol(read, onClose, onEnrolled);
  const submit = () => {
    if (isReady) void enrol({ fingerprint: isHeard ? heard : null, isChangeConfirmed: isChanged });
  };
  const mistake = MISTAKES[verdict];
  return (
    <Modal
      open
      destroyOnHidden
      title={say("compare.title", { name: request.unit.name })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say("cancel")}</Button>
          <Button
            type="primary"
            htmlType="submit"
            form={formId}
            disabled={!isReady}
            loading={isBusy}
          >
            {say("compare.take")}
          </Button>
        </>
      }
    >
      <Form id={formId} label={say("compare.title", { name: request.unit.name })} onSubmit={submit}>
        <RequestFacts request={request} />
        {isHeard ? (
          <Field
            label={say("compare.heard")}
            isRequired
            hint={say("compare.heardHint")}
            error={mistake === null ? null : say(mistake)}
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
        {isChange ? (
          <Checkbox checked={isChanged} onChange={({ target }) => setIsChanged(target.checked)}>
            {say("compare.changed")}
          </Checkbox>
        ) : null}
      </Form>
    </Modal>
  );
}

function useEnrol(
  { request, bytes }: ReadRequest,
  onClose: () => void,
  onEnrolled: () => Promise<void>,
) {
  const say = useMessages(unitsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const [isBusy, setIsBusy] = useState(false);
  const enrol = async (confirmation: {
    readonly fingerprint: string | null;
    readonly isChangeConfirmed: boolean;
  }) => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await bridge.call("registry.enrol", confirmation, bytes);
    setIsBusy(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    notice.done(say("compare.taken", { name: request.unit.name }));
    onClose();
    await onEnrolled();
  };
  return { isBusy, enrol };
}

function RequestFacts({ request }: { readonly request: Request }) {
  const say = useMessages(unitsMessages);
  const { standing, previous, fingerprint, issuedAt, unit } = request;
  const { tag, key, hint } = STANDINGS[standing];
  return (
    <>
      <p>
        <StatusTag state={tag} label={say(key)} />
      </p>
      <p>{say(hint)}</p>
      <dl className="bureau-facts">
        <dt>{say("compare.code")}</dt>
        <dd>{unit.creditCode ?? "—"}</dd>
        <dt>{say("compare.issued")}</dt>
        <dd>{formatBeijing(issuedAt)}</dd>
        {previous === null || previous.unit.name === unit.name ? null : (
          <>
            <dt>{say("compare.was")}</dt>
            <dd>{previous.unit.name}</dd>
          </>
        )}
        {previous === null || standing !== "change" ? null : (
          <>
            <dt>{say("compare.old")}</dt>
            <dd>
              <Fingerprint value={previous.fingerprint} />
            </dd>
          </>
        )}
        <dt>{standing === "change" ? say("compare.new") : say("fingerprint")}</dt>
        <dd>
          <Fingerprint value={fingerprint} />
        </dd>
      </dl>
    </>
  );
}
