import { Link, useSearchParams } from "react-router";
import type { OutboxItem, ReceiptFacts } from "../../shared/bridge/outbox-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { RECEIPT_STATUS_LABELS } from "../../shared/submission/receipt.ts";
import { digestGroups } from "../../shared/submission/cover-sheet.ts";
import { findReturnReason } from "../../shared/submission/return-reasons.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Records } from "../store/types.ts";
import { Card } from "../widgets/card.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { lookOf } from "./item-words.ts";
import { submissionsMessages } from "./messages.ts";
import { OutboxItemRow } from "./outbox-item.tsx";
import { remarkLink } from "./remark-links.ts";
import { ResultsPanel } from "./results-panel.tsx";
import { useOutbox } from "./use-outbox.ts";
import { useMarkSeen } from "./use-seen-receipts.ts";

/** One package with everything that the bureau has answered. */
export function PackageView({ records }: { readonly records: Records }) {
  const say = useMessages(submissionsMessages);
  const [params] = useSearchParams();
  const { listing, fault, refresh } = useOutbox();
  useMarkSeen(listing?.items ?? null);
  const back = { to: "/submissions", label: say("title") };
  if (fault !== null || listing === null) {
    return (
      <Page title={say("title")} back={back}>
        {fault === null ? (
          <Loading />
        ) : (
          <Failure title={say("list.unread")} message={fault} onRetry={() => void refresh()} />
        )}
      </Page>
    );
  }
  const item = listing.items.find(({ packageId }) => packageId === params.get("id"));
  if (item === undefined) {
    return (
      <Page title={say("title")} back={back}>
        <Empty title={say("package.unknown")} hint={say("package.unknownHint")} />
      </Page>
    );
  }
  const { key, tag } = lookOf(item);
  return (
    <Page
      title={say("item.name", { year: item.year, revision: item.revision })}
      help={say("package.help")}
      subtitle={<StatusTag state={tag} label={say(key)} />}
      back={back}
    >
      <div className="submissions-stack">
        <ul className="submissions-items" aria-label={say("list.title")}>
          <OutboxItemRow item={item} hasAddress={listing.hasAddress} isOpened onChange={refresh} />
        </ul>
        <ResultsPanel item={item} records={records} />
        <Receipts item={item} records={records} />
        <Card title={say("package.digest")} help={say("package.digestHelp")}>
          <code className="submissions-fingerprint">{digestGroups(item.tagmanifest)}</code>
        </Card>
      </div>
    </Page>
  );
}

interface ReceiptsProps {
  readonly item: OutboxItem;
  readonly records: Records;
}

function Receipts({ item, records }: ReceiptsProps) {
  const say = useMessages(submissionsMessages);
  return (
    <Card title={say("receipts.title")} help={say("receipts.help")} id="receipts">
      {item.receipts.length === 0 ? (
        <Empty title={say("receipts.none")} hint={say("receipts.noneHint")} />
      ) : (
        item.receipts
          .toReversed()
          .map((receipt) => (
            <OneReceipt key={receipt.serial} receipt={receipt} year={item.year} records={records} />
          ))
      )}
    </Card>
  );
}

const TAGS = { received: "good", accepted: "good", returned: "bad", refused: "bad" } as const;

interface OneReceiptProps {
  readonly receipt: ReceiptFacts;
  readonly year: number;
  readonly records: Records;
}

function OneReceipt({ receipt, year, records }: OneReceiptProps) {
  const say = useMessages(submissionsMessages);
  const { status, issuedAt, readAt, remarks } = receipt;
  const candidacies = [...records.candidacies.values()].filter(
    ({ roundId }) => records.rounds.get(roundId)?.year === year,
  );
  const nameOf = (personId: string | null) =>
    personId === null ? say("remark.all") : (records.people.get(personId)?.name ?? personId);
  return (
    <section className="submissions-receipt">
      <h3>
        <StatusTag state={TAGS[status]} label={RECEIPT_STATUS_LABELS[status]} />
        <span className="submissions-muted">
          {say("receipts.times", { issued: formatBeijing(issuedAt), read: formatBeijing(readAt) })}
        </span>
      </h3>
      {remarks.length === 0 ? (
        <p className="submissions-muted">{say("receipts.noRemarks")}</p>
      ) : (
        <table className="submissions-table">
          <thead>
            <tr>
              <th scope="col">{say("remark.who")}</th>
              <th scope="col">{say("remark.text")}</th>
              <th scope="col">{say("remark.where")}</th>
            </tr>
          </thead>
          <tbody>
            {remarks.map((remark) => {
              const link = remarkLink(remark, { year, candidacies });
              return (
                <tr key={`${remark.personId} ${remark.code} ${remark.text}`}>
                  <th scope="row">{nameOf(remark.personId)}</th>
                  <td>{remark.text}</td>
                  <td>
                    {link === null ? (
                      "—"
                    ) : (
                      <Link to={link}>
                        {findReturnReason(remark.code) === undefined
                          ? say("remark.look")
                          : say("remark.open")}
                      </Link>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
