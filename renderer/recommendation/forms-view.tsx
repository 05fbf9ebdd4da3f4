import { Button } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { Link, useSearchParams } from "react-router";
import { listPlan } from "../../shared/workbook/lists/list-plan.ts";
import type { OfficialList } from "../../shared/workbook/lists/list.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { safeFileName } from "../widgets/file-name.ts";
import { OfficialSheet } from "../widgets/official-sheet.tsx";
import { useSaveWorkbook } from "../widgets/save-workbook.ts";
import { Empty } from "../widgets/states.tsx";
import { candidateAddress, roundAddress } from "../widgets/round-addresses.ts";
import { drawForm, FORM_IDS, FORM_LABELS, type FormId, type WhyNot } from "./forms.ts";
import { formsMessages } from "./forms-messages.ts";
import type { RoundScene } from "../widgets/round-scene.ts";
import { PrintButtons } from "../widgets/print-buttons.tsx";

/** 表单: every form of the round, to look at, to print and as a workbook. */
export function FormsView({ scene }: { readonly scene: RoundScene }) {
  const [query] = useSearchParams();
  const id = FORM_IDS.find((one) => one === query.get("form"));
  if (id === undefined) return <FormTable scene={scene} />;
  return <OneForm scene={scene} id={id} candidacyId={query.get("id")} />;
}

const WHAT = {
  confirmation: "what.confirmation",
  roster: "what.roster",
  review: "what.review",
  minutes: "what.minutes",
  posts: "what.posts",
  recommendation: "what.recommendation",
  publicity: "what.publicity",
  certificate: "what.certificate",
} as const satisfies Record<FormId, string>;

const WHY_NOT = {
  nobody: "why.nobody",
  candidate: "why.candidate",
  otherDays: "why.otherDays",
} as const satisfies Record<WhyNot, string>;

function FormTable({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(formsMessages);
  const { year } = scene.round;
  const forms = useMemo(
    () => FORM_IDS.map((id) => ({ id, drawn: drawForm(id, scene, null) })),
    [scene],
  );
  return (
    <Card title={say("forms")} help={say("forms.help")}>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("form")}</th>
              <th scope="col">{say("what")}</th>
              <th scope="col">{say("actions")}</th>
            </tr>
          </thead>
          <tbody>
            {forms.map(({ id, drawn }) => (
              <tr key={id}>
                <th scope="row">{FORM_LABELS[id]}</th>
                <td>{say(WHAT[id])}</td>
                <td>
                  {drawn.ok ? (
                    <span className="round-actions">
                      <Link to={roundAddress(year, "forms", { form: id })}>{say("view")}</Link>
                      <SaveButton list={drawn.list} year={year} />
                    </span>
                  ) : (
                    say(WHY_NOT[drawn.why])
                  )}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say("cover")}</th>
              <td>{say("what.cover")}</td>
              <td>
                <Link to="/submissions">{say("cover.where")}</Link>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}

interface SaveButtonProps {
  readonly list: OfficialList;
  readonly year: number;
}

function SaveButton({ list, year }: SaveButtonProps) {
  const say = useMessages(formsMessages);
  const save = useSaveWorkbook();
  return (
    <Button
      size="small"
      aria-label={say("workbookOf", { form: list.name })}
      onClick={() => void save(safeFileName(`${year}年${list.name}`, ".xlsx"), listPlan(list))}
    >
      {say("workbook")}
    </Button>
  );
}

interface OneFormProps {
  readonly scene: RoundScene;
  readonly id: FormId;
  readonly candidacyId: string | null;
}

/** A form as it will be printed, with the way to print it. */
function OneForm({ scene, id, candidacyId }: OneFormProps) {
  const say = useMessages(formsMessages);
  const print = useRef<HTMLButtonElement>(null);
  const drawn = useMemo(() => drawForm(id, scene, candidacyId), [id, scene, candidacyId]);
  const { year } = scene.round;
  const isReady = drawn.ok;
  useEffect(() => {
    // What was pressed to come here is gone.
    if (isReady) print.current?.focus();
  }, [isReady]);
  const back =
    candidacyId === null
      ? roundAddress(year, "forms")
      : candidateAddress(year, candidacyId, "confirmation");
  if (!drawn.ok) {
    return <Empty title={say(WHY_NOT[drawn.why])} action={<Link to={back}>{say("back")}</Link>} />;
  }
  return (
    <>
      <div className="round-actions no-print">
        <Link to={back}>{say("back")}</Link>
        <span>{say("preview")}</span>
        <SaveButton list={drawn.list} year={year} />
        <PrintButtons name={`${year}年${drawn.list.name}`} isPrimary ref={print} />
      </div>
      <div className="official-paper">
        <OfficialSheet list={drawn.list} />
      </div>
    </>
  );
}
