import { Button, Input } from "antd";
import { useState } from "react";
import { useMessages } from "../../i18n/messages.ts";
import { Field, Form } from "../../widgets/form.tsx";
import { Gate } from "../gate.tsx";
import type { Session } from "../session.ts";
import { firstRunMessages } from "./messages.ts";
import { countSteps, readProgress } from "./progress.ts";
import { compareCode, linesOfCode } from "./typed-code.ts";

interface RecoveryProps {
  readonly session: Session;
  readonly recoveryCode: string;
}

/** The recovery code, shown once, printed or written down, and typed back (promise 14). */
export function Recovery({ session, recoveryCode }: RecoveryProps) {
  const [isShown, setIsShown] = useState(true);
  return isShown ? (
    <ShownCode recoveryCode={recoveryCode} onNext={() => setIsShown(false)} />
  ) : (
    <TypedBack session={session} recoveryCode={recoveryCode} onShow={() => setIsShown(true)} />
  );
}

interface ShownCodeProps {
  readonly recoveryCode: string;
  readonly onNext: () => void;
}

function ShownCode({ recoveryCode, onNext }: ShownCodeProps) {
  const say = useMessages(firstRunMessages);
  return (
    <Gate
      title={say("code.title")}
      step={say("step", countSteps(readProgress(localStorage), "code"))}
    >
      <p className="no-print">{say("code.why")}</p>
      <p className="print-only">{say("code.printWhat")}</p>
      <div className="code-sheet" data-testid="recovery-code">
        {linesOfCode(recoveryCode).map((groups) => (
          <div key={groups.join(" ")}>{groups.join(" ")}</div>
        ))}
      </div>
      <p className="print-only">{say("code.printUnit")}</p>
      <div className="gate-actions no-print">
        <Button type="primary" onClick={onNext}>
          {say("code.next")}
        </Button>
        <Button onClick={() => window.print()}>{say("code.print")}</Button>
      </div>
    </Gate>
  );
}

interface TypedBackProps {
  readonly session: Session;
  readonly recoveryCode: string;
  readonly onShow: () => void;
}

function TypedBack({ session, recoveryCode, onShow }: TypedBackProps) {
  const say = useMessages(firstRunMessages);
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const comparison = compareCode(typed, recoveryCode);
  const wrong =
    comparison.state === "wrong"
      ? say("rehearse.wrong", { groups: comparison.groups.join("、") })
      : null;
  const finish = async () => {
    if (isBusy) return;
    if (comparison.state === "incomplete") {
      setFault(say("rehearse.progress", { typed: comparison.typed, all: comparison.all }));
      return;
    }
    if (comparison.state === "wrong") return;
    setIsBusy(true);
    const refused = await session.rehearse(typed);
    setIsBusy(false);
    setFault(refused?.message ?? null);
  };
  return (
    <Gate
      title={say("rehearse.title")}
      step={say("step", countSteps(readProgress(localStorage), "rehearsal"))}
    >
      <p>{say("rehearse.why")}</p>
      <Form label={say("rehearse.title")} onSubmit={() => void finish()}>
        <Field
          label={say("rehearse.label")}
          hint={
            comparison.state === "right"
              ? `✓ ${say("rehearse.right")}`
              : comparison.state === "incomplete" && typed !== ""
                ? say("rehearse.progress", { typed: comparison.typed, all: comparison.all })
                : say("rehearse.hint")
          }
          error={wrong ?? fault}
          isRequired
        >
          {({ status, ...control }) => (
            <Input.TextArea
              {...control}
              {...(status === undefined ? {} : { status })}
              rows={4}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value);
                setFault(null);
              }}
            />
          )}
        </Field>
        <div className="gate-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say("rehearse.finish")}
          </Button>
          <Button onClick={onShow}>{say("rehearse.again")}</Button>
        </div>
      </Form>
    </Gate>
  );
}
