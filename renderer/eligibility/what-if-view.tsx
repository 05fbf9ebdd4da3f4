import { useMemo, useState } from "react";
import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Cycle } from "../../shared/policy/cycle.ts";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { usePack } from "../widgets/pack.ts";
import { compareAnswers } from "./compare.ts";
import { ComparedAnswers } from "./compared-answers.tsx";
import { eligibilityMessages } from "./messages.ts";
import { applyChanges, type Change, suppose, usedPosts } from "./what-if.ts";
import { WhatIfForm } from "./what-if-form.tsx";

interface WhatIfViewProps {
  readonly person: Person;
  readonly records: Records;
  readonly cycle: Cycle;
  readonly real: readonly Assessment[];
}

/** The answers by the records, and beside them what they would be if something were otherwise. */
export function WhatIfView({ person, records, cycle, real }: WhatIfViewProps) {
  const say = useMessages(eligibilityMessages);
  const pack = usePack();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const { unit, people } = records;
  const supposed = useMemo(
    () => applyChanges(person, cycle, pack, changes),
    [person, cycle, pack, changes],
  );
  const { applyOn } = supposed.cycle;
  const posts = useMemo(
    () => (unit === null ? null : usedPosts(unit, people.values(), applyOn)),
    [unit, people, applyOn],
  );
  const supposition = useMemo(
    () => (unit === null || posts === null ? null : suppose(unit, supposed, pack, posts)),
    [unit, posts, supposed, pack],
  );
  const isSupposed = changes.length > 0 && supposition?.ok === true;
  const compared = useMemo(
    () => compareAnswers(real, isSupposed ? supposition.answers : real),
    [real, isSupposed, supposition],
  );
  const changed = compared.filter(({ difference }) => difference === "decision").length;
  const moved = compared.filter(({ difference }) => difference === "grounds").length;
  const series = real.find((one) => one.series !== null)?.series ?? "other";
  return (
    <>
      <WhatIfForm
        person={person}
        cycle={cycle}
        series={series}
        changes={changes}
        onChange={setChanges}
      />
      {supposition?.ok === false ? (
        <p className="elig-refused" role="alert">
          <span aria-hidden="true">✕ </span>
          {say("whatIf.refused", { reasons: supposition.reasons.join("；") })}
        </p>
      ) : null}
      {isSupposed ? (
        <p className="elig-compared" role="status">
          {say("compare.summary", { changed, moved, all: compared.length })}
        </p>
      ) : null}
      <ComparedAnswers personId={person.id} compared={compared} isSupposed={isSupposed} />
      <p className="elig-note">{say("reasons.machine")}</p>
    </>
  );
}
