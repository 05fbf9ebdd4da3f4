import { Button } from "antd";
import { useCallback, useEffect, useState } from "react";
import { type Catalogue, findInCatalogue } from "../../shared/bureau/catalogue.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useCommit } from "../widgets/commit.ts";
import { DropZone } from "../widgets/drop-zone.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { useNotice } from "../widgets/notice.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { settingsMessages } from "./messages.ts";

const MOST_BYTES = 8 * 1024 * 1024;

/** 基层单位目录清单 as the bureau published it, and whether this unit stands in it. */
export function CatalogueSection({ unit }: { readonly unit: Unit }) {
  const say = useMessages(settingsMessages);
  const { catalogue, fault, reload, take } = useCatalogue();
  return (
    <Card title={say("catalogue.title")} id="catalogue" help={say("catalogue.help")}>
      {fault === null ? null : (
        <Failure title={say("catalogue.unread")} message={fault} onRetry={() => void reload()} />
      )}
      {catalogue === undefined && fault === null ? <Loading /> : null}
      {catalogue === null ? <p>{say("catalogue.none")}</p> : null}
      {catalogue === null || catalogue === undefined ? null : (
        <Version catalogue={catalogue} unit={unit} />
      )}
      <DropZone
        accept=".jcc"
        maxBytes={MOST_BYTES}
        label={say("catalogue.drop")}
        hint={say("catalogue.dropHint")}
        onFiles={([file]) => {
          if (file !== undefined) void take(file);
        }}
      />
    </Card>
  );
}

/** The catalogue that was taken; undefined while it is read. */
function useCatalogue() {
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(settingsMessages);
  const [catalogue, setCatalogue] = useState<Catalogue | null | undefined>();
  const [fault, setFault] = useState<string | null>(null);
  const reload = useCallback(async () => {
    const answer = await bridge.call("catalogue.state", {});
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setCatalogue(answer.output.taken);
  }, [bridge]);
  useEffect(() => {
    void reload();
  }, [reload]);
  const take = async (file: File) => {
    const answer = await bridge.call(
      "catalogue.take",
      {},
      new Uint8Array(await file.arrayBuffer()),
    );
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    const { year, units } = answer.output.catalogue;
    notice.done(say("catalogue.taken", { year, count: units.length }));
    await reload();
  };
  return { catalogue, fault, reload, take };
}

interface VersionProps {
  readonly catalogue: Catalogue;
  readonly unit: Unit;
}

function Version({ catalogue, unit }: VersionProps) {
  const say = useMessages(settingsMessages);
  const commit = useCommit();
  const { bureau, year, units, issuedAt } = catalogue;
  const isListed = findInCatalogue(units, unit) !== null;
  const adopt = () =>
    commit({
      label: labelEdit(isListed ? "history.catalogueIn" : "history.catalogueOut", { year }),
      unit: { ...unit, inCatalogue: isListed },
    });
  return (
    <>
      <p>
        {say("catalogue.version", {
          name: bureau.name,
          year,
          count: units.length,
          at: formatBeijing(issuedAt),
        })}
      </p>
      <p>{isListed ? say("catalogue.isIn") : say("catalogue.isOut")}</p>
      {unit.inCatalogue === isListed ? (
        <p>{say("catalogue.agrees")}</p>
      ) : (
        <div role="group" aria-label={say("catalogue.differs")}>
          <p>{say("catalogue.differs")}</p>
          <Button type="primary" onClick={() => void adopt()}>
            {isListed ? say("catalogue.setIn") : say("catalogue.setOut")}
          </Button>
        </div>
      )}
    </>
  );
}
