import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { useQuery } from "../widgets/use-query.ts";
import { AskedView } from "./asked-view.tsx";
import { readScope, readYear, type Scope } from "./asked-year.ts";
import { frameMessages } from "./frame-messages.ts";
import { ScopeChoice } from "./scope-choice.tsx";
import "./reports.css";
import { PrintButtons } from "../widgets/print-buttons.tsx";

export interface AskedReport {
  readonly year: number;
  readonly scope: Scope;
}

interface ReportPageProps {
  readonly title: string;
  readonly help: string;
  /** Whether it can be narrowed to those accepted or passed. */
  readonly hasScope?: boolean;
  /** Whether the page itself is what is printed. */
  readonly isPrinted?: boolean;
  readonly children: (asked: AskedReport) => ReactNode;
}

/** A report about a year that packages came for; year and scope stand in the address. */
export function ReportPage(props: ReportPageProps) {
  const { title, help, hasScope = false, isPrinted = false, children } = props;
  const say = useMessages(frameMessages);
  const [query] = useQuery();
  const inbox = useAsked("desk.inbox", { year: null });
  const years = inbox.output?.years ?? [];
  const latest = inbox.output?.year ?? null;
  const asked =
    latest === null ? null : { year: readYear(query, years, latest), scope: readScope(query) };
  return (
    <Page
      title={title}
      help={help}
      actions={
        asked === null ? undefined : (
          <>
            <ReportChoices asked={asked} years={years} hasScope={hasScope} />
            {isPrinted ? <PrintButtons name={`${asked.year}年度${title}`} /> : null}
          </>
        )
      }
    >
      <AskedView asked={inbox} failure={say("unread")}>
        {() => (asked === null ? <NothingYet /> : children(asked))}
      </AskedView>
    </Page>
  );
}

interface ReportChoicesProps {
  readonly asked: AskedReport;
  readonly years: readonly number[];
  readonly hasScope: boolean;
}

function ReportChoices({ asked: { year, scope }, years, hasScope }: ReportChoicesProps) {
  const say = useMessages(frameMessages);
  const [, change] = useQuery();
  const set = (key: string, value: string) =>
    change((before) => {
      const next = new URLSearchParams(before);
      next.set(key, value);
      return next;
    });
  return (
    <>
      <Choice
        label={say("year")}
        value={year}
        options={years.map((one) => ({ value: one, label: say("yearOf", { year: one }) }))}
        onChange={(one) => set("year", String(one))}
      />
      {hasScope ? <ScopeChoice value={scope} onChange={(one) => set("scope", one)} /> : null}
    </>
  );
}

function NothingYet() {
  const say = useMessages(frameMessages);
  return (
    <Empty
      title={say("empty.title")}
      hint={say("empty.hint")}
      action={<Link to="/inbox">{say("empty.go")}</Link>}
    />
  );
}
