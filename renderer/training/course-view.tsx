import { Button } from "antd";
import { useMemo, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import { useMessages } from "../i18n/messages.ts";
import { useCommit } from "../widgets/commit.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Form } from "../widgets/form.tsx";
import { Page } from "../widgets/page.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useDraft } from "../widgets/use-draft.ts";
import { CourseFields } from "./course-fields.tsx";
import { checkCourseDraft, type CourseDraft, emptyCourse } from "./course-form.ts";
import { trainingMessages } from "./messages.ts";
import { ParticipantsPicker } from "./participants-picker.tsx";
import { type CoursePlan, planCourse } from "./participants.ts";
import type { TrainingScene } from "./training-scene.ts";

interface CourseSheet {
  readonly course: CourseDraft;
  readonly ids: readonly string[];
}

/** One course for many people at once. */
export function CourseView({ scene }: { readonly scene: TrainingScene }) {
  const { records, query, go, years } = scene;
  const say = useMessages(trainingMessages);
  const commit = useCommit();
  const year = years.at(-1) ?? 0;
  const initial: CourseSheet = { course: emptyCourse(year), ids: [...(query.ids ?? [])] };
  const [sheet, setSheet, clearSheet, isRestored] = useDraft("training.course", initial);
  const [hasTried, setHasTried] = useState(false);
  const { course, errors } = checkCourseDraft(sheet.course);
  const chosen = useMemo(() => new Set(sheet.ids), [sheet.ids]);
  const participants = useMemo(
    () => [...chosen].flatMap((id) => records.people.get(id) ?? []),
    [chosen, records],
  );
  const plan = useMemo(
    () => (course === null ? null : planCourse(course, participants)),
    [course, participants],
  );
  const count = plan?.changed.length ?? participants.length;
  const submit = async () => {
    setHasTried(true);
    if (course === null || plan === null || plan.changed.length === 0) return;
    const title = course.title ?? TRAINING_CATEGORY_LABELS[course.category];
    const label = labelEdit("history.trainingAdded", { title, count: plan.changed.length });
    if (!(await commit({ label, putPeople: plan.changed }))) return;
    clearSheet();
    go({ view: "matrix", ids: null, why: "" });
  };
  return (
    <Page
      title={say("course.title")}
      help={say("course.help")}
      back={{ to: "/training", label: say("course.back") }}
    >
      <Form label={say("course.title")} className="course-form" onSubmit={() => void submit()}>
        <section className="training-panel">
          <h2 className="training-heading">{say("course.step1")}</h2>
          <Restored
            isShown={isRestored}
            onDiscard={() => {
              setSheet(initial);
              clearSheet();
            }}
          />
          <CourseFields
            draft={sheet.course}
            onChange={(next) => setSheet({ ...sheet, course: next })}
            errors={hasTried ? errors : {}}
          />
          <PlanNotes plan={plan} />
          <div className="training-form-actions">
            <Button
              onClick={() => {
                clearSheet();
                go({ view: "matrix" });
              }}
            >
              {say("form.cancel")}
            </Button>
            <Button type="primary" htmlType="submit">
              {count === 0 ? say("course.saveNone") : say("course.save", { count })}
            </Button>
          </div>
          {hasTried && participants.length === 0 ? (
            <p className="field-error" role="alert">
              ✕ {say("course.nobody")}
            </p>
          ) : null}
          {hasTried && plan !== null && participants.length > 0 && plan.changed.length === 0 ? (
            <p className="field-error" role="alert">
              ✕ {say("course.nothingNew")}
            </p>
          ) : null}
        </section>
        <ParticipantsPicker
          scene={scene}
          chosen={chosen}
          onChange={(ids) => setSheet({ ...sheet, ids: [...ids] })}
          year={sheet.course.year ?? year}
        />
      </Form>
    </Page>
  );
}

/** Who has the course already, and for whom it counts twice. */
function PlanNotes({ plan }: { readonly plan: CoursePlan | null }) {
  const say = useMessages(trainingMessages);
  const sayNames = useNames();
  if (plan === null) return null;
  const { onFile, doubled } = plan;
  return (
    <div role="status">
      {onFile.length === 0 ? null : (
        <p className="training-note">
          {say("course.onFile", { count: onFile.length, names: sayNames(onFile) })}
        </p>
      )}
      {doubled.length === 0 ? null : (
        <p className="training-warning">
          ! {say("course.doubled", { count: doubled.length, names: sayNames(doubled) })}
        </p>
      )}
    </div>
  );
}

const NAMES_SHOWN = 6;

function useNames(): (people: readonly Person[]) => string {
  const say = useMessages(trainingMessages);
  return (people) => {
    const names = people
      .slice(0, NAMES_SHOWN)
      .map(({ name }) => name)
      .join("、");
    return people.length > NAMES_SHOWN ? say("course.andMore", { names }) : names;
  };
}
