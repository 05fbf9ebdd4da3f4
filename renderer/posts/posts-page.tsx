import { Button, Segmented } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { Records, StoreState } from "../store/types.ts";
import { factsOf } from "../widgets/facts.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { ApprovedForm } from "./approved-form.tsx";
import { postsMessages } from "./messages.ts";
import { postLines } from "./post-lines.ts";
import { PostsChart } from "./posts-chart.tsx";
import { PostsTable } from "./posts-table.tsx";
import "./posts.css";

const selectAssessed = ({ assessed }: StoreState) => assessed;

/** 岗位: approved, filled, special and free posts with the names, and what this year's candidates need. */
export function PostsPage() {
  const say = useMessages(postsMessages);
  const navigate = useNavigate();
  const records = useRecords();
  const [isEditing, setIsEditing] = useState(false);
  const unit = records?.unit ?? null;
  return (
    <Page
      title={say("title")}
      subtitle={say("subtitle")}
      help={say("help")}
      actions={
        unit === null ? null : (
          <Button type="primary" onClick={() => setIsEditing(true)}>
            {say("edit")}
          </Button>
        )
      }
    >
      {records === null ? <Loading /> : null}
      {records !== null && unit === null ? (
        <Empty
          title={say("noUnitTitle")}
          hint={say("noUnitHint")}
          action={<Button onClick={() => void navigate("/settings")}>{say("fillUnit")}</Button>}
        />
      ) : null}
      {records === null || unit === null ? null : <Posts unit={unit} records={records} />}
      {unit === null || !isEditing ? null : (
        <ApprovedForm unit={unit} onClose={() => setIsEditing(false)} />
      )}
    </Page>
  );
}

function Posts({ unit, records }: { readonly unit: Unit; readonly records: Records }) {
  const say = useMessages(postsMessages);
  const today = useToday();
  const { people, settings } = records;
  const { applyOn } = settings.cycle;
  const [query, setQuery] = useSearchParams();
  const isOnApply = query.get("on") === "apply";
  const on = isOnApply ? (parseStart(applyOn) ?? today) : today;
  // While thousands are being worked out, the table follows when there is time.
  const { answers, pending } = useDeferredValue(useStoreState(selectAssessed));
  const lines = useMemo(
    () => postLines(unit, [...people.values()].map(factsOf), on, answers.values()),
    [unit, people, on, answers],
  );
  const nameOf = (id: string) => people.get(id)?.name ?? "";
  const isUnknown = lines.some(({ approved }) => approved === null);
  return (
    <>
      <div className="posts-on no-print">
        <span id="posts-on">{say("on")}</span>
        <Segmented
          aria-labelledby="posts-on"
          value={isOnApply ? "apply" : "today"}
          onChange={(value) => setQuery(value === "apply" ? { on: "apply" } : {})}
          options={[
            { value: "today", label: say("onToday", { date: formatDay(today) }) },
            { value: "apply", label: say("onApply", { date: applyOn }) },
          ]}
        />
      </div>
      {isUnknown ? (
        <p className="posts-note" role="note">
          <span aria-hidden="true">! </span>
          {say("unknownPosts")}
        </p>
      ) : null}
      {pending > 0 ? (
        <p className="posts-note" role="status">
          {say("pending", { count: pending })}
        </p>
      ) : null}
      <PostsTable lines={lines} nameOf={nameOf} />
      <PostsChart lines={lines} />
    </>
  );
}
