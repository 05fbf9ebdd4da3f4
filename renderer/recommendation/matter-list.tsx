import { Link } from "react-router";
import type { Matter } from "../../shared/recommendation/matter.ts";
import { sayMatter } from "../../shared/recommendation/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { matterLink } from "../widgets/matter-links.ts";
import { roundMessages } from "./messages.ts";

interface MatterListProps {
  readonly matters: readonly Matter[];
  readonly year: number;
  readonly records: Pick<Records, "people">;
  readonly label: string;
}

/** So many matters are listed at once; the rest is counted. */
const MOST_SHOWN = 30;

/** What is missing or has to be looked at, a sentence each with the way to where it is mended. */
export function MatterList({ matters, year, records, label }: MatterListProps) {
  const say = useMessages(roundMessages);
  const nameOf = (personId: string) => records.people.get(personId)?.name ?? personId;
  const rest = matters.length - MOST_SHOWN;
  return (
    <ul className="round-matters" aria-label={label}>
      {matters.slice(0, MOST_SHOWN).map((matter) => {
        const link = matterLink(year, matter);
        return (
          <li key={`${matter.code} ${JSON.stringify(matter.details)}`}>
            <span>{sayMatter(matter, nameOf)}</span>
            {link === null ? null : <Link to={link}>{say("mend")}</Link>}
          </li>
        );
      })}
      {rest > 0 ? <li>{say("more", { count: rest })}</li> : null}
    </ul>
  );
}
