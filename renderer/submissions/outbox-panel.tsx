import { Button } from "antd";
import { Link } from "react-router";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Card } from "../widgets/card.tsx";
import { currentRound } from "../widgets/rounds.ts";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { BuildCard } from "./build-card.tsx";
import { submissionsMessages } from "./messages.ts";
import { OutboxItemRow } from "./outbox-item.tsx";
import { ReceiptReader } from "./receipt-reader.tsx";
import { type Listing, useOutbox } from "./use-outbox.ts";
import { useMarkSeen } from "./use-seen-receipts.ts";

/** What can be built, what was built and how far it is, and where receipts from a stick come in. */
export function OutboxPanel({ unit }: { readonly unit: Unit }) {
  const say = useMessages(submissionsMessages);
  const bridge = useBridge();
  const records = useRecords();
  const { listing, fault, refresh } = useOutbox();
  useMarkSeen(listing?.items ?? null);
  if (fault !== null) {
    return <Failure title={say("list.unread")} message={fault} onRetry={() => void refresh()} />;
  }
  if (listing === null || records === null) return <Loading />;
  const { items, hasAddress, lastContactAt } = listing;
  const ask = async () => {
    await bridge.call("outbox.refresh", {});
    await refresh();
  };
  return (
    <div className="submissions-stack">
      <ClockWarning clock={listing.clock} />
      <BuildCard
        unit={unit}
        records={records}
        round={currentRound(records)}
        items={items}
        onBuilt={refresh}
      />
      <Card title={say("list.title")} help={say("list.help")} id="packages">
        <div className="submissions-bar">
          <span role="status">
            {lastContactAt === null
              ? say(hasAddress ? "contact.none" : "contact.noAddress")
              : say("contact.last", { at: formatBeijing(lastContactAt) })}
          </span>
          {hasAddress ? (
            <Button onClick={() => void ask()}>{say("contact.ask")}</Button>
          ) : (
            <Link to="/submissions/bureau">{say("view.bureau")}</Link>
          )}
        </div>
        {items.length === 0 ? (
          <Empty title={say("list.empty")} hint={say("list.emptyHint")} />
        ) : (
          <ul className="submissions-items" aria-label={say("list.title")}>
            {items.map((item) => (
              <OutboxItemRow
                key={item.packageId}
                item={item}
                hasAddress={hasAddress}
                onChange={refresh}
              />
            ))}
          </ul>
        )}
      </Card>
      <ReceiptReader onTaken={refresh} />
    </div>
  );
}

const MINUTE = 60;
const DAY = 86_400;

/** Promise 13: a wrong clock is said, and nothing depends on it. */
function ClockWarning({ clock }: Pick<Listing, "clock">) {
  const say = useMessages(submissionsMessages);
  if (clock === null) return null;
  const seconds = Math.abs(clock.aheadSeconds);
  const off =
    seconds < DAY
      ? say("clock.minutes", { count: Math.round(seconds / MINUTE) })
      : say("clock.days", { count: Math.round(seconds / DAY) });
  const bureauTime = formatBeijing(clock.bureauTime);
  return (
    <div className="submissions-warning" role="alert">
      <p>
        <span aria-hidden="true">⚠ </span>
        {clock.aheadSeconds > 0
          ? say("clock.ahead", { off, bureauTime })
          : say("clock.behind", { off, bureauTime })}
      </p>
    </div>
  );
}
