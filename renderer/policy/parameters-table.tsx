import { useMemo } from "react";
import type { Pack, ParameterId } from "../../shared/policy/pack.ts";
import { useMessages } from "../i18n/messages.ts";
import { sayBytes } from "../widgets/safety.ts";
import { BasisCell } from "./basis-cell.tsx";
import { policyMessages } from "./messages.ts";
import { listParameters, type ParameterValue } from "./parameters.ts";

/** Each parameter is a message of its own, so that none of the pack can go without a name. */
const NAMES = {
  "training.totalHours": "p.training.totalHours",
  "training.publicHours": "p.training.publicHours",
  "training.professionalHours": "p.training.professionalHours",
  "training.firstYear": "p.training.firstYear",
  "training.windowYears": "p.training.windowYears",
  "township.years": "p.township.years",
  "line.lockoutYears": "p.line.lockoutYears",
  "appraisal.accepted": "p.appraisal.accepted",
  "appraisal.rejected": "p.appraisal.rejected",
  "sanction.barsEveryone": "p.sanction.barsEveryone",
  "sanction.barsManagers": "p.sanction.barsManagers",
  "conversion.years": "p.conversion.years",
  "service.rejectedAppraisals": "p.service.rejectedAppraisals",
  "directHire.years": "p.directHire.years",
  "directHire.education": "p.directHire.education",
  "directHire.title": "p.directHire.title",
  "exchange.serviceYears": "p.exchange.serviceYears",
  "exam.margin": "p.exam.margin",
  "catalogue.dueOn": "p.catalogue.dueOn",
  "publicity.workingDays": "p.publicity.workingDays",
  "review.criteria": "p.review.criteria",
  "review.pathways": "p.review.pathways",
  "review.leastReviewers": "p.review.leastReviewers",
  "review.trimFrom": "p.review.trimFrom",
  "review.pointsPerYear": "p.review.pointsPerYear",
  "materials.required": "p.materials.required",
  "attachments.maxBytes": "p.attachments.maxBytes",
  "attachments.types": "p.attachments.types",
  "posts.grades": "p.posts.grades",
} as const satisfies Record<ParameterId, string>;

const UNITS = {
  hours: "unit.hours",
  years: "unit.years",
  year: "unit.year",
  points: "unit.points",
  workingDays: "unit.workingDays",
  people: "unit.people",
} as const;

/** Every parameter of the pack: name, value, basis. */
export function ParametersTable({ pack }: { readonly pack: Pack }) {
  const say = useMessages(policyMessages);
  const rows = useMemo(() => listParameters(pack), [pack]);
  const word = (value: ParameterValue): string => {
    if (value.unit === "bytes") return sayBytes(value.bytes);
    if (value.unit === "text") return value.text;
    return say(UNITS[value.unit], { count: value.count });
  };
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
              <th scope="row">{say(NAMES[row.id])}</th>
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
