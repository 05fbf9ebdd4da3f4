import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { roundAddress } from "../widgets/round-addresses.ts";
import { roundMessages } from "./messages.ts";

interface ViewLinksProps {
  readonly year: number;
  /** The view that is open, as the address names it. */
  readonly step: string;
}

/** The ways to the views of a round, and to sending it. */
export function ViewLinks({ year, step }: ViewLinksProps) {
  const say = useMessages(roundMessages);
  const links = [
    { view: "overview", label: say("view.overview") },
    { view: "enrol", label: say("view.enrol") },
    { view: "check", label: say("view.check") },
    { view: "review", label: say("view.review") },
    { view: "publish", label: say("view.publish") },
    { view: "materials", label: say("view.materials") },
    { view: "forms", label: say("view.forms") },
    { view: "results", label: say("view.results") },
  ] as const;
  return (
    <nav className="round-views no-print" aria-label={say("views")}>
      {links.map(({ view, label }) => (
        <Link
          key={view}
          to={roundAddress(year, view)}
          aria-current={view === step ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
