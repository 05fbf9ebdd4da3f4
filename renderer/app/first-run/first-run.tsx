import { Button } from "antd";
import { useState } from "react";
import type { Role } from "../../../shared/bridge/keys-methods.ts";
import { useMessages } from "../../i18n/messages.ts";
import { Form } from "../../widgets/form.tsx";
import { Gate } from "../gate.tsx";
import type { Session } from "../session.ts";
import { firstRunMessages } from "./messages.ts";
import { isPassphraseReady, NewPassphrase } from "./new-passphrase.tsx";
import {
  countSteps,
  type FirstRunProgress,
  keepProgress,
  readProgress,
  stepOf,
} from "./progress.ts";
import { UnitForm } from "./unit-form.tsx";

/** The first run until there are keys. Broken off, it goes on where it was. */
export function FirstRun({ session }: { readonly session: Session }) {
  const say = useMessages(firstRunMessages);
  const [progress, setProgress] = useState(() => readProgress(localStorage));
  const go = (change: Partial<FirstRunProgress>) => {
    const next = { ...progress, ...change };
    keepProgress(localStorage, next);
    setProgress(next);
  };
  const step = stepOf(progress);
  if (step === "welcome") return <Welcome onChoose={(way) => go({ way })} />;
  if (step === "unit") return <UnitStep progress={progress} go={go} />;
  return (
    <PassphraseStep
      session={session}
      role={progress.way === "bureau" ? "bureau" : "unit"}
      step={say("step", countSteps(progress, "passphrase"))}
      onBack={() => go(progress.way === "own" ? { isUnitDone: false } : { way: null })}
    />
  );
}

interface WelcomeProps {
  readonly onChoose: (way: "own" | "trial" | "bureau") => void;
}

function Welcome({ onChoose }: WelcomeProps) {
  const say = useMessages(firstRunMessages);
  return (
    <Gate title={say("welcome.title")}>
      <ul className="gate-points">
        <li>{say("welcome.what")}</li>
        <li>{say("welcome.where")}</li>
        <li>{say("welcome.limit")}</li>
      </ul>
      <div className="gate-actions">
        <Button type="primary" onClick={() => onChoose("own")}>
          {say("welcome.own")}
        </Button>
        <Button onClick={() => onChoose("trial")}>{say("welcome.trial")}</Button>
      </div>
      <p className="gate-note">{say("welcome.trialHint")}</p>
      <div className="gate-other">
        <p className="gate-note">{say("welcome.bureauHint")}</p>
        <Button onClick={() => onChoose("bureau")}>{say("welcome.bureau")}</Button>
      </div>
    </Gate>
  );
}

interface UnitStepProps {
  readonly progress: FirstRunProgress;
  readonly go: (change: Partial<FirstRunProgress>) => void;
}

function UnitStep({ progress, go }: UnitStepProps) {
  const say = useMessages(firstRunMessages);
  return (
    <Gate title={say("unit.title")} step={say("step", countSteps(progress, "unit"))}>
      <p className="gate-note">{say("unit.note")}</p>
      <UnitForm
        draft={progress.unit}
        onChange={(unit) => go({ unit })}
        onDone={() => go({ isUnitDone: true })}
        okLabel={say("next")}
        extra={<Button onClick={() => go({ way: null })}>{say("back")}</Button>}
      />
    </Gate>
  );
}

interface PassphraseStepProps {
  readonly session: Session;
  readonly role: Role;
  readonly step: string;
  readonly onBack: () => void;
}

function PassphraseStep({ session, role, step, onBack }: PassphraseStepProps) {
  const say = useMessages(firstRunMessages);
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [hasTried, setHasTried] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const create = async () => {
    setHasTried(true);
    if (!isPassphraseReady(typed) || isMaking) return;
    setIsMaking(true);
    const refused = await session.createKeys(typed.first, role);
    setIsMaking(false);
    setFault(refused?.message ?? null);
  };
  return (
    <Gate title={say("passphrase.title")} step={step}>
      <p>{say("passphrase.why")}</p>
      <Form label={say("passphrase.title")} onSubmit={() => void create()}>
        <NewPassphrase typed={typed} onChange={setTyped} hasTried={hasTried} />
        <div role="alert">{fault === null ? null : <p className="gate-fault">{fault}</p>}</div>
        <div className="gate-actions">
          <Button type="primary" htmlType="submit" loading={isMaking}>
            {isMaking ? say("passphrase.making") : say("passphrase.create")}
          </Button>
          <Button onClick={onBack} disabled={isMaking}>
            {say("back")}
          </Button>
        </div>
      </Form>
    </Gate>
  );
}
