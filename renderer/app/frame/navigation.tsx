import { NavLink } from "react-router";
import { useMessages } from "../../i18n/messages.ts";
import { appMessages } from "../messages.ts";
import { useRole } from "../role.ts";

/** The way to every page of the role. */
export function Navigation() {
  return useRole() === "bureau" ? <BureauNavigation /> : <UnitNavigation />;
}

function UnitNavigation() {
  const say = useMessages(appMessages);
  const groups = [
    [
      { to: "/", label: say("nav.workbench") },
      { to: "/people", label: say("nav.people") },
      { to: "/training", label: say("nav.training") },
      { to: "/service", label: say("nav.service") },
      { to: "/eligibility", label: say("nav.eligibility") },
      { to: "/posts", label: say("nav.posts") },
      { to: "/round", label: say("nav.round") },
      { to: "/submissions", label: say("nav.submissions") },
    ],
    [
      { to: "/import", label: say("nav.import") },
      { to: "/export", label: say("nav.export") },
    ],
    [
      { to: "/policy", label: say("nav.policy") },
      { to: "/health", label: say("nav.health") },
      { to: "/settings", label: say("nav.settings") },
    ],
  ];
  return <Groups groups={groups} />;
}

function BureauNavigation() {
  const say = useMessages(appMessages);
  const groups = [
    [
      { to: "/", label: say("nav.workbench") },
      { to: "/inbox", label: say("nav.inbox") },
      { to: "/results", label: say("nav.results") },
      { to: "/samples", label: say("nav.samples") },
      { to: "/units", label: say("nav.units") },
    ],
    [
      { to: "/summary", label: say("nav.summary") },
      { to: "/statistics", label: say("nav.statistics") },
      { to: "/plan", label: say("nav.plan") },
    ],
    [
      { to: "/catalogue", label: say("nav.catalogue") },
      { to: "/packs", label: say("nav.packs") },
    ],
    [
      { to: "/health", label: say("nav.health") },
      { to: "/settings", label: say("nav.settings") },
    ],
  ];
  return <Groups groups={groups} />;
}

interface GroupsProps {
  readonly groups: readonly (readonly { readonly to: string; readonly label: string }[])[];
}

function Groups({ groups }: GroupsProps) {
  const say = useMessages(appMessages);
  return (
    <nav className="navigation no-print" aria-label={say("nav")}>
      <div className="navigation-product">{say("product")}</div>
      {groups.map((links) => (
        <ul key={links[0]?.to}>
          {links.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={to === "/"}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
