import { useEffect, useRef } from "react";
import { Navigate } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { OfficialSheet } from "../widgets/official-sheet.tsx";
import { Page } from "../widgets/page.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { useQuery } from "../widgets/use-query.ts";
import { AskedView } from "./asked-view.tsx";
import { readScope, reportAddress } from "./asked-year.ts";
import { summaryMessages } from "./summary-messages.ts";
import "./reports.css";
import { PrintButtons } from "../widgets/print-buttons.tsx";

/** 一览表 and the sums as they go on paper; an address without a year leads back to where one is chosen. */
export function SummaryPrintPage() {
  const [query] = useQuery();
  const year = Number(query.get("year"));
  const isYear = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  return isYear ? <SummaryPaper year={year} /> : <Navigate to="/summary" replace />;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function SummaryPaper({ year }: { readonly year: number }) {
  const say = useMessages(summaryMessages);
  const [query, change] = useQuery();
  const print = useRef<HTMLButtonElement>(null);
  const scope = readScope(query);
  const drawn = useAsked("desk.summaryLists", { year, scope });
  const lists = drawn.output?.lists ?? [];
  const list = lists.find(({ name }) => name === query.get("list")) ?? lists[0];
  const isReady = list !== undefined;
  useEffect(() => {
    if (isReady) print.current?.focus();
  }, [isReady]);
  const choose = (name: string) =>
    change((before) => {
      const next = new URLSearchParams(before);
      next.set("list", name);
      return next;
    });
  return (
    <Page
      title={say("print.title")}
      back={{ to: reportAddress("/summary", { year, scope }), label: say("print.back") }}
      actions={
        list === undefined ? undefined : (
          <>
            <Choice
              label={say("print.list")}
              value={list.name}
              options={lists.map(({ name }) => ({ value: name, label: name }))}
              onChange={choose}
            />
            <PrintButtons name={`${year}年度${list.name}`} isPrimary ref={print} />
          </>
        )
      }
    >
      <AskedView asked={drawn} failure={say("print.unread")} loading={say("print.loading")}>
        {() =>
          list === undefined ? null : (
            <div className="official-paper">
              <OfficialSheet list={list} />
            </div>
          )
        }
      </AskedView>
    </Page>
  );
}
