import { Button } from "antd";
import { useMemo, useState } from "react";
import type { CatalogueDraft, CatalogueUnit } from "../../shared/bureau/catalogue.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { Empty } from "../widgets/states.tsx";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { ListIntake } from "./list-intake.tsx";
import { catalogueMessages } from "./messages.ts";
import { UnitDialog } from "./unit-dialog.tsx";
import type { CatalogueDesk } from "./use-catalogue.ts";
import { putUnit, removeUnit } from "./versions.ts";

interface UnitsCardProps {
  readonly desk: CatalogueDesk;
  readonly draft: CatalogueDraft;
}

/** The units of a version: added one by one or from a workbook, changed, taken out. */
export function UnitsCard({ desk, draft }: UnitsCardProps) {
  const say = useMessages(catalogueMessages);
  const confirm = useConfirm();
  const [edited, setEdited] = useState<{ unit: CatalogueUnit; isNew: boolean } | null>(null);
  const columns = useColumns({
    onChange: (unit) => setEdited({ unit, isNew: false }),
    onRemove: async (unit) => {
      const isSure = await confirm({
        title: say("remove.title"),
        text: say("remove.text", { name: unit.name }),
        okLabel: say("remove"),
        isDanger: true,
      });
      if (isSure) await desk.keep(removeUnit(draft, unit.id), draft);
    },
  });
  const { units } = draft;
  return (
    <Card title={say("units", { count: units.length })}>
      <div className="catalogue-units">
        <div className="catalogue-actions">
          <Button onClick={() => setEdited({ unit: blankUnit(), isNew: true })}>
            {say("unit.add")}
          </Button>
          <Button disabled={desk.undoable === null} onClick={() => void desk.undo()}>
            {say("undo")}
          </Button>
        </div>
        {units.length === 0 ? (
          <Empty title={say("units.none")} hint={say("units.noneHint")} />
        ) : (
          <VirtualTable
            rows={units}
            columns={columns}
            rowKey={({ id }) => id}
            height={Math.min(420, 48 + units.length * 36)}
            label={say("title")}
            onOpen={(unit) => setEdited({ unit, isNew: false })}
          />
        )}
        <ListIntake desk={desk} draft={draft} />
      </div>
      {edited === null ? null : (
        <UnitDialog
          key={edited.unit.id}
          unit={edited.unit}
          isNew={edited.isNew}
          onSave={(unit) => desk.keep(putUnit(draft, unit), draft)}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}

interface RowActions {
  readonly onChange: (unit: CatalogueUnit) => void;
  readonly onRemove: (unit: CatalogueUnit) => Promise<void>;
}

function useColumns({ onChange, onRemove }: RowActions): readonly TableColumn<CatalogueUnit>[] {
  const say = useMessages(catalogueMessages);
  return useMemo(
    () => [
      {
        id: "name",
        title: say("column.name"),
        width: 165,
        render: ({ name }) => name,
        sortKey: ({ name }) => name,
      },
      {
        id: "township",
        title: say("column.township"),
        width: 95,
        render: ({ township }) => township,
        sortKey: ({ township }) => township,
      },
      { id: "address", title: say("column.address"), width: 130, render: ({ address }) => address },
      {
        id: "allowance",
        title: say("column.allowance"),
        width: 130,
        render: ({ townshipAllowance }) =>
          townshipAllowance === null
            ? say("allowance.unknown")
            : townshipAllowance
              ? say("allowance.yes")
              : say("allowance.no"),
      },
      {
        id: "code",
        title: say("column.code"),
        width: 165,
        render: ({ creditCode }) => creditCode ?? say("none"),
      },
      {
        id: "actions",
        title: say("column.actions"),
        width: 120,
        render: (unit) => (
          <>
            <Button
              size="small"
              className="catalogue-row-action"
              type="link"
              onClick={() => onChange(unit)}
            >
              {say("change")}
            </Button>
            <Button
              size="small"
              className="catalogue-row-action"
              type="link"
              danger
              onClick={() => void onRemove(unit)}
            >
              {say("remove")}
            </Button>
          </>
        ),
      },
    ],
    [say, onChange, onRemove],
  );
}

function blankUnit(): CatalogueUnit {
  return {
    id: `c-${crypto.randomUUID()}`,
    name: "",
    creditCode: null,
    address: "",
    township: "",
    townshipAllowance: null,
    posts: null,
    note: "",
  };
}
