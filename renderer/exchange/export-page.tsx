import { Button, Radio } from "antd";
import { useMemo, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";
import { type Cycle, cycleOf } from "../../shared/policy/cycle.ts";
import { packInEffect } from "../../shared/policy/pack-shelf.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import type { Records } from "../store/types.ts";
import { Choice } from "../widgets/choice.tsx";
import { safeFileName } from "../widgets/file-name.ts";
import { usePack, usePacks } from "../widgets/pack.ts";
import { Page } from "../widgets/page.tsx";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { Empty, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { CandidatePicker } from "./candidate-picker.tsx";
import {
  drawUp,
  previewExport,
  EXPORT_KINDS,
  type ExportId,
  type ExportKind,
  type ExportSource,
} from "./export-documents.ts";
import { exportMessages, type ExportKey } from "./export-messages.ts";
import { ExportPreviewTable } from "./export-preview.tsx";
import { useCandidates } from "./use-candidates.ts";
import { unitFileOf } from "./use-import-session.ts";
import "./exchange.css";

const ABOUT_KEYS = {
  staff: "about.staff",
  workbook: "about.workbook",
  training: "about.training",
  service: "about.service",
  roster: "about.roster",
  review: "about.review",
  publicity: "about.publicity",
  catalogue: "about.catalogue",
} as const satisfies Record<ExportId, ExportKey>;

/** 导出: the official lists, the roster, the whole of what is on file. */
export function ExportPage() {
  const say = useMessages(exportMessages);
  const records = useRecords();
  const unitFile = records === null ? null : unitFileOf(records);
  return (
    <Page title={say("title")} help={say("help")}>
      {records === null ? <Loading /> : null}
      {records !== null && unitFile === null ? (
        <Empty
          title={say("noUnit")}
          hint={say("noUnitHint")}
          action={<Link to="/settings">{say("settings")}</Link>}
        />
      ) : null}
      {records !== null && unitFile !== null ? (
        <Exports records={records} unitFile={unitFile} />
      ) : null}
    </Page>
  );
}

interface ExportsProps {
  readonly records: Records;
  readonly unitFile: UnitFile;
}

function Exports({ records, unitFile }: ExportsProps) {
  const say = useMessages(exportMessages);
  const today = useToday();
  const inForce = usePack();
  const packs = usePacks();
  const [params, setParams] = useSearchParams();
  const kind = EXPORT_KINDS.find(({ id }) => id === params.get("list")) ?? EXPORT_KINDS[0];
  const asked = useIds(params, records);
  const [isAll, setIsAll] = useState(false);
  const [year, setYear] = useState(records.settings.cycle.year);
  const cycle = useCycle(records, year);
  const pack = packInEffect(packs, cycle.applyOn) ?? inForce;
  const list = useMemo(() => ({ unitFile, cycle, pack }), [unitFile, cycle, pack]);
  const picked = useCandidates(list, records, kind?.about === "candidates");
  const { candidates } = picked;
  const source = useMemo(
    (): ExportSource => ({ ...list, today, ids: isAll ? null : asked.ids, candidates }),
    [list, today, isAll, asked.ids, candidates],
  );
  if (kind === undefined) return null;
  const choose = (id: ExportId) => {
    const next = new URLSearchParams(params);
    next.set("list", id);
    setParams(next, { replace: true });
  };
  return (
    <div className="export-layout">
      <fieldset className="exchange-panel export-kinds">
        <legend>{say("what")}</legend>
        {EXPORT_KINDS.map(({ id, label }) => (
          <Radio key={id} checked={id === kind.id} onChange={() => choose(id)} name="export-kind">
            <span className="export-kind">
              <strong>{label}</strong>
              <span className="exchange-note">{say(ABOUT_KEYS[id])}</span>
            </span>
          </Radio>
        ))}
      </fieldset>
      <div className="exchange-panels">
        {kind.about === "unit" || kind.id === "staff" || kind.id === "workbook" ? null : (
          <YearChoice cycle={cycle} own={records.settings.cycle.year} onChange={setYear} />
        )}
        {kind.about === "people" && unitFile.people.length > 0 ? (
          <PeopleChoice
            asked={asked}
            all={unitFile.people.length}
            isAll={isAll}
            onChange={setIsAll}
          />
        ) : null}
        {kind.about === "candidates" ? <CandidatePicker picked={picked} year={year} /> : null}
        <ExportOutcome kind={kind} source={source} />
      </div>
    </div>
  );
}

/** The people that the page was opened for. */
interface AskedPeople {
  readonly ids: ReadonlySet<string> | null;
  readonly why: string;
}

function useIds(params: URLSearchParams, { people }: Records): AskedPeople {
  const ids = params.get("ids");
  const why = params.get("why") ?? "";
  return useMemo(() => {
    if (ids === null || ids === "") return { ids: null, why };
    return { ids: new Set(ids.split(",").filter((id) => people.has(id))), why };
  }, [ids, why, people]);
}

function useCycle({ settings }: Records, year: number): Cycle {
  return useMemo(() => {
    const { cycle } = settings;
    if (cycle.year !== year) return cycleOf(year);
    const applyOn = parseStart(cycle.applyOn);
    const cutOff = parseStart(cycle.cutOff);
    return cycleOf(year, {
      ...(applyOn === null ? {} : { applyOn }),
      ...(cutOff === null ? {} : { cutOff }),
    });
  }, [settings, year]);
}

const YEARS_AROUND = [-2, -1, 0, 1, 2] as const;

interface YearChoiceProps {
  readonly cycle: Cycle;
  /** The year that the program is set to. */
  readonly own: number;
  readonly onChange: (year: number) => void;
}

function YearChoice({ cycle, own, onChange }: YearChoiceProps) {
  const say = useMessages(exportMessages);
  return (
    <label className="exchange-choice export-year">
      {say("year")}
      <Choice
        label={say("year")}
        value={cycle.year}
        options={YEARS_AROUND.map((by) => ({ value: own + by, label: `${own + by}` }))}
        onChange={onChange}
      />
      <span className="exchange-note">
        {say("yearHint", { applyOn: formatDay(cycle.applyOn), cutOff: formatDay(cycle.cutOff) })}
      </span>
    </label>
  );
}

interface PeopleChoiceProps {
  readonly asked: AskedPeople;
  readonly all: number;
  readonly isAll: boolean;
  readonly onChange: (isAll: boolean) => void;
}

function PeopleChoice({ asked, all, isAll, onChange }: PeopleChoiceProps) {
  const say = useMessages(exportMessages);
  const { ids, why } = asked;
  if (ids === null) return <p className="exchange-sentence">{say("people.all", { count: all })}</p>;
  const count = ids.size;
  return (
    <Radio.Group
      aria-label={say("people")}
      value={isAll}
      onChange={(event) => onChange(event.target.value === true)}
      options={[
        {
          value: false,
          label: why === "" ? say("people.ids", { count }) : say("people.why", { count, why }),
        },
        { value: true, label: say("people.all", { count: all }) },
      ]}
    />
  );
}

interface ExportOutcomeProps {
  readonly kind: ExportKind;
  readonly source: ExportSource;
}

/** What will be in the file, a word on ID numbers, and the button. */
function ExportOutcome({ kind, source }: ExportOutcomeProps) {
  const say = useMessages(exportMessages);
  const save = useSaveWorkbook();
  const preview = useMemo(() => previewExport(kind.id, source), [kind.id, source]);
  if (kind.about === "people" && kind.id !== "workbook" && source.unitFile.people.length === 0) {
    return (
      <Empty
        title={say("noPeople")}
        hint={say("noPeopleHint")}
        action={<Link to="/import">{say("import")}</Link>}
      />
    );
  }
  const isOpen = kind.about !== "candidates" || source.candidates.length > 0;
  const { unit } = source.unitFile;
  const year = kind.about === "people" && kind.id !== "training" ? "" : `-${source.cycle.year}`;
  return (
    <>
      {isOpen ? <ExportPreviewTable preview={preview} /> : null}
      {preview.hasIdNumbers ? (
        <p className="exchange-alert exchange-alert-warn" role="note">
          ! {say("warning")}
        </p>
      ) : (
        <p className="exchange-note">✓ {say("safe")}</p>
      )}
      <div className="exchange-line">
        <Button
          type="primary"
          disabled={!isOpen}
          onClick={() => {
            const name = safeFileName(`${unit.name}-${kind.label}${year}`, ".xlsx");
            void save(name, drawUp(kind.id, source));
          }}
        >
          {say("save", { label: kind.label })}
        </Button>
        {isOpen ? null : <span className="exchange-note">{say("chooseFirst")}</span>}
      </div>
    </>
  );
}
