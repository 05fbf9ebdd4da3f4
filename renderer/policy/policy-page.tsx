import { useMemo } from "react";
import { useLocation } from "react-router";
import { anchorsOf, readNotice } from "../../shared/policy/notice/clauses.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePack } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { LadderTables } from "./ladder-tables.tsx";
import { policyMessages } from "./messages.ts";
import { NoticePane } from "./notice-pane.tsx";
import { PackCard } from "./pack-card.tsx";
import { ParametersTable } from "./parameters-table.tsx";
import { ShelfCard } from "./shelf-card.tsx";
import "./policy.css";

/** 政策: the pack in force, each value with its basis, and the text of the notice beside them. */
export function PolicyPage() {
  const say = useMessages(policyMessages);
  const pack = usePack();
  const documents = useMemo(() => readNotice(), []);
  const { hash, key } = useLocation();
  // Other pages lead here with the clause as the rules cite it, behind the '#'.
  const marked = useMemo(() => anchorsOf(decodeHash(hash)), [hash]);
  return (
    <Page title={say("title")} subtitle={pack.title} help={say("help")}>
      <div className="policy-columns">
        <div className="policy-values">
          <ShelfCard inForce={pack} />
          <PackCard pack={pack} />
          <ParametersTable pack={pack} />
          <LadderTables pack={pack} />
        </div>
        <NoticePane documents={documents} marked={marked} visit={key} />
      </div>
    </Page>
  );
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    // A percent sign that begins no code: what stands there is no clause.
    return "";
  }
}
