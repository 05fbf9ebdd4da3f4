import { Button, Input } from "antd";
import { useState } from "react";
import type { Criterion } from "../../shared/policy/criterion.ts";
import { useMessages } from "../i18n/messages.ts";
import { policyMessages } from "./messages.ts";

interface CriteriaFieldProps {
  readonly value: unknown;
  readonly onChange: (criteria: readonly Criterion[]) => void;
}

interface TypedCriterion extends Pick<Criterion, "id" | "name" | "basis"> {
  readonly most: string;
  readonly weight: string;
}

/** 评议指标: taken over once the weights add up to 100. */
export function CriteriaField({ value, onChange }: CriteriaFieldProps) {
  const say = useMessages(policyMessages);
  const [typed, setTyped] = useState(() => (value as readonly Criterion[]).map(typedOf));
  const sum = typed.reduce((all, { weight }) => all + Number(weight), 0);
  const change = (next: readonly TypedCriterion[]) => {
    setTyped([...next]);
    const read = next.map(({ most, weight, ...rest }) => ({
      ...rest,
      most: Number(most),
      weight: Number(weight),
    }));
    if (read.reduce((all, { weight }) => all + weight, 0) === 100) onChange(read);
  };
  const replace = (index: number, part: Partial<TypedCriterion>) =>
    change(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="policy-criteria">
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
            onClick={() => change(typed.filter((_, at) => at !== index))}
          >
            {say("criterion.remove")}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => change([...typed, blankCriterion(typed)])}>
        {say("criterion.add")}
      </Button>
      {sum === 100 ? null : <p role="alert">{say("criterion.sum", { sum })}</p>}
    </div>
  );
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
