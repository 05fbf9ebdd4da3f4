import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import type { Criterion } from "../../shared/policy/criterion.ts";
import { useMessages } from "../i18n/messages.ts";
import { policyMessages } from "./messages.ts";
import { readNumber } from "./read-number.ts";

interface CriteriaFieldProps {
  readonly value: unknown;
  readonly onChange: (criteria: readonly Criterion[]) => unknown;
}

interface TypedCriterion extends Pick<Criterion, "id" | "name" | "basis"> {
  readonly most: string;
  readonly weight: string;
}

/** 评议指标: taken over on leaving a field, once all are numbers and the weights add up to 100. */
export function CriteriaField({ value, onChange }: CriteriaFieldProps) {
  const say = useMessages(policyMessages);
  const kept = JSON.stringify(value);
  const [typed, setTyped] = useState(() => typedFrom(kept));
  // A step that was taken back shows here too.
  useEffect(() => setTyped(typedFrom(kept)), [kept]);
  const read = readCriteria(typed);
  const sum = read?.reduce((all, { weight }) => all + weight, 0) ?? null;
  const settle = (next: readonly TypedCriterion[]) => {
    setTyped(next);
    const criteria = readCriteria(next);
    const total = criteria?.reduce((all, { weight }) => all + weight, 0);
    if (criteria !== null && total === 100 && JSON.stringify(criteria) !== kept) onChange(criteria);
  };
  const replace = (index: number, part: Partial<TypedCriterion>) =>
    setTyped(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="policy-criteria" onBlur={() => settle(typed)}>
      {typed.map((criterion, index) => (
        <div key={criterion.id}>
          <Input
            aria-label={say("criterion.name")}
            maxLength={40}
            value={criterion.name}
            onChange={({ target }) => replace(index, { name: target.value })}
          />
          <Input
            aria-label={say("criterion.most", { name: criterion.name })}
            prefix={say("criterion.mostShort")}
            inputMode="decimal"
            value={criterion.most}
            onChange={({ target }) => replace(index, { most: target.value })}
          />
          <Input
            aria-label={say("criterion.weight", { name: criterion.name })}
            suffix="%"
            inputMode="decimal"
            value={criterion.weight}
            onChange={({ target }) => replace(index, { weight: target.value })}
          />
          <Button
            size="small"
            disabled={typed.length === 1}
            onClick={() => settle(typed.filter((_, at) => at !== index))}
          >
            {say("criterion.remove")}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => settle([...typed, blankCriterion(typed)])}>
        {say("criterion.add")}
      </Button>
      {sum === null ? <p role="alert">{say("criterion.notNumber")}</p> : null}
      {sum === null || sum === 100 ? null : <p role="alert">{say("criterion.sum", { sum })}</p>}
    </div>
  );
}

function typedFrom(kept: string): readonly TypedCriterion[] {
  return (JSON.parse(kept) as readonly Criterion[]).map(typedOf);
}

/** Null: a number cannot be read. */
function readCriteria(typed: readonly TypedCriterion[]): readonly Criterion[] | null {
  const read: Criterion[] = [];
  for (const { most, weight, ...rest } of typed) {
    const numbers = [readNumber(most.trim(), false), readNumber(weight.trim(), false)] as const;
    if (typeof numbers[0] !== "number" || typeof numbers[1] !== "number") return null;
    read.push({ ...rest, most: numbers[0], weight: numbers[1] });
  }
  return read;
}

function typedOf({ most, weight, ...rest }: Criterion): TypedCriterion {
  return { ...rest, most: String(most), weight: String(weight) };
}

function blankCriterion(others: readonly TypedCriterion[]): TypedCriterion {
  const ids = new Set(others.map(({ id }) => id));
  let number = others.length + 1;
  while (ids.has(`c${number}`)) number += 1;
  return { id: `c${number}`, name: "", most: "10", weight: "0", basis: "judgement" };
}
