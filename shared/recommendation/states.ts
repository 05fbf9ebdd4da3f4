/** The year's round as one machine: its states, its steps, and what each state allows. */

export const ROUND_STATES = [
  "preparing",
  "enrolling",
  "checking",
  "reviewing",
  "publishing",
  "confirming",
  "submitted",
  "returned",
  "accepted",
  "recording",
  "archived",
] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_STATE_LABELS = {
  preparing: "筹备",
  enrolling: "报名",
  checking: "审核",
  reviewing: "评议",
  publishing: "公示",
  confirming: "确认",
  submitted: "已报送",
  returned: "退回修改",
  accepted: "已受理",
  recording: "结果登记",
  archived: "归档",
} as const satisfies Record<RoundState, string>;

/** The states that every round goes through, in order, for showing how far it is. */
export const MAIN_STATES = ROUND_STATES.filter((state) => state !== "returned");

interface Step {
  readonly from: readonly RoundState[];
  readonly to: RoundState;
  /** `unit`: an operator takes it; `bureau`: a verified receipt does. */
  readonly taker: "unit" | "bureau";
  /** True where a reason has to be noted. */
  readonly needsNote: boolean;
  readonly label: string;
}

const BEFORE_SUBMISSION = [
  "preparing",
  "enrolling",
  "checking",
  "reviewing",
  "publishing",
  "confirming",
] as const satisfies readonly RoundState[];

function unitStep(from: RoundState, to: RoundState, label: string): Step {
  return { from: [from], to, taker: "unit", needsNote: false, label };
}

function bureauStep(from: readonly RoundState[], to: RoundState, label: string): Step {
  return { from, to, taker: "bureau", needsNote: false, label };
}

/** The only ways from one state to another, but for taking a step back. */
export const STEPS = {
  enrol: unitStep("preparing", "enrolling", "开始报名"),
  check: unitStep("enrolling", "checking", "报名截止，开始审核"),
  review: unitStep("checking", "reviewing", "审核完毕，开始评议"),
  publish: unitStep("reviewing", "publishing", "评议完毕，开始公示"),
  confirm: unitStep("publishing", "confirming", "公示结束，确认推荐人选"),
  submit: bureauStep(["confirming", "returned"], "submitted", "人社局已收到报送包"),
  return: bureauStep(["submitted", "accepted", "recording"], "returned", "人社局退回修改"),
  /** A correction that changes who is recommended has to be decided and to hang anew. */
  republish: { ...unitStep("returned", "reviewing", "重新评议和公示"), needsNote: true },
  accept: bureauStep(["submitted", "returned"], "accepted", "人社局已受理"),
  record: unitStep("accepted", "recording", "开始登记评审结果"),
  archive: unitStep("recording", "archived", "归档"),
  /** A year in which nothing comes of it: nobody applies, or the bureau refuses the package. */
  abandon: {
    from: [...BEFORE_SUBMISSION, "returned"],
    to: "archived",
    taker: "unit",
    needsNote: true,
    label: "本年度不再报送，结束",
  },
} as const satisfies Record<string, Step>;
export type RoundStep = keyof typeof STEPS;
export const ROUND_STEPS = Object.keys(STEPS) as readonly RoundStep[];

/** What the log names: each step, and taking one back. */
export const STEP_NAMES = [
  "enrol",
  "check",
  "review",
  "publish",
  "confirm",
  "submit",
  "return",
  "republish",
  "accept",
  "record",
  "archive",
  "abandon",
  "takeBack",
] as const satisfies readonly (RoundStep | "takeBack")[];
export type StepName = (typeof STEP_NAMES)[number];

/** A step as the log and the buttons name it. */
export function labelStep(name: StepName): string {
  return name === "takeBack" ? "撤回上一步" : STEPS[name].label;
}

/** The steps that lead out of a state. */
export function stepsFrom(state: RoundState): readonly RoundStep[] {
  return ROUND_STEPS.filter((step) => (STEPS[step].from as readonly RoundState[]).includes(state));
}

/** What may be done to a round and its candidacies, by the states in which it may. */
const ALLOWED = {
  /** 申报日期, 任职年限截止日, 政策包. */
  editCycle: ["preparing"],
  enrolCandidate: ["enrolling"],
  /** Before the check nothing is left of a candidacy that was a mistake. */
  removeCandidate: ["enrolling"],
  withdrawCandidate: [
    "enrolling",
    "checking",
    "reviewing",
    "publishing",
    "confirming",
    "returned",
    "accepted",
    "recording",
  ],
  noteOwnConfirmation: ["enrolling", "checking"],
  /** Also in 退回修改: a corrected record may change what the rules find, and that wants a new word of the unit. */
  settleRequirement: ["enrolling", "checking", "returned"],
  checkCandidate: ["checking", "returned"],
  /** Also what is waived of the papers. */
  editMaterials: ["enrolling", "checking", "reviewing", "publishing", "confirming", "returned"],
  editReviewers: ["preparing", "enrolling", "checking", "reviewing"],
  /** Until the first mark, see `canEditCriteria`. */
  editCriteria: ["preparing", "enrolling", "checking", "reviewing"],
  mark: ["reviewing"],
  decideOutcome: ["reviewing"],
  /** After an objection was upheld, or the bureau sent the package back. */
  changeOutcome: ["publishing", "confirming", "returned"],
  planPublicity: ["reviewing"],
  /** Against the check or the outcome; what came of it is for people to decide. */
  recordAppeal: ["checking", "reviewing", "publishing", "confirming", "submitted", "returned"],
  recordObjection: ["publishing", "confirming", "submitted", "returned"],
  certifyPublicity: ["publishing"],
  buildPackage: ["confirming", "returned"],
  recordResult: ["recording"],
} as const satisfies Record<string, readonly RoundState[]>;
export type RoundAction = keyof typeof ALLOWED;

/** True where a state allows something. */
export function isAllowed(action: RoundAction, state: RoundState): boolean {
  return (ALLOWED[action] as readonly RoundState[]).includes(state);
}
