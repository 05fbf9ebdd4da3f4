import { Button, Input } from "antd";
import { useState } from "react";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useConfirm } from "../widgets/confirm.tsx";
import { DateField } from "../widgets/date-field.tsx";
import { Field } from "../widgets/form.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useToday } from "../widgets/today.ts";
import { catalogueMessages } from "./messages.ts";
import type { CatalogueDesk } from "./use-catalogue.ts";
import type { Version } from "./versions.ts";

interface FilingCardProps {
  readonly desk: CatalogueDesk;
  readonly version: Version;
}

/** 报备与发布: the county's name, the day of filing, and the signed file for the units. */
export function FilingCard({ desk, version }: FilingCardProps) {
  const say = useMessages(catalogueMessages);
  const confirm = useConfirm();
  const { draft, issued, isOpen } = version;
  const [county, setCounty] = useState(draft.county);
  const issue = async () => {
    const isSure = await confirm({
      title: say("issue.title"),
      text: say("issue.text", { year: draft.year, count: draft.units.length }),
      okLabel: say("issue.do"),
    });
    if (isSure) await desk.issue(draft);
  };
  return (
    <Card title={say("filing")} help={say("filing.help")}>
      <p>
        <DueTag version={version} />
      </p>
      <div className="catalogue-filing">
        <Field label={say("county.label")}>
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={county}
              onChange={({ target }) => setCounty(target.value)}
              onBlur={() => {
                const name = county.trim();
                if (name !== "" && name !== draft.county)
                  void desk.keep({ ...draft, county: name }, draft);
              }}
            />
          )}
        </Field>
        <Field label={say("filedOn")} hint={say("filedOn.hint")}>
          {(control) => (
            <DateField
              {...control}
              value={draft.filedOn}
              onChange={(filedOn) => {
                const isDay = filedOn === null || parseStart(filedOn) !== null;
                if (isDay && filedOn !== draft.filedOn)
                  void desk.keep({ ...draft, filedOn }, draft);
              }}
            />
          )}
        </Field>
      </div>
      <div className="catalogue-actions">
        <Button
          type={isOpen ? "primary" : "default"}
          loading={desk.isBusy}
          disabled={draft.units.length === 0}
          onClick={() => void issue()}
        >
          {say("issue.do")}
        </Button>
        {issued === null ? null : (
          <>
            <span>
              {say("issue.last", { serial: issued.serial, at: formatBeijing(issued.issuedAt) })}
            </span>
            <Button onClick={() => void desk.saveAgain(issued.serial)}>{say("issue.again")}</Button>
          </>
        )}
      </div>
    </Card>
  );
}

/** How the version stands to 30 June of its year (威人社字〔2020〕36号 二). */
function DueTag({ version: { draft, isOpen, issued } }: { readonly version: Version }) {
  const say = useMessages(catalogueMessages);
  const today = useToday();
  const dueOn = `${draft.year}-${SHANDONG_2020.parameters["catalogue.dueOn"].value}`;
  if (draft.filedOn !== null) {
    return <StatusTag state="good" label={say("due.filed", { on: draft.filedOn })} />;
  }
  const isLate = formatDay(today) > dueOn;
  return (
    <>
      <StatusTag
        state={isLate ? "bad" : "warn"}
        label={isLate ? say("due.late", { dueOn }) : say("due.open", { dueOn })}
      />
      {isOpen && issued !== null ? <StatusTag state="warn" label={say("due.changed")} /> : null}
    </>
  );
}
