import { Link } from "react-router";
import type { Round } from "../../shared/recommendation/round.ts";
import { unfinishedMatters } from "../../shared/recommendation/unfinished.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { roundAddress } from "../widgets/round-addresses.ts";
import { MatterList } from "./matter-list.tsx";
import { roundMessages } from "./messages.ts";

interface UnfinishedProps {
  readonly records: Records;
  /** The round of an earlier year. */
  readonly round: Round;
}

/** What an earlier year's round left undone; nothing where it is all done. */
export function Unfinished({ records, round }: UnfinishedProps) {
  const say = useMessages(roundMessages);
  const own = [...records.candidacies.values()].filter(({ roundId }) => roundId === round.id);
  const matters = unfinishedMatters(round, own);
  if (matters.length === 0) return null;
  const title = say("unfinished", { year: round.year });
  return (
    <Card title={title} help={say("unfinished.help")}>
      <MatterList matters={matters} year={round.year} records={records} label={title} />
      <Link to={roundAddress(round.year)}>{say("unfinished.open", { year: round.year })}</Link>
    </Card>
  );
}
