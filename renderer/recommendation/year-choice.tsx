import { Link, useNavigate } from "react-router";
import type { Round } from "../../shared/recommendation/round.ts";
import { ROUND_STATE_LABELS } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { OPENING, roundAddress } from "../widgets/round-addresses.ts";
import { roundMessages } from "./messages.ts";
import { roundsByYear } from "../widgets/rounds.ts";

interface YearChoiceProps {
  readonly records: Records;
  readonly round: Round;
}

/** Other years' rounds, and the way to open a new one. */
export function YearChoice({ records, round }: YearChoiceProps) {
  const say = useMessages(roundMessages);
  const navigate = useNavigate();
  const rounds = roundsByYear(records);
  return (
    <>
      {rounds.length < 2 ? null : (
        <select
          className="round-select"
          aria-label={say("year")}
          value={round.year}
          onChange={({ target }) => void navigate(roundAddress(Number(target.value)))}
        >
          {rounds.map(({ year, state }) => (
            <option key={year} value={year}>
              {say("yearOption", { year, state: ROUND_STATE_LABELS[state] })}
            </option>
          ))}
        </select>
      )}
      <Link to={OPENING}>{say("openAnother")}</Link>
    </>
  );
}
