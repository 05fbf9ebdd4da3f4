import { Button } from "antd";
import type { ShelvedPack } from "../../shared/bridge/statements-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { useMessages } from "../i18n/messages.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { policyMessages } from "./messages.ts";
import { OfferedPackCard } from "./offered-pack-card.tsx";
import { usePackShelf } from "./use-pack-shelf.ts";

const MOST_BYTES = 8 * 1024 * 1024;

/** 政策包清单: those that ship and those that the bureau signed; another one comes from a file or over the link. */
export function ShelfCard({ inForce }: { readonly inForce: Pack }) {
  const say = useMessages(policyMessages);
  const { packs, fault, offered, isBusy, read, take, drop, reload } = usePackShelf();
  return (
    <section className="policy-card" aria-label={say("shelf.title")}>
      <h2>{say("shelf.title")}</h2>
      {fault === null ? null : (
        <Failure title={say("shelf.unread")} message={fault} onRetry={() => void reload()} />
      )}
      {packs === null && fault === null ? <Loading /> : null}
      {packs === null ? null : (
        <ul className="policy-shelf">
          {packs.map((one) => (
            <ShelfLine key={one.pack.id} shelved={one} isInForce={one.pack.id === inForce.id} />
          ))}
        </ul>
      )}
      {offered === null ? (
        <DropZone
          accept=".jcy"
          maxBytes={MOST_BYTES}
          label={say("shelf.drop")}
          hint={say("shelf.dropHint")}
          onFiles={([file]) => {
            if (file !== undefined) void read(file);
          }}
        />
      ) : (
        <OfferedPackCard offered={offered} inForce={inForce}>
          {offered.canBeTaken ? (
            <Button type="primary" loading={isBusy} onClick={() => void take()}>
              {say("shelf.take")}
            </Button>
          ) : null}
          <Button onClick={drop}>{say("shelf.leave")}</Button>
        </OfferedPackCard>
      )}
    </section>
  );
}

interface ShelfLineProps {
  readonly shelved: ShelvedPack;
  readonly isInForce: boolean;
}

function ShelfLine({ shelved, isInForce }: ShelfLineProps) {
  const say = useMessages(policyMessages);
  const { pack, origin, bureauName, issuedAt } = shelved;
  const { title, effectiveFrom: from, effectiveTo: to } = pack;
  return (
    <li>
      <strong>{title}</strong>
      {isInForce ? <StatusTag state="good" label={say("shelf.inForce")} /> : null}
      <div className="policy-shelf-facts">
        {to === null ? say("effectiveFrom", { from }) : say("effectiveBetween", { from, to })}
        {"　"}
        {origin === "shipped"
          ? say("shelf.shipped")
          : say("shelf.signed", {
              name: bureauName ?? "",
              at: issuedAt === null ? "" : formatBeijing(issuedAt),
            })}
      </div>
    </li>
  );
}
