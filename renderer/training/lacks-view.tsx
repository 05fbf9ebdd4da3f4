import { Button } from "antd";
import { useMemo } from "react";
import { Link } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import { trainingSummary } from "../../shared/workbook/lists/training-summary.ts";
import { useMessages } from "../i18n/messages.ts";
import { safeFileName } from "../widgets/file-name.ts";
import { usePack } from "../widgets/pack.ts";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { useToday } from "../widgets/today.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { lackList } from "./lack-list.ts";
import { type Lack, lacksOf, type MatrixRow } from "./matrix.ts";
import { trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-scene.ts";
import type { HoursPart } from "./year-hours.ts";

interface LacksViewProps {
  readonly scene: TrainingScene;
  readonly shown: readonly MatrixRow[];
}

/** Who is short of hours and by how much, as a list to look at and to take away. */
export function LacksView({ scene, shown }: LacksViewProps) {
  const { query, asked } = scene;
  const say = useMessages(trainingMessages);
  const lacks = useMemo(() => lacksOf(shown, query.shortIn), [shown, query.shortIn]);
  const people = new Set(lacks.map(({ person }) => person.id)).size;
  const hours = lacks.reduce((sum, lack) => sum + lack.hours.missing, 0);
  return (
    <>
      <div className="training-heading-row">
        <span>{say("lacks.count", { people, count: lacks.length, hours })}</span>
        <LackExports scene={scene} shown={shown} lacks={lacks} />
      </div>
      <VirtualTable
        rows={lacks}
        columns={useLackColumns()}
        rowKey={({ person, hours: { year } }) => `${person.id} ${year}`}
        stickyColumns={1}
        label={say("lacks.label")}
        emptyText={asked.total === 0 ? say("matrix.none") : say("lacks.nobody")}
      />
    </>
  );
}

function useLackColumns(): readonly TableColumn<Lack>[] {
  const say = useMessages(trainingMessages);
  return useMemo(() => {
    const part = (
      id: string,
      title: string,
      partOf: (lack: Lack) => HoursPart,
    ): TableColumn<Lack> => ({
      id,
      title,
      width: 130,
      render: (lack) => {
        const { done, missing } = partOf(lack);
        return missing === 0 ? `✓ ${done}` : `✕ ${say("lacks.short", { done, missing })}`;
      },
      sortKey: (lack) => partOf(lack).missing,
    });
    return [
      {
        id: "name",
        title: say("matrix.name"),
        width: 120,
        render: ({ person }) => <Link to={`/people/${person.id}/training`}>{person.name}</Link>,
        sortKey: ({ person }) => person.name,
      },
      {
        id: "year",
        title: say("progress.year"),
        width: 80,
        align: "right",
        render: ({ hours }) => hours.year,
        sortKey: ({ hours }) => hours.year,
      },
      {
        id: "missing",
        title: say("lacks.missing"),
        width: 100,
        align: "right",
        render: ({ hours }) => <strong>{hours.missing}</strong>,
        sortKey: ({ hours }) => hours.missing,
      },
      part("total", say("lacks.total"), ({ hours }) => hours.total),
      part("public", say("lacks.public"), ({ hours }) => hours.public),
      part("professional", say("lacks.professional"), ({ hours }) => hours.professional),
    ];
  }, [say]);
}

interface LackExportsProps extends LacksViewProps {
  readonly lacks: readonly Lack[];
}

function LackExports({ scene, shown, lacks }: LackExportsProps) {
  const { records, asked, years, people } = scene;
  const say = useMessages(trainingMessages);
  const pack = usePack();
  const on = formatDay(useToday());
  const save = useSaveWorkbook();
  const { unit } = records;
  if (unit === null) return null;
  const saveLacks = async () => {
    const list = lackList(lacks, asked, { unitName: unit.name, on });
    await save(safeFileName(`${list.name}-${on}`, ".xlsx"), listPlan(list));
  };
  const saveSummary = async () => {
    const ids = new Set(shown.map(({ person }) => person.id));
    const last = years.at(-1) ?? 0;
    const list = trainingSummary(
      {
        unitFile: { format: UNIT_FILE_FORMAT, unit, people: [...people] },
        cycle: cycleOf(last),
        pack,
      },
      ({ id }) => ids.has(id),
      { first: Math.max(asked.firstYear, years[0] ?? last), last },
    );
    await save(safeFileName(`${list.name}-${on}`, ".xlsx"), listPlan(list));
  };
  return (
    <span className="training-inline">
      <Button disabled={lacks.length === 0} onClick={() => void saveLacks()}>
        {say("lacks.export")}
      </Button>
      <Button onClick={() => void saveSummary()}>{say("lacks.summary")}</Button>
    </span>
  );
}
