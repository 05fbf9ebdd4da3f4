import { useMemo } from "react";
import type { Pack } from "../../shared/policy/pack.ts";
import { useMessages } from "../i18n/messages.ts";
import { BasisCell } from "./basis-cell.tsx";
import { policyMessages } from "./messages.ts";
import { PARAMETER_NAMES } from "./parameter-names.ts";
import { listParameters } from "./parameters.ts";
import { useParameterWords } from "./use-parameter-words.ts";

/** Every parameter of the pack: name, value, basis. */
export function ParametersTable({ pack }: { readonly pack: Pack }) {
  const say = useMessages(policyMessages);
  const rows = useMemo(() => listParameters(pack), [pack]);
  const word = useParameterWords();
  return (
    <section className="policy-card" aria-label={say("parameters")}>
      <h2>{say("parameters")}</h2>
      <table className="policy-table policy-parameters">
        <thead>
          <tr>
            <th scope="col">{say("parameter")}</th>
            <th scope="col">{say("value")}</th>
            <th scope="col">{say("basis")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{say(PARAMETER_NAMES[row.id])}</th>
              <td>{word(row.value)}</td>
              <td>
                <BasisCell basis={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
