import {
  SERVICE_VERDICT_LABELS,
  type ServiceRecord,
  type ServiceVerdict,
} from "../../shared/policy/service-record.ts";
import { POSTING_KIND_LABELS, SETTING_LABELS } from "../../shared/records/posting.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { serviceMessages } from "./messages.ts";
import { employerOf } from "./service-view.ts";

const STATES = { counted: "good", deducted: "bad", uncounted: "plain" } as const satisfies Record<
  ServiceVerdict,
  TagState
>;

/** Every posting with whether it counts, how many days, and why not. */
export function PeriodTable({
  record: { periods, days, length },
}: {
  readonly record: ServiceRecord;
}) {
  const say = useMessages(serviceMessages);
  return (
    <div className="service-scroll">
      <table className="plain-table service-periods">
        <thead>
          <tr>
            <th scope="col">{say("period.from")}</th>
            <th scope="col">{say("period.to")}</th>
            <th scope="col">{say("period.employer")}</th>
            <th scope="col">{say("period.setting")}</th>
            <th scope="col">{say("period.kind")}</th>
            <th scope="col">{say("period.verdict")}</th>
            <th scope="col" className="service-number">
              {say("period.days")}
            </th>
            <th scope="col">{say("period.remark")}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => {
            const { posting, verdict, countedDays, remark } = period;
            return (
              <tr key={`${posting.from} ${posting.to} ${posting.kind} ${employerOf(period)}`}>
                <td className="service-date">{posting.record.from}</td>
                <td className="service-date">{posting.record.to ?? say("period.running")}</td>
                <td>{employerOf(period)}</td>
                <td className="service-short">{SETTING_LABELS[posting.setting]}</td>
                <td className="service-short">{POSTING_KIND_LABELS[posting.kind]}</td>
                <td>
                  <StatusTag state={STATES[verdict]} label={SERVICE_VERDICT_LABELS[verdict]} />
                </td>
                <td className="service-number">{countedDays}</td>
                <td>{remark}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={6} className="service-number">
              {say("period.total")}
            </th>
            <td className="service-number">{days}</td>
            <td className="service-short">{say("length", { ...length })}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
