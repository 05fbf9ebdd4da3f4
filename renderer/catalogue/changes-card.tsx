import {
  CATALOGUE_CHANGE_LABELS,
  type CatalogueChange,
  type CatalogueDraft,
  changesOf,
} from "../../shared/bureau/catalogue.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { catalogueMessages } from "./messages.ts";

interface ChangesCardProps {
  readonly before: CatalogueDraft;
  readonly after: CatalogueDraft;
}

/** What is different from the version of the year before. */
export function ChangesCard({ before, after }: ChangesCardProps) {
  const say = useMessages(catalogueMessages);
  const changes = changesOf(before.units, after.units);
  return (
    <Card title={say("changes", { year: before.year })}>
      {changes.length === 0 ? <p>{say("changes.none")}</p> : null}
      <ul className="catalogue-changes">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.unit.id}`}>
            <strong>{CATALOGUE_CHANGE_LABELS[change.kind]}</strong>
            {"　"}
            {change.unit.name}
            <Before change={change} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Before({ change: { kind, before } }: { readonly change: CatalogueChange }) {
  const say = useMessages(catalogueMessages);
  if (before === null) return null;
  if (kind === "renamed") return <>{say("changes.name", { before: before.name })}</>;
  if (kind === "moved") return <>{say("changes.place", { before: before.address })}</>;
  return null;
}
