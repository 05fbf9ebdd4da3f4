import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { useQuery } from "../widgets/use-query.ts";
import { readScope, readYear, type Scope } from "./asked-year.ts";
import { frameMessages } from "./frame-messages.ts";
import { ScopeChoice } from "./scope-choice.tsx";
import "./reports.css";

export interface AskedReport {
  readonly year: number;
  readonly scope: Scope;
}

interface ReportPageProps {
  readonly title: string;
  readonly help: string;
  /** Whether it can be narrowed to those accepted or passed. */
  readonly hasScope?: boolean;
  readonly actions?: (asked: AskedReport) => ReactNode;
  readonly children: (asked: AskedReport) => ReactNode;
}

/** A report about a year that packages came for; year and scope stand in the address. */
export function ReportPage({ title, help, hasScope = false, actions, children }: ReportPageProps) {
  const say = useMessages(frameMessages);
  const [query, change] = useQuery();
  const { output, fault, refresh } = useAsked("desk.inbox", { year: null });
  const latest = output?.year ?? null;
  const years = output?.years ?? [];
  const asked =
    latest === null ? null : { year: readYear(query, years, latest), scope: readScope(query) };
  const set = (key: string, value: string) =>
    change((before) => {
      const next = new URLSearchParams(before);
      next.set(key, value);
      return next;
    });
  return (
    <Page
      title={title}
      help={help}
      actions={
        asked === null ? undefined : (
          <>
            <Choice
              label={say("year")}
              value={asked.year}
              options={years.map((year) => ({ value: year, label: say("yearOf", { year }) }))}
              onChange={(year) => set("year", String(year))}
            />
            {hasScope ? (
              <ScopeChoice value={asked.scope} onChange={(scope) => set("scope", scope)} />
            ) : null}
            {actions?.(asked)}
          </>
        )
      }
    >
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {output === null && fault === null ? <Loading /> : null}
      {output !== null && asked === null ? <NothingYet /> : null}
      {asked === null ? null : children(asked)}
    </Page>
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
