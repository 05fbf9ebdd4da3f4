import { useParams } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Sample } from "../../shared/bureau/sample.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { AskedView } from "./asked-view.tsx";
import { SampleMembers } from "./sample-members.tsx";
import { SamplePaper } from "./sample-paper.tsx";
import { samplesMessages } from "./samples-messages.ts";
import { useScopeWord } from "./scope-choice.tsx";
import "./reports.css";
import { PrintButtons } from "../widgets/print-buttons.tsx";

/** One sample: who was drawn from what, and the checklist of each. */
export function SamplePage() {
  const say = useMessages(samplesMessages);
  const { id } = useParams();
  const samples = useAsked("desk.samples", {});
  const sample = samples.output?.samples.find((one) => one.id === id) ?? null;
  return (
    <Page
      title={say("one")}
      back={{ to: "/samples", label: say("back") }}
      actions={
        sample === null ? undefined : (
          <PrintButtons name={`${sample.year}年度${say("one")}`} label={say("print")} />
        )
      }
    >
      <AskedView asked={samples} failure={say("list.unread")}>
        {() =>
          sample === null ? (
            <Empty title={say("missing")} />
          ) : (
            <>
              <Drawn sample={sample} />
              <SampleMembers sample={sample} onSaved={samples.refresh} />
              <SamplePaper sample={sample} />
            </>
          )
        }
      </AskedView>
    </Page>
  );
}

function Drawn({ sample }: { readonly sample: Sample }) {
  const say = useMessages(samplesMessages);
  const wordScope = useScopeWord();
  const { year, scope, seed, population, populationSha256, by, drawnAt, members } = sample;
  const at = formatBeijing(drawnAt);
  return (
    <Card title={say("draw")} help={say("fact.help")} className="no-print">
      <dl className="reports-facts">
        <dt>{say("fact.drawn")}</dt>
        <dd>{say("fact.drawnOf", { by, at, count: members.length })}</dd>
        <dt>{say("fact.from")}</dt>
        <dd>{say("fact.fromOf", { year, scope: wordScope(scope), population })}</dd>
        <dt>{say("fact.seed")}</dt>
        <dd>{seed}</dd>
        <dt>{say("fact.digest")}</dt>
        <dd>
          <code>{populationSha256}</code>
        </dd>
      </dl>
    </Card>
  );
}
