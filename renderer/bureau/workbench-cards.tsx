import { Link } from "react-router";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { deskMessages } from "./desk-messages.ts";
import { countShows } from "./inbox-filter.ts";

type Inbox = OutputOf<"desk.inbox">;

interface TodoCardProps {
  readonly inbox: Inbox;
  readonly quarantined: number;
}

/** How many packages wait for what, each number with the list behind it. */
export function TodoCard({ inbox, quarantined }: TodoCardProps) {
  const say = useMessages(deskMessages);
  const counts = countShows(inbox.packages, { show: "all", query: "", hasOlder: false });
  const lines = [
    { to: "/inbox?show=deciding", label: say("todo.deciding"), count: counts.deciding },
    { to: "/inbox?show=ready", label: say("todo.ready"), count: counts.ready },
    { to: "/inbox?show=conflict", label: say("todo.conflict"), count: counts.conflict },
    { to: "/inbox", label: say("todo.quarantine"), count: quarantined },
  ].filter(({ count }) => count > 0);
  return (
    <Card title={say("todo.title")}>
      {lines.length === 0 ? (
        <p>{say("todo.none")}</p>
      ) : (
        <ul className="bureau-list">
          {lines.map(({ to, label, count }) => (
            <li key={label}>
              <Link to={to}>{say("todo.open", { label, count })}</Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** As many units as a line holds. */
const MOST_NAMES = 6;

interface RoundCardProps {
  readonly inbox: Inbox;
  readonly enrolled: number;
}

/** Who has sent this year, and who is late. */
export function RoundCard({ inbox, enrolled }: RoundCardProps) {
  const say = useMessages(deskMessages);
  const { awaited, packages, year } = inbox;
  if (enrolled === 0 || year === null) return null;
  const sent = new Set(packages.map(({ unitId }) => unitId)).size;
  const names = awaited.slice(0, MOST_NAMES).map(({ unitName }) => unitName);
  return (
    <Card title={say("round.title", { year })}>
      <p>{say("round.sent", { sent, awaited: awaited.length })}</p>
      {names.length === 0 ? null : (
        <p>
          {say("round.awaited", { names: names.join("、") })}{" "}
          {awaited.length > names.length ? say("round.more", { count: awaited.length }) : null}
        </p>
      )}
      <Link to="/inbox">{say("round.list")}</Link>
    </Card>
  );
}

/** The first steps of a bureau that nobody knows yet. */
export function StartCard() {
  const say = useMessages(deskMessages);
  return (
    <Card title={say("start.title")}>
      <ol>
        <li>
          <Link to="/units">{say("start.card")}</Link>
        </li>
        <li>
          <Link to="/units">{say("start.enrol")}</Link>
        </li>
        <li>
          <Link to="/inbox">{say("start.receive")}</Link>
        </li>
      </ol>
    </Card>
  );
}
