import {
  MAIN_STATES,
  ROUND_STATE_LABELS,
  type RoundState,
} from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { roundMessages } from "./messages.ts";

const SIGNS = { done: "✓", now: "●", later: "○" } as const;

/** How far a round is, as a line of its states. */
export function StepLine({ state }: { readonly state: RoundState }) {
  const say = useMessages(roundMessages);
  // What was sent back stands where it is sent from again.
  const place = MAIN_STATES.findIndex(
    (one) => one === (state === "returned" ? "confirming" : state),
  );
  return (
    <ol className="round-line" aria-label={say("line")}>
      {MAIN_STATES.map((one, index) => {
        const when = index < place ? "done" : index === place ? "now" : "later";
        return (
          <li
            key={one}
            className={`round-line-${when}`}
            aria-current={when === "now" ? "step" : undefined}
          >
            <span aria-hidden="true">{SIGNS[when]}</span>
            {when === "now" ? ROUND_STATE_LABELS[state] : ROUND_STATE_LABELS[one]}
            <span className="visually-hidden">
              {when === "done" ? say("line.done") : when === "later" ? say("line.later") : ""}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
