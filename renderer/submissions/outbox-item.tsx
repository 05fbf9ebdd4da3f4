import { Button, Progress } from "antd";
import { Link } from "react-router";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { sayBytes } from "../widgets/dropped-file.ts";
import { useNotice } from "../widgets/notice.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { actionsOf, lookOf, percentOf } from "./item-words.ts";
import { submissionsMessages } from "./messages.ts";
import { OutdatedNote } from "./outdated-note.tsx";
import { packageAddress } from "./package-address.ts";
import { useCover } from "./use-cover.ts";
import { useExport } from "./use-export.ts";

interface OutboxItemProps {
  readonly item: OutboxItem;
  readonly hasAddress: boolean;
  /** On its own page: nothing leads there. */
  readonly isOpened?: boolean;
  readonly onChange: () => Promise<void>;
}

/** One package: how far it is, what went wrong last, and what can be done. */
export function OutboxItemRow(props: OutboxItemProps) {
  const { item, hasAddress, isOpened = false, onChange } = props;
  const say = useMessages(submissionsMessages);
  const { tag, key } = lookOf(item);
  const percent = percentOf(item);
  const name = say("item.name", { year: item.year, revision: item.revision });
  return (
    <li className="submissions-item" aria-label={name}>
      <div className="submissions-item-head">
        <h3>{isOpened ? name : <Link to={packageAddress(item.packageId)}>{name}</Link>}</h3>
        <StatusTag state={tag} label={say(key)} />
      </div>
      <p className="submissions-muted">
        {say("item.facts", {
          people: item.people,
          attachments: item.attachments,
          size: sayBytes(item.size),
          at: formatBeijing(item.builtAt),
          bureau: item.bureauName,
        })}
      </p>
      {percent === null ? null : (
        <Progress
          percent={percent}
          status={item.step === "uploading" ? "active" : "normal"}
          aria-label={say("item.progress")}
        />
      )}
      {item.exportedAt === null ? null : (
        <p className="submissions-muted">
          {say("item.exported", { at: formatBeijing(item.exportedAt) })}
        </p>
      )}
      <OutdatedNote item={item} />
      <FaultLine item={item} />
      {isOpened ? null : <LatestReceipt item={item} />}
      <ItemButtons item={item} hasAddress={hasAddress} onChange={onChange} />
    </li>
  );
}

function FaultLine({ item: { fault, nextTryAt, step } }: Pick<OutboxItemProps, "item">) {
  const say = useMessages(submissionsMessages);
  if (fault === null) return null;
  return (
    <div className="submissions-fault" role="status">
      <p>
        <span aria-hidden="true">! </span>
        {fault.message}
      </p>
      {nextTryAt === null || step !== "waiting" ? null : (
        <p className="submissions-muted">{say("item.nextTry", { at: formatBeijing(nextTryAt) })}</p>
      )}
    </div>
  );
}

function LatestReceipt({ item: { receipts, packageId } }: Pick<OutboxItemProps, "item">) {
  const say = useMessages(submissionsMessages);
  const latest = receipts.at(-1);
  if (latest === undefined) return null;
  const count = latest.remarks.length;
  return (
    <p>
      {say("item.receipt", { at: formatBeijing(latest.issuedAt) })}{" "}
      <Link to={packageAddress(packageId)}>
        {count === 0 ? say("item.receipts") : say("item.remarks", { count })}
      </Link>
    </p>
  );
}

function ItemButtons({ item, hasAddress, onChange }: OutboxItemProps) {
  const say = useMessages(submissionsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const exportPackage = useExport();
  const printCover = useCover();
  const { canSend, canRetry, canPause, canExport } = actionsOf(item, hasAddress);
  const { packageId } = item;
  const ask = async (method: "outbox.send" | "outbox.pause") => {
    const answer = await bridge.call(method, { packageId });
    if (!answer.ok) notice.failed(answer.error.message);
    await onChange();
  };
  return (
    <div className="submissions-actions no-print">
      {canSend ? (
        <Button type="primary" onClick={() => void ask("outbox.send")}>
          {item.step === "paused" ? say("item.resume") : say("item.send")}
        </Button>
      ) : null}
      {canRetry ? (
        <Button onClick={() => void ask("outbox.send")}>{say("item.retry")}</Button>
      ) : null}
      {canPause ? (
        <Button onClick={() => void ask("outbox.pause")}>{say("item.pause")}</Button>
      ) : null}
      {canExport ? (
        <Button onClick={() => void exportPackage(item).then(onChange)}>
          {hasAddress ? say("item.exportInstead") : say("item.export")}
        </Button>
      ) : null}
      <Button onClick={() => void printCover(packageId, "page")}>{say("item.cover")}</Button>
      <Button onClick={() => void printCover(packageId, "workbook")}>
        {say("item.coverWorkbook")}
      </Button>
    </div>
  );
}
