import { Button, Input } from "antd";
import { useState } from "react";
import type { EnrolledKeyFacts } from "../../shared/bridge/registry-methods.ts";
import { isTrialUnit } from "../../shared/demo/trial-county.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Empty } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { RevokeUnitDialog } from "./revoke-unit-dialog.tsx";
import { findKeys } from "./search-units.ts";
import { unitsMessages } from "./units-messages.ts";

interface RegisterCardProps {
  readonly keys: readonly EnrolledKeyFacts[];
  readonly onChange: () => Promise<void>;
}

/** Every key that was enrolled, and the way to stop one. */
export function RegisterCard({ keys, onChange }: RegisterCardProps) {
  const say = useMessages(unitsMessages);
  const [query, setQuery] = useState("");
  const [stopping, setStopping] = useState<EnrolledKeyFacts | null>(null);
  const found = findKeys(keys, query);
  const inForce = keys.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <Card title={say("list.title")} help={say("list.help")} id="units">
      {keys.length === 0 ? (
        <Empty title={say("list.empty")} hint={say("list.emptyHint")} />
      ) : (
        <>
          <div className="bureau-bar">
            <Input
              className="bureau-search no-print"
              aria-label={say("list.search")}
              placeholder={say("list.search")}
              allowClear
              value={query}
              onChange={({ target }) => setQuery(target.value)}
            />
            <span role="status">
              {found.length === 0
                ? say("list.none", { query })
                : say("list.count", { count: inForce })}
            </span>
          </div>
          <div className="bureau-scroll">
            <table className="plain-table bureau-table">
              <caption className="visually-hidden">
                {say("list.caption", { count: keys.length })}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{say("list.name")}</th>
                  <th scope="col">{say("list.code")}</th>
                  <th scope="col">{say("fingerprint")}</th>
                  <th scope="col">{say("list.since")}</th>
                  <th scope="col">{say("list.state")}</th>
                  <th scope="col" className="no-print">
                    {say("list.actions")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <KeyRow key={one.fingerprint} one={one} onStop={() => setStopping(one)} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {stopping === null ? null : (
        <RevokeUnitDialog
          unit={stopping.unit}
          onClose={() => setStopping(null)}
          onRevoked={onChange}
        />
      )}
    </Card>
  );
}

interface KeyRowProps {
  readonly one: EnrolledKeyFacts;
  readonly onStop: () => void;
}

function KeyRow({ one, onStop }: KeyRowProps) {
  const say = useMessages(unitsMessages);
  const { unit, fingerprint, enrolledAt, revokedAt } = one;
  return (
    <tr>
      <th scope="row">
        {unit.name}{" "}
        {isTrialUnit(unit.id) ? <StatusTag state="warn" label={say("trialMark")} /> : null}
      </th>
      <td>{unit.creditCode ?? "—"}</td>
      <td>
        <Fingerprint value={fingerprint} />
      </td>
      <td>{formatBeijing(enrolledAt)}</td>
      <td>
        {revokedAt === null ? (
          <StatusTag state="good" label={say("list.inForce")} />
        ) : (
          <StatusTag state="bad" label={say("list.revoked", { at: formatBeijing(revokedAt) })} />
        )}
      </td>
      <td className="no-print">
        {revokedAt === null ? (
          <Button
            size="small"
            danger
            aria-label={say("revoke.openOne", { name: unit.name })}
            onClick={onStop}
          >
            {say("revoke.open")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
