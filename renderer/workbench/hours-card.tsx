import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { peopleAddress } from "../widgets/list-links.ts";
import { Card } from "../widgets/card.tsx";
import { type HoursProgress, percentOf } from "./hours-progress.ts";
import { workbenchMessages } from "./messages.ts";

/** How many have this year's hours, as a bar with its numbers. */
export function HoursCard({ progress }: { readonly progress: HoursProgress }) {
  const say = useMessages(workbenchMessages);
  const { year, asked, enough, short } = progress;
  const percent = percentOf(enough.length, asked.length);
  const sentence = say("hours.of", { asked: asked.length, enough: enough.length, percent });
  return (
    <Card className="wb-card" title={say("hours.title", { year })} help={say("hours.help")}>
      {asked.length === 0 ? (
        <p className="wb-note">{say("hours.nobody")}</p>
      ) : (
        <>
          <p className="wb-note">{sentence}</p>
          <div className="wb-bar" role="img" aria-label={sentence}>
            <div style={{ width: `${percent}%` }} />
          </div>
          <p className="wb-numbers">
            <Link to={peopleAddress(enough, say("hours.whyEnough", { year }))}>
              {say("hours.enough", { count: enough.length })}
            </Link>
            <Link to={peopleAddress(short, say("hours.whyShort", { year }))}>
              {say("hours.short", { count: short.length })}
            </Link>
            <Link to="/training">{say("hours.enter")}</Link>
          </p>
        </>
      )}
    </Card>
  );
}
