import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { headerStatusOf } from "./header-status.ts";
import { submissionsMessages } from "./messages.ts";
import { ReceiptFollower } from "./receipt-follower.tsx";
import { useOutbox } from "./use-outbox.ts";
import { useSeenReceipts } from "./use-seen-receipts.ts";

/** In the head of the window: what waits to be sent, what is stuck, whether a receipt has come. */
export function SubmissionStatus() {
  const say = useMessages(submissionsMessages);
  const { listing } = useOutbox();
  const [seen] = useSeenReceipts();
  const status = listing === null ? null : headerStatusOf(listing.items, seen);
  return (
    <>
      <ReceiptFollower listing={listing} />
      <span role="status">
        {status === null ? null : (
          <Link className="header-fact" to="/submissions">
            {say(status.key, status.params)}
          </Link>
        )}
      </span>
    </>
  );
}
