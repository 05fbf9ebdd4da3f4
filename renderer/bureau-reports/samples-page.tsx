import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { useNavigateHere } from "../widgets/use-navigate-here.ts";
import { useSigner } from "../widgets/use-signer.ts";
import { AskedView } from "./asked-view.tsx";
import type { Scope } from "./asked-year.ts";
import { ReportPage } from "./report-page.tsx";
import { countChecked, readSeed, readSize } from "./sample-form.ts";
import { samplesMessages } from "./samples-messages.ts";
import { ScopeChoice, useScopeWord } from "./scope-choice.tsx";

/** 抽查: draws samples, and lists those drawn. */
export function SamplesPage() {
  const say = useMessages(samplesMessages);
  return (
    <ReportPage title={say("title")} help={say("help")}>
      {({ year }) => (
        <>
          <DrawCard year={year} />
          <SampleList />
        </>
      )}
    </ReportPage>
  );
}

const USUAL_SIZE = "10";

function DrawCard({ year }: { readonly year: number }) {
  const say = useMessages(samplesMessages);
  const { draw, isDrawing } = useDraw(year);
  const [scope, setScope] = useState<Scope>("all");
  const [size, setSize] = useState(USUAL_SIZE);
  const [seed, setSeed] = useState("");
  const count = readSize(size);
  const seeded = readSeed(seed);
  const submit = () => {
    if (count !== null && seeded.ok) void draw(scope, count, seeded.seed);
  };
  return (
    <Card title={say("draw.label")}>
      <Form label={say("draw.label")} onSubmit={submit}>
        <Field label={say("scope")}>
          {(control) => <ScopeChoice {...control} value={scope} onChange={setScope} />}
        </Field>
        <Field
          label={say("size")}
          hint={say("size.hint")}
          error={count === null ? say("size.wrong") : null}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              className="reports-short"
              inputMode="numeric"
              maxLength={6}
              value={size}
              onChange={({ target }) => setSize(target.value)}
            />
          )}
        </Field>
        <Field
          label={say("seed")}
          hint={say("seed.hint")}
          error={seeded.ok ? null : say("seed.wrong")}
        >
          {(control) => (
            <Input
              {...control}
              className="reports-short"
              inputMode="numeric"
              maxLength={10}
              value={seed}
              onChange={({ target }) => setSeed(target.value)}
            />
          )}
        </Field>
        <div className="reports-bar">
          <Button type="primary" htmlType="submit" loading={isDrawing}>
            {say("draw")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Draws in the operator's name and opens what was drawn. */
function useDraw(year: number) {
  const say = useMessages(samplesMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const navigateHere = useNavigateHere();
  const sign = useSigner();
  const [isDrawing, setIsDrawing] = useState(false);
  const draw = async (scope: Scope, size: number, seed: number | null) => {
    if (isDrawing) return;
    setIsDrawing(true);
    const signer = await sign();
    const answer =
      signer === null
        ? null
        : await bridge.call("desk.sample", { year, scope, size, seed, by: signer.by });
    setIsDrawing(false);
    if (answer === null) return;
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    const { sample } = answer.output;
    notice.done(say("drawn", { count: sample.members.length, seed: sample.seed }));
    navigateHere(`/samples/${sample.id}`);
  };
  return { draw, isDrawing };
}

function SampleList() {
  const say = useMessages(samplesMessages);
  const samples = useAsked("desk.samples", {});
  return (
    <Card title={say("list")}>
      <AskedView asked={samples} failure={say("list.unread")}>
        {(output) => <SampleTable samples={output.samples} />}
      </AskedView>
    </Card>
  );
}

function SampleTable({ samples }: OutputOf<"desk.samples">) {
  const say = useMessages(samplesMessages);
  const wordScope = useScopeWord();
  if (samples.length === 0) return <p className="reports-muted">{say("list.none")}</p>;
  const columns = [
    say("col.at"),
    say("col.year"),
    say("col.scope"),
    say("col.members"),
    say("col.seed"),
    say("col.by"),
    say("col.progress"),
  ];
  return (
    <div className="reports-scroll">
      <table className="reports-table" aria-label={say("list")}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map(({ id, year, scope, seed, population, drawnAt, by, members }) => (
            <tr key={id}>
              <th scope="row">
                <Link
                  to={`/samples/${id}`}
                  aria-label={say("openOf", { at: formatBeijing(drawnAt) })}
                >
                  {formatBeijing(drawnAt)}
                </Link>
              </th>
              <td>{say("yearOf", { year })}</td>
              <td>{wordScope(scope)}</td>
              <td>{say("membersOf", { count: members.length, population })}</td>
              <td>{seed}</td>
              <td>{by}</td>
              <td>{say("progress", { checked: countChecked(members), count: members.length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
