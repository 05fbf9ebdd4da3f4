import { Button } from "antd";
import { civilOf } from "../../shared/calendar/day.ts";
import type { CatalogueDraft } from "../../shared/bureau/catalogue.ts";
import { catalogueList } from "../../shared/workbook/lists/catalogue-list.ts";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { Page } from "../widgets/page.tsx";
import { useQuery } from "../widgets/use-query.ts";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { ChangesCard } from "./changes-card.tsx";
import { FilingCard } from "./filing-card.tsx";
import { catalogueMessages } from "./messages.ts";
import { UnitsCard } from "./units-card.tsx";
import { type CatalogueDesk, useCatalogue } from "./use-catalogue.ts";
import { beginVersion, versionOf, yearsOf } from "./versions.ts";
import "./catalogue.css";

/** 目录清单: the bureau's list of grassroots units, year by year. */
export function CataloguePage() {
  const say = useMessages(catalogueMessages);
  const desk = useCatalogue();
  const { state, fault, reload } = desk;
  const thisYear = civilOf(useToday()).year;
  const [query, changeQuery] = useQuery();
  if (fault !== null && state === null) {
    return (
      <Page title={say("title")} help={say("help")}>
        <Failure title={say("unread")} message={fault} onRetry={() => void reload()} />
      </Page>
    );
  }
  if (state === null) {
    return (
      <Page title={say("title")} help={say("help")}>
        <Loading />
      </Page>
    );
  }
  const years = yearsOf(state, thisYear);
  const asked = Number(query.get("year"));
  const year = years.includes(asked) ? asked : thisYear;
  const version = versionOf(state, year);
  const choose = (chosen: number) => {
    changeQuery(() => new URLSearchParams({ year: String(chosen) }), { replace: true });
  };
  return (
    <Page
      title={say("title")}
      help={say("help")}
      actions={
        <>
          <Choice
            label={say("year")}
            value={year}
            options={years.map((one) => ({ value: one, label: say("yearOf", { year: one }) }))}
            onChange={choose}
          />
          {version === null ? null : <SaveForm draft={version.draft} />}
        </>
      }
    >
      {version === null ? (
        <Begin desk={desk} draft={beginVersion(state, year, "")} />
      ) : (
        <>
          <FilingCard desk={desk} version={version} />
          <UnitsCard desk={desk} draft={version.draft} />
          {version.before === null ? null : (
            <ChangesCard before={version.before} after={version.draft} />
          )}
        </>
      )}
    </Page>
  );
}

interface BeginProps {
  readonly desk: CatalogueDesk;
  readonly draft: CatalogueDraft;
}

/** A year without a version yet. */
function Begin({ desk, draft }: BeginProps) {
  const say = useMessages(catalogueMessages);
  const { year, units } = draft;
  const count = units.length;
  return (
    <Empty
      title={say("begin.title", { year })}
      hint={count === 0 ? say("begin.blank") : say("begin.from", { count })}
      action={
        <Button
          type="primary"
          loading={desk.isBusy}
          onClick={() => void desk.keep({ ...draft, county: draft.county || say("county") }, null)}
        >
          {say("begin.do", { year })}
        </Button>
      }
    />
  );
}

/** The official form as a workbook, for the seal and the city. */
function SaveForm({ draft }: { readonly draft: CatalogueDraft }) {
  const say = useMessages(catalogueMessages);
  const save = useSaveWorkbook();
  const name = say("formName", { year: draft.year });
  return (
    <Button onClick={() => void save(`${name}.xlsx`, listPlan(catalogueList(draft.units)))}>
      {say("saveForm")}
    </Button>
  );
}
