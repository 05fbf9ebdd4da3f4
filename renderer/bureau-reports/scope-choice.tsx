import { SAMPLE_SCOPES } from "../../shared/bureau/sample.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import type { ControlProps } from "../widgets/form.tsx";
import type { Scope } from "./asked-year.ts";
import { frameMessages } from "./frame-messages.ts";

const SCOPE_WORDS = {
  all: "scope.all",
  accepted: "scope.accepted",
  passed: "scope.passed",
} as const satisfies Record<Scope, keyof (typeof frameMessages)["messages"]["en"]>;

interface ScopeChoiceProps extends Partial<ControlProps> {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** Everything put forward, or only what was accepted or passed. */
export function ScopeChoice({ value, onChange, ...control }: ScopeChoiceProps) {
  const say = useMessages(frameMessages);
  return (
    <Choice
      {...control}
      {...(control.id === undefined ? { label: say("scope") } : {})}
      value={value}
      options={SAMPLE_SCOPES.map((one) => ({ value: one, label: say(SCOPE_WORDS[one]) }))}
      onChange={onChange}
    />
  );
}

/** The words of a scope. */
export function useScopeWord(): (scope: Scope) => string {
  const say = useMessages(frameMessages);
  return (scope) => say(SCOPE_WORDS[scope]);
}
