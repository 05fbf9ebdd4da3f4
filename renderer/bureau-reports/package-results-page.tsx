import { Link, useParams } from "react-router";
import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { AskedView } from "./asked-view.tsx";
import { resultRows } from "./result-rows.ts";
import { ResultsEntry } from "./results-entry.tsx";
import { resultsMessages } from "./results-messages.ts";
import "./reports.css";

/** The results of one unit's accepted candidates. */
export function PackageResultsPage() {
  const say = useMessages(resultsMessages);
  const { packageId = "" } = useParams();
  const asked = useAsked("desk.package", { packageId });
  const shown = asked.output?.package ?? null;
  return (
    <Page
      title={say("one")}
      help={say("help")}
      back={{ to: "/results", label: say("back") }}
      subtitle={
        shown === null ? undefined : say("subtitle", { unit: shown.unitName, year: shown.year })
      }
    >
      <AskedView asked={asked} failure={say("unread")}>
        {(output) => <Entry shown={output.package} onIssued={asked.refresh} />}
      </AskedView>
    </Page>
  );
}

interface EntryProps {
  readonly shown: DeskPackage;
  readonly onIssued: () => Promise<void>;
}

function Entry({ shown, onIssued }: EntryProps) {
  const say = useMessages(resultsMessages);
  const { packageId, isNewest, unitName } = shown;
  const rows = resultRows(shown);
  if (!isNewest || rows.length === 0 || shown.status !== "accepted") {
    return (
      <Empty
        title={isNewest ? say("notTold") : say("superseded")}
        action={<Link to={`/inbox/${encodeURIComponent(packageId)}`}>{say("openPackage")}</Link>}
      />
    );
  }
  return <ResultsEntry packageId={packageId} unitName={unitName} rows={rows} onIssued={onIssued} />;
}
