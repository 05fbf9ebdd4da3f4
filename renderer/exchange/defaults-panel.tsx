import { ROSTER_DEFAULTS, type RosterDefaults } from "../../shared/workbook/roster/defaults.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { DEFAULT_CHOICES, optionOf, withDefault } from "./default-options.ts";
import type { ImportSession, ReportState } from "./import-session.ts";
import { importMessages, type ImportKey } from "./messages.ts";

const LABEL_KEYS = {
  setting: "defaults.setting",
  kind: "defaults.kind",
  professional: "defaults.professional",
  line: "defaults.line",
  post: "defaults.post",
  trainingCategory: "defaults.trainingCategory",
  inSpecialty: "defaults.inSpecialty",
} as const satisfies Record<keyof RosterDefaults, ImportKey>;

/** What the core has no word for of its own. */
const OPTION_KEYS: Readonly<Record<string, ImportKey>> = {
  "professional.byTitle": "defaults.byTitle",
  "professional.yes": "defaults.allProfessional",
  "professional.no": "defaults.noneProfessional",
  "inSpecialty.yes": "defaults.allSpecialty",
  "inSpecialty.no": "defaults.noneSpecialty",
};

interface DefaultsPanelProps {
  readonly session: ImportSession;
  readonly state: ReportState;
}

/** What a roster leaves open: stated in one sentence each, and open to choice. */
export function DefaultsPanel({ session, state }: DefaultsPanelProps) {
  const { view, decisions } = state;
  const say = useMessages(importMessages);
  if (view.defaults.length === 0) return null;
  const settled = { ...ROSTER_DEFAULTS, ...decisions.defaults };
  const stated = new Set(view.defaults.map(({ id }) => id));
  return (
    <details className="exchange-panel">
      <summary>{say("defaults.title", { count: view.defaults.length })}</summary>
      <ul className="exchange-list">
        {view.defaults.map(({ id, sentence, people }) => (
          <li key={id}>
            {sentence}
            <span className="exchange-note">{say("defaults.people", { count: people })}</span>
          </li>
        ))}
      </ul>
      <div className="exchange-choices">
        {DEFAULT_CHOICES.filter(({ id }) => stated.has(id)).map(({ id, options }) => (
          <label key={id} className="exchange-choice">
            {say(LABEL_KEYS[id])}
            <Choice<string>
              label={say(LABEL_KEYS[id])}
              value={optionOf(settled[id])}
              options={options.map(({ value, label }) => {
                const key = OPTION_KEYS[`${id}.${value}`];
                return { value, label: label ?? (key === undefined ? value : say(key)) };
              })}
              onChange={(option) => {
                const defaults = withDefault(decisions.defaults, id, option);
                void session.decide({ ...decisions, defaults });
              }}
            />
          </label>
        ))}
      </div>
    </details>
  );
}
