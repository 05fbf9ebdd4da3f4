import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { useCycle } from "../widgets/cycle.ts";
import { usePack } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { Empty, Loading } from "../widgets/states.tsx";
import { useSliced } from "../widgets/use-sliced.ts";
import { serviceMessages } from "./messages.ts";
import { ServiceList } from "./service-list.tsx";
import { serviceRows, stepsOf } from "./service-view.ts";
import { SheetView } from "./sheet-view.tsx";
import "./service.css";

const selectRows = ({ rows }: StoreState) => rows;

/** 工作年限: everybody's years in the township, and the form for signature. */
export function ServicePage() {
  const say = useMessages(serviceMessages);
  const cycle = useCycle();
  return (
    <Page
      title={say("title")}
      help={say("help")}
      subtitle={cycle === null ? undefined : say("subtitle", { cutOff: formatDay(cycle.cutOff) })}
    >
      <ServiceContent />
    </Page>
  );
}

function ServiceContent() {
  const say = useMessages(serviceMessages);
  const records = useRecords();
  const roster = useStoreState(selectRows);
  const cycle = useCycle();
  const pack = usePack();
  const [query, setQuery] = useSearchParams();
  /** Whom the form is for: too many for an address, and of no use after a restart. */
  const [printed, setPrinted] = useState<readonly string[]>([]);
  const steps = useMemo(() => stepsOf(pack), [pack]);
  const people = records?.people ?? null;
  const source = useMemo(() => {
    if (people === null || cycle === null) return null;
    return () => serviceRows(roster, people, cycle.cutOff, steps);
  }, [people, cycle, roster, steps]);
  const { items, count } = useSliced(source);
  if (people === null) return <Loading />;
  if (roster.length === 0) {
    return (
      <Empty
        title={say("noPeople")}
        hint={say("noPeopleHint")}
        action={
          <>
            <Link to="/import">{say("importRoster")}</Link>
            <Link to="/people">{say("addPerson")}</Link>
          </>
        }
      />
    );
  }
  if (items === null) return <Loading label={say("working", { count })} />;
  if (query.get("view") === "sheet") return <SheetView ids={printed} back="/service" />;
  return (
    <ServiceList
      rows={items}
      steps={steps}
      onPrint={(ids) => {
        setPrinted(ids);
        setQuery((before) => new URLSearchParams([...before, ["view", "sheet"]]));
      }}
    />
  );
}
