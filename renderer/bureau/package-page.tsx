import { Link, useParams, useSearchParams } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { isTrialUnit } from "../../shared/demo/trial-county.ts";
import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { CandidatesView } from "./candidates-view.tsx";
import { ChecksView } from "./checks-view.tsx";
import { FilesView } from "./files-view.tsx";
import { packageLink } from "./links.ts";
import { packageMessages } from "./package-messages.ts";
import { ReceiptsView } from "./receipts-view.tsx";
import { StageTag } from "./stage-tag.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import "./bureau.css";
import type { PackageProps } from "./package-props.ts";

const VIEWS = ["candidates", "checks", "files", "receipts"] as const;
type View = (typeof VIEWS)[number];

/** 报送包: one package with everything that the bureau decides on. */
export function PackagePage() {
  const say = useMessages(packageMessages);
  const { packageId = "" } = useParams();
  const { output, fault, refresh } = useAsked("desk.package", { packageId });
  const back = { to: "/inbox", label: say("inbox") };
  if (output === null) {
    return (
      <Page title={say("windowTitle")} back={back}>
        {fault === null ? <Loading /> : null}
        {fault === null ? null : (
          <>
            <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
            <Empty title={say("unknown")} hint={say("unknownHint")} />
          </>
        )}
      </Page>
    );
  }
  return <OpenPackage of={output.package} onChange={refresh} />;
}

function OpenPackage({ of, onChange }: PackageProps) {
  const say = useMessages(packageMessages);
  const [params] = useSearchParams();
  const view: View = VIEWS.find((one) => one === params.get("view")) ?? "candidates";
  const { unitName, unitId, year, revision, receivedAt } = of;
  return (
    <Page
      title={say("title", { unit: unitName, year })}
      windowTitle={say("windowTitle")}
      help={say("help")}
      back={{ to: "/inbox", label: say("inbox") }}
      subtitle={
        <>
          {isTrialUnit(unitId) ? <StatusTag state="warn" label={say("trialMark")} /> : null}{" "}
          <StageTag of={of} /> {say("revision", { revision, at: formatBeijing(receivedAt) })}
        </>
      }
    >
      <Older of={of} />
      <Views of={of} view={view} />
      {view === "candidates" ? <CandidatesView of={of} onChange={onChange} /> : null}
      {view === "checks" ? <ChecksView of={of} /> : null}
      {view === "files" ? <FilesView of={of} /> : null}
      {view === "receipts" ? <ReceiptsView of={of} /> : null}
    </Page>
  );
}

function Older({ of }: Pick<PackageProps, "of">) {
  const say = useMessages(packageMessages);
  const [newest] = of.revisions;
  if (of.isNewest || newest === undefined) return null;
  return (
    <div className="bureau-warning" role="status">
      <p>
        <span aria-hidden="true">⚠ </span>
        {say("older")} <Link to={packageLink(newest.packageId)}>{say("openNewest")}</Link>
      </p>
    </div>
  );
}

function Views({ of, view }: Pick<PackageProps, "of"> & { readonly view: View }) {
  const say = useMessages(packageMessages);
  const labels = {
    candidates: say("view.candidates", { count: of.candidates.length }),
    checks: say("view.checks", { count: of.checkList.length }),
    files: say("view.files", { count: of.files.length }),
    receipts: say("view.receipts", { count: of.receipts.length }),
  } as const satisfies Record<View, string>;
  const place = packageLink(of.packageId);
  return (
    <nav className="bureau-views no-print" aria-label={say("views")}>
      {VIEWS.map((one) => (
        <Link
          key={one}
          to={one === "candidates" ? place : `${place}?view=${one}`}
          aria-current={one === view ? "page" : undefined}
        >
          {labels[one]}
        </Link>
      ))}
    </nav>
  );
}
