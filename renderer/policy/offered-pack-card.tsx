import type { ReactNode } from "react";
import type { Pack } from "../../shared/policy/pack.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import { policyMessages } from "./messages.ts";
import { differencesOf } from "./pack-differences.ts";
import { PARAMETER_NAMES } from "./parameter-names.ts";
import type { OfferedPack } from "./use-pack-shelf.ts";
import { useParameterWords } from "./use-parameter-words.ts";

const OTHERS = {
  grassroots: "grassroots",
  exams: "exams",
  tenure: "tenure",
  titleNames: "shelf.titleNames",
} as const;

interface OfferedPackCardProps {
  readonly offered: OfferedPack;
  readonly inForce: Pack;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** A pack before it is taken: whose it is, from when on, and what it says otherwise than the one in force. */
export function OfferedPackCard({ offered, inForce, children }: OfferedPackCardProps) {
  const say = useMessages(policyMessages);
  const word = useParameterWords();
  const { pack, bureauName } = offered.offered;
  const { effectiveFrom: from, effectiveTo: to } = pack;
  const { parameters, ladders, others } = differencesOf(inForce, pack);
  const isSame = parameters.length + ladders.length + others.length === 0;
  return (
    <div className="policy-offered" role="group" aria-label={say("shelf.offered")}>
      <h3>{pack.title}</h3>
      <p>
        {bureauName ?? ""}
        {"　"}
        {to === null ? say("effectiveFrom", { from }) : say("effectiveBetween", { from, to })}
      </p>
      {offered.reason === null ? null : <p role="alert">{offered.reason}</p>}
      <h4>{say("shelf.differences")}</h4>
      {isSame ? <p>{say("shelf.noDifference")}</p> : null}
      <ul>
        {parameters.map(({ id, before, after }) => (
          <li key={id}>
            {say("shelf.changed", {
              name: say(PARAMETER_NAMES[id]),
              before: word(before),
              after: word(after),
            })}
          </li>
        ))}
        {ladders.map(({ series, level }) => (
          <li key={`${series} ${level}`}>
            {say("shelf.ladder", {
              series: SERIES_LABELS[series],
              level: TITLE_LEVEL_LABELS[level],
            })}
          </li>
        ))}
        {others.map((name) => (
          <li key={name}>{say("shelf.other", { name: say(OTHERS[name]) })}</li>
        ))}
      </ul>
      <div className="policy-offered-actions">{children}</div>
    </div>
  );
}
