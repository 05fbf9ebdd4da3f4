import { Button, Segmented } from "antd";
import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { Records, StoreState } from "../store/types.ts";
import { usePack } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { CourseView } from "./course-view.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { LacksView } from "./lacks-view.tsx";
import { ListView } from "./list-view.tsx";
import { filterMatrix, matrixRows } from "./matrix.ts";
import { MatrixView } from "./matrix-view.tsx";
import { trainingMessages } from "./messages.ts";
import { ProgressView } from "./progress-view.tsx";
import {
  readTrainingQuery,
  type TrainingQuery,
  type TrainingView,
  writeTrainingQuery,
} from "./training-query.ts";
import { hoursAsked, lastYears } from "./year-hours.ts";
import "./training.css";
import type { TrainingScene } from "./training-scene.ts";

const YEARS_SHOWN = 7;

const selectRows = ({ rows }: StoreState) => rows;

/** 继续教育: hours of everybody by year, one course for many, a platform's list, who is short. */
export function TrainingPage() {
  const say = useMessages(trainingMessages);
  const records = useRecords();
  if (records === null) {
    return (
      <Page title={say("title")}>
        <Loading />
      </Page>
    );
  }
  if (records.people.size === 0) {
    return (
      <Page title={say("title")}>
        <Empty
          title={say("empty.title")}
          hint={say("empty.hint")}
          action={<Link to="/import">{say("empty.import")}</Link>}
        />
      </Page>
    );
  }
  return <LoadedPage records={records} />;
}

function LoadedPage({ records }: { readonly records: Records }) {
  const roster = useStoreState(selectRows);
  const pack = usePack();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readTrainingQuery(params), [params]);
  const scene = useMemo(() => {
    const years = lastYears(today, YEARS_SHOWN);
    const asked = hoursAsked(pack);
    return {
      records,
      roster,
      people: [...records.people.values()],
      years,
      asked,
      rows: matrixRows(roster, records.people, { years, asked, today }),
    };
  }, [records, roster, pack, today]);
  const go = (change: Partial<TrainingQuery>) => {
    // What is typed into the search is not a step to go back over.
    setParams(writeTrainingQuery(query, change), { replace: change.view === undefined });
  };
  const whole = { ...scene, query, go };
  if (query.view === "course") return <CourseView scene={whole} />;
  if (query.view === "list") return <ListView scene={whole} />;
  return <Overview scene={whole} />;
}

function Overview({ scene }: { readonly scene: TrainingScene }) {
  const { rows, roster, query, go, asked } = scene;
  const say = useMessages(trainingMessages);
  const initials = useMemo(() => new Map(roster.map((row) => [row.id, row.initials])), [roster]);
  const shown = useMemo(
    () => filterMatrix(rows, query, (id) => initials.get(id) ?? ""),
    [rows, query, initials],
  );
  const views: readonly { readonly value: TrainingView; readonly label: string }[] = [
    { value: "matrix", label: say("view.matrix") },
    { value: "lacks", label: say("view.lacks") },
    { value: "progress", label: say("view.progress") },
  ];
  return (
    <Page
      title={say("title")}
      help={say("help", {
        total: asked.total,
        public: asked.public,
        professional: asked.professional,
        firstYear: asked.firstYear,
      })}
      actions={
        <>
          <Button onClick={() => go({ view: "list" })}>{say("action.list")}</Button>
          <Button type="primary" onClick={() => go({ view: "course" })}>
            {say("action.course")}
          </Button>
        </>
      }
    >
      <div className="training-bar">
        <Segmented<TrainingView>
          aria-label={say("view.label")}
          value={query.view}
          options={[...views]}
          onChange={(view) => go({ view })}
        />
        <FilterBar scene={scene} />
      </div>
      {query.view === "matrix" ? <MatrixView scene={scene} shown={shown} /> : null}
      {query.view === "lacks" ? <LacksView scene={scene} shown={shown} /> : null}
      {query.view === "progress" ? <ProgressView scene={scene} shown={shown} /> : null}
    </Page>
  );
}
