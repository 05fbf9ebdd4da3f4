import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { useToday } from "../widgets/today.ts";
import { filterMatrix, type MatrixRow } from "./matrix.ts";
import { trainingMessages } from "./messages.ts";
import { NamePaster } from "./name-paster.tsx";
import type { TrainingScene } from "./training-scene.ts";
import { STATE_KEYS, STATE_SIGNS } from "./hours-cell.tsx";
import { yearHours } from "./year-hours.ts";

interface ParticipantsPickerProps {
  readonly scene: TrainingScene;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly year: number;
}

/** Who took part: by search and tick, or by pasted names. */
export function ParticipantsPicker({ scene, chosen, onChange, year }: ParticipantsPickerProps) {
  const { rows, roster, asked } = scene;
  const say = useMessages(trainingMessages);
  const today = useToday();
  const [text, setText] = useState("");
  const initials = useMemo(() => new Map(roster.map((row) => [row.id, row.initials])), [roster]);
  const shown = useMemo(
    () =>
      filterMatrix(
        rows,
        { text, shortIn: null, series: null, ids: null },
        (id) => initials.get(id) ?? "",
      ),
    [rows, text, initials],
  );
  const columns = useMemo(
    (): readonly TableColumn<MatrixRow>[] => [
      {
        id: "name",
        title: say("matrix.name"),
        width: 84,
        render: ({ person }) => person.name,
        sortKey: ({ nameRank }) => nameRank,
      },
      {
        id: "birth",
        title: say("matrix.birth"),
        width: 104,
        render: ({ person }) => person.birthDate,
        sortKey: ({ person }) => person.birthDate,
      },
      {
        id: "current",
        title: say("course.current"),
        width: 200,
        render: ({ person }) => {
          const { state, total, missing } = yearHours(person, year, asked, today);
          const how =
            missing === 0 ? say(STATE_KEYS[state]) : say("cell.missingHours", { missing });
          return `${STATE_SIGNS[state]} ${say("course.hoursOf", { done: total.done, how })}`;
        },
        sortKey: ({ person }) => yearHours(person, year, asked, today).missing,
      },
    ],
    [say, year, asked, today],
  );
  const add = (ids: readonly string[]) => onChange(new Set([...chosen, ...ids]));
  return (
    <section className="training-panel participants">
      <div className="training-heading-row">
        <h2 className="training-heading">{say("course.step2")}</h2>
        <strong role="status">{say("course.chosen", { count: chosen.size })}</strong>
      </div>
      <div className="training-filters">
        <Input
          aria-label={say("course.search")}
          className="training-search"
          placeholder={say("course.searchHint")}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => event.preventDefault()}
        />
        <Button onClick={() => add(shown.map(({ person }) => person.id))}>
          {say("course.chooseShown", { count: shown.length })}
        </Button>
        <Button disabled={chosen.size === 0} onClick={() => onChange(new Set())}>
          {say("course.clear")}
        </Button>
      </div>
      <VirtualTable
        rows={shown}
        columns={columns}
        rowKey={({ person }) => person.id}
        selection={{ selected: chosen, onChange, keepsHidden: true }}
        sort={{ columnId: "name", direction: "ascending" }}
        height={300}
        label={say("course.listLabel")}
        emptyText={say("matrix.none")}
      />
      <NamePaster people={scene.people} onFound={add} />
    </section>
  );
}
