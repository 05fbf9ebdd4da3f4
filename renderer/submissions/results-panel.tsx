import { Button, Checkbox, Input } from "antd";
import { useId, useMemo, useState } from "react";
import { Link } from "react-router";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { usePack, usePacks } from "../widgets/pack.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { type OfferedResult, offeredResults, takeResults } from "./bureau-results.ts";
import { submissionsMessages } from "./messages.ts";
import { useSigner } from "../widgets/use-signer.ts";

interface ResultsPanelProps {
  readonly item: OutboxItem;
  readonly records: Records;
}

/** 评审结果 from the bureau's receipts: shown, confirmed by the clerk, put on file in one go. */
export function ResultsPanel({ item, records }: ResultsPanelProps) {
  const inForce = usePack();
  const packs = usePacks();
  const round = records.rounds.get(String(item.year));
  const pack = packs.find(({ id }) => id === round?.packId) ?? inForce;
  const offered = useMemo(
    () => (round === undefined ? [] : offeredResults(item, round, records, pack)),
    [item, round, records, pack],
  );
  if (round === undefined || offered.length === 0) return null;
  return <OpenPanel round={round} offered={offered} />;
}

interface OpenPanelProps {
  readonly round: Round;
  readonly offered: readonly OfferedResult[];
}

interface Choice {
  readonly isTaken: boolean;
  readonly titleName: string;
}

function OpenPanel({ round, offered }: OpenPanelProps) {
  const say = useMessages(submissionsMessages);
  const commit = useCommit();
  const sign = useSigner();
  const [changed, setChanged] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choiceOf = (one: OfferedResult) => changed.get(one.candidacy.id) ?? firstChoice(one);
  const open = offered.filter(({ isOnFile }) => !isOnFile);
  const chosen = open.filter((one) => choiceOf(one).isTaken);
  const canRecord = isAllowed("recordResult", round.state);
  const isNamed = chosen.every((one) => !one.hasTitle || cleanText(choiceOf(one).titleName) !== "");
  const take = async () => {
    const signed = await sign();
    if (signed === null) return;
    const results = chosen.map((one) => ({
      offered: one,
      titleName: cleanText(choiceOf(one).titleName),
      titleId: crypto.randomUUID(),
    }));
    const label = labelEdit("history.resultsTaken", { year: round.year, count: results.length });
    await commit({ label, ...takeResults(round, results, signed) });
  };
  return (
    <Card title={say("results.title")} help={say("results.help")} id="results">
      {canRecord ? null : (
        <p role="status">
          {say("results.notYet")} <Link to={`/round/${round.year}`}>{say("build.toRound")}</Link>
        </p>
      )}
      <table className="submissions-table">
        <thead>
          <tr>
            <th scope="col">{say("results.take")}</th>
            <th scope="col">{say("remark.who")}</th>
            <th scope="col">{say("results.question")}</th>
            <th scope="col">{say("results.outcome")}</th>
            <th scope="col">{say("results.titleName")}</th>
          </tr>
        </thead>
        <tbody>
          {offered.map((one) => (
            <ResultRow
              key={one.candidacy.id}
              offered={one}
              choice={choiceOf(one)}
              isDisabled={!canRecord}
              onChange={(choice) => setChanged(new Map(changed).set(one.candidacy.id, choice))}
            />
          ))}
        </tbody>
      </table>
      {open.length === 0 ? (
        <StatusTag state="good" label={say("results.allOnFile")} />
      ) : (
        <div className="submissions-actions no-print">
          <Button
            type="primary"
            disabled={!canRecord || chosen.length === 0 || !isNamed}
            onClick={() => void take()}
          >
            {say("results.confirm", { count: chosen.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function firstChoice({ isOnFile, titleNames }: OfferedResult): Choice {
  return { isTaken: !isOnFile, titleName: titleNames.length === 1 ? (titleNames[0] ?? "") : "" };
}

interface ResultRowProps {
  readonly offered: OfferedResult;
  readonly choice: Choice;
  readonly isDisabled: boolean;
  readonly onChange: (choice: Choice) => void;
}

function ResultRow({ offered, choice, isDisabled, onChange }: ResultRowProps) {
  const say = useMessages(submissionsMessages);
  const listId = useId();
  const { candidacy, person, result, hasTitle, isOnFile, titleNames } = offered;
  const { name } = person;
  return (
    <tr>
      <td>
        {isOnFile ? (
          <StatusTag state="good" label={say("results.onFile")} />
        ) : (
          <Checkbox
            aria-label={say("results.takeOf", { name })}
            checked={choice.isTaken}
            disabled={isDisabled}
            onChange={({ target }) => onChange({ ...choice, isTaken: target.checked })}
          />
        )}
      </td>
      <th scope="row">{name}</th>
      <td>{describeQuestion(candidacy)}</td>
      <td>
        {result.outcome === "passed"
          ? say("results.passed", { on: result.on })
          : say("results.failed", { on: result.on })}
        {result.certificate === null
          ? null
          : ` ${say("results.certificate", { number: result.certificate })}`}
      </td>
      <td>
        {hasTitle && !isOnFile ? (
          <>
            <Input
              aria-label={say("results.titleNameOf", { name })}
              list={listId}
              maxLength={60}
              value={choice.titleName}
              disabled={isDisabled}
              onChange={({ target }) => onChange({ ...choice, titleName: target.value })}
            />
            <datalist id={listId}>
              {titleNames.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </datalist>
          </>
        ) : (
          "—"
        )}
      </td>
    </tr>
  );
}
