import { Button, Tag } from "antd";
import { useState } from "react";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Series } from "../../shared/records/series.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { sayChange } from "./change-words.ts";
import { eligibilityMessages } from "./messages.ts";
import { addChange, type Change, type ChangeKind } from "./what-if.ts";
import {
  changeOf,
  chooseKind,
  type DraftFault,
  openDraft,
  type WhatIfDraft,
} from "./what-if-draft.ts";
import { WhatIfFields } from "./what-if-fields.tsx";

interface WhatIfFormProps {
  readonly person: Person;
  readonly cycle: Cycle;
  readonly series: Series;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
}

const KIND_KEYS = {
  training: "whatIf.training",
  appraisal: "whatIf.appraisal",
  title: "whatIf.addTitle",
  titleDate: "whatIf.titleDate",
  posting: "whatIf.posting",
  year: "whatIf.year",
} as const satisfies Record<ChangeKind, string>;
const KINDS = Object.keys(KIND_KEYS) as readonly ChangeKind[];

/** Choose what to suppose, add it, see all of it as chips, drop one or all. */
export function WhatIfForm({ person, cycle, series, changes, onChange }: WhatIfFormProps) {
  const say = useMessages(eligibilityMessages);
  const [draft, setDraft] = useState<WhatIfDraft>(() => openDraft(person, cycle, series));
  const [fault, setFault] = useState<DraftFault | null>(null);
  const keys = changeKeys(changes.map((change) => sayChange(say, person, change)));
  const edit = (next: WhatIfDraft) => {
    setDraft(next);
    setFault(null);
  };
  const add = () => {
    const change = changeOf(draft);
    if (typeof change === "string") {
      setFault(change);
      return;
    }
    onChange(addChange(changes, change));
  };
  return (
    <section className="elig-card elig-what-if no-print">
      <h2>{say("whatIf.title")}</h2>
      <p className="elig-note">{say("whatIf.notSaved")}</p>
      <Form label={say("whatIf.title")} className="elig-what-if-form" onSubmit={add}>
        <Field label={say("whatIf.kind")}>
          {(control) => (
            <Choice
              {...control}
              value={draft.kind}
              options={KINDS.map((value) => ({ value, label: say(KIND_KEYS[value]) }))}
              onChange={(kind) => edit(chooseKind(draft, kind, person, cycle))}
            />
          )}
        </Field>
        <WhatIfFields
          draft={draft}
          onChange={edit}
          person={person}
          fault={fault === null ? null : say(fault)}
        />
        <Button htmlType="submit" type="primary">
          {say("whatIf.add")}
        </Button>
      </Form>
      {changes.length === 0 ? null : (
        <ul className="elig-chips" aria-label={say("whatIf.list")}>
          {changes.map((change, index) => {
            const words = sayChange(say, person, change);
            return (
              <li key={keys[index]}>
                <Tag
                  closable={{ "aria-label": say("whatIf.remove", { change: words }) }}
                  onClose={() => onChange(changes.filter((one) => one !== change))}
                >
                  {words}
                </Tag>
              </li>
            );
          })}
          <li>
            <Button size="small" onClick={() => onChange([])}>
              {say("whatIf.reset")}
            </Button>
          </li>
        </ul>
      )}
    </section>
  );
}

/** Two changes may read the same (hours twice): the second of them is told apart by its count. */
function changeKeys(words: readonly string[]): readonly string[] {
  return words.map(
    (text, index) => `${text} ${words.slice(0, index).filter((one) => one === text).length}`,
  );
}
