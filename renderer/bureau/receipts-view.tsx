import { Button } from "antd";
import { Link } from "react-router";
import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { type Receipt, RECEIPT_STATUS_LABELS } from "../../shared/submission/receipt.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { RECEIPT_TAGS } from "./decision-tags.ts";
import { packageLink } from "./links.ts";
import { packageMessages } from "./package-messages.ts";

/** Every answer to the package, the latest first, and the unit's other revisions. */
export function ReceiptsView({ of }: { readonly of: DeskPackage }) {
  const say = useMessages(packageMessages);
  const { receipts, revisions, packageId } = of;
  const names = new Map(of.people.map(({ id, name }) => [id, name]));
  return (
    <div className="bureau-stack">
      {receipts.length === 0 ? <p>{say("receipts.none")}</p> : null}
      {receipts.toReversed().map((receipt) => (
        <OneReceipt key={receipt.serial} receipt={receipt} packageId={packageId} names={names} />
      ))}
      <Card title={say("receipts.revisions")}>
        <ul className="bureau-list">
          {revisions.map((one) => (
            <li key={one.packageId}>
              <Link to={packageLink(one.packageId)}>
                {say("receipts.revisionOf", {
                  revision: one.revision,
                  at: formatBeijing(one.receivedAt),
                })}
              </Link>{" "}
              <StatusTag
                state={RECEIPT_TAGS[one.status]}
                label={RECEIPT_STATUS_LABELS[one.status]}
              />{" "}
              {one.packageId === packageId ? say("receipts.current") : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

interface OneReceiptProps {
  readonly receipt: Receipt;
  readonly packageId: string;
  readonly names: ReadonlyMap<string, string>;
}

function OneReceipt({ receipt, packageId, names }: OneReceiptProps) {
  const say = useMessages(packageMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const { serial, status, issuedAt, remarks } = receipt;
  const saveAs = async () => {
    const answer = await bridge.call("desk.receipt", { packageId, serial });
    if (!answer.ok) notice.failed(answer.error.message);
    else if (answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
  };
  return (
    <Card title={say("receipts.of", { serial, at: formatBeijing(issuedAt) })}>
      <div className="bureau-bar">
        <StatusTag state={RECEIPT_TAGS[status]} label={RECEIPT_STATUS_LABELS[status]} />
        <Button
          className="no-print"
          size="small"
          aria-label={say("receipts.saveOne", { serial })}
          onClick={() => void saveAs()}
        >
          {say("receipts.save")}
        </Button>
      </div>
      {remarks.length === 0 ? (
        <p className="bureau-muted">{say("receipts.noRemarks")}</p>
      ) : (
        <ul className="bureau-list">
          {remarks.map(({ personId, code, text }) => (
            <li key={`${personId ?? ""} ${code} ${text}`}>
              {personId === null ? "" : `${names.get(personId) ?? personId}：`}
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
