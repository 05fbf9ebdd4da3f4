import { Link } from "react-router";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import type { Records } from "../store/types.ts";
import { useRoundScene } from "../widgets/round-scene.ts";
import { currentRound } from "../widgets/rounds.ts";
import { wasReceived } from "./item-words.ts";
import { submissionsMessages } from "./messages.ts";
import { useIsOutdated } from "./use-outdated.ts";

/** Says at a package that the records have become others since it was built, as long as nobody has it. */
export function OutdatedNote({ item }: { readonly item: OutboxItem }) {
  const records = useRecords();
  const unit = records?.unit ?? null;
  const round = records === null ? null : currentRound(records);
  const isOpen = !item.isReplaced && !wasReceived(item) && round?.year === item.year;
  if (!isOpen || records === null || unit === null) return null;
  return <Note item={item} records={records} unit={unit} round={round} />;
}

interface NoteProps {
  readonly item: OutboxItem;
  readonly records: Records;
  readonly unit: Unit;
  readonly round: Round;
}

function Note({ item, records, unit, round }: NoteProps) {
  const say = useMessages(submissionsMessages);
  const { context, answers, pending } = useRoundScene(records, unit, round);
  const isWorking = answers === null || pending > 0;
  if (!useIsOutdated({ unit, records, context }, item, isWorking)) return null;
  return (
    <p className="submissions-warning" role="status">
      <span aria-hidden="true">! </span>
      {say("item.outdated")} <Link to="/submissions">{say("item.rebuild")}</Link>
    </p>
  );
}
