import { Link, useParams } from "react-router";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { bureauMessages } from "./bureau-messages.ts";
import { BureauView } from "./bureau-view.tsx";
import { submissionsMessages } from "./messages.ts";
import { OutboxPanel } from "./outbox-panel.tsx";
import { PackageView } from "./package-view.tsx";
import "./submissions.css";

/** 报送: what is built for the bureau, how it travels, and what the bureau answers. */
export function SubmissionsPage() {
  const say = useMessages(submissionsMessages);
  const { view } = useParams();
  const records = useRecords();
  const unit = records?.unit ?? null;
  if (records === null) {
    return (
      <Page title={say("title")}>
        <Loading />
      </Page>
    );
  }
  if (unit === null) {
    return (
      <Page title={say("title")} help={say("help")}>
        <Empty
          title={say("noUnit")}
          hint={say("noUnitHint")}
          action={<Link to="/settings">{say("openSettings")}</Link>}
        />
      </Page>
    );
  }
  if (view === "package") return <PackageView records={records} />;
  return <TwoViews view={view} unit={unit} />;
}

interface TwoViewsProps {
  readonly view: string | undefined;
  readonly unit: Unit;
}

function TwoViews({ view, unit }: TwoViewsProps) {
  const say = useMessages(submissionsMessages);
  const sayBureau = useMessages(bureauMessages);
  const isBureau = view === "bureau";
  return (
    <Page title={say("title")} help={isBureau ? sayBureau("bureau.help") : say("help")}>
      <nav className="submissions-views no-print" aria-label={say("views")}>
        <Link to="/submissions" aria-current={isBureau ? undefined : "page"}>
          {say("view.outbox")}
        </Link>
        <Link to="/submissions/bureau" aria-current={isBureau ? "page" : undefined}>
          {say("view.bureau")}
        </Link>
      </nav>
      {isBureau ? <BureauView unit={unit} /> : <OutboxPanel unit={unit} />}
    </Page>
  );
}
