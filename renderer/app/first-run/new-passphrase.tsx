import { Input } from "antd";
import { useMessages } from "../../i18n/messages.ts";
import { Field } from "../../widgets/form.tsx";
import { firstRunMessages } from "./messages.ts";
import { judgePassphrase } from "./passphrase-strength.ts";

export interface TypedPassphrase {
  readonly first: string;
  readonly second: string;
}

interface NewPassphraseProps {
  readonly typed: TypedPassphrase;
  readonly onChange: (typed: TypedPassphrase) => void;
  readonly hasTried: boolean;
  /** What the first field is called; a passphrase unless given. */
  readonly label?: string;
}

/** True where both are long enough and the same. */
export function isPassphraseReady({ first, second }: TypedPassphrase): boolean {
  const strength = judgePassphrase(first);
  return strength !== "empty" && strength !== "short" && first === second;
}

/** A new passphrase typed twice, its strength said in words. */
export function NewPassphrase({ typed, onChange, hasTried, label }: NewPassphraseProps) {
  const say = useMessages(firstRunMessages);
  const strength = judgePassphrase(typed.first);
  const words = {
    empty: say("strength.empty"),
    short: say("strength.short"),
    weak: say("strength.weak"),
    fair: say("strength.fair"),
    strong: say("strength.strong"),
  } as const satisfies Record<typeof strength, string>;
  const isWrong = strength === "short" || strength === "empty";
  const differs =
    typed.second !== "" || hasTried
      ? typed.first === typed.second || isWrong
        ? null
        : say("passphrase.differs")
      : null;
  return (
    <>
      <Field
        label={label ?? say("passphrase.first")}
        hint={isWrong || strength === "weak" ? say("passphrase.rule") : words[strength]}
        error={isWrong && (hasTried || typed.second !== "") ? words[strength] : null}
        warning={strength === "weak" ? words.weak : null}
        isRequired
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={typed.first}
            onChange={(event) => onChange({ ...typed, first: event.target.value })}
          />
        )}
      </Field>
      <Field label={say("passphrase.second")} error={differs} isRequired>
        {(control) => (
          <Input.Password
            {...control}
            autoComplete="new-password"
            value={typed.second}
            onChange={(event) => onChange({ ...typed, second: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
