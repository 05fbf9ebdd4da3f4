import type { Settings } from "../../store/types.ts";

const TRIAL_OPERATOR = "o-trial";

/** Settings in which somebody works on the fictitious unit; who was chosen before stays. */
export function withTrialOperator(settings: Settings, name: string): Settings {
  if (settings.operatorId !== null) return settings;
  const operators = settings.operators.filter(({ id }) => id !== TRIAL_OPERATOR);
  return {
    ...settings,
    operators: [...operators, { id: TRIAL_OPERATOR, name }],
    operatorId: TRIAL_OPERATOR,
  };
}

/** Settings of the clerk's own unit, on which nobody of the trial works. */
export function withoutTrialOperator(settings: Settings): Settings {
  return {
    ...settings,
    operators: settings.operators.filter(({ id }) => id !== TRIAL_OPERATOR),
    operatorId: settings.operatorId === TRIAL_OPERATOR ? null : settings.operatorId,
  };
}
