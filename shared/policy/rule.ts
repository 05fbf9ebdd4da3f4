import type { Day } from "../calendar/day.ts";
import type { MergedPeriods } from "../calendar/periods.ts";
import type { Series } from "../records/series.ts";
import type { Line } from "../records/title.ts";
import type { Outcome } from "./outcome.ts";
import type { Rank } from "./ranks.ts";
import type { RequirementFigures, RequirementId } from "./requirement.ts";
import type { Scene } from "./scene.ts";

/** What is asked of a person on one pathway. */
export interface Question {
  /** Null where the pathway leads to a post, not to a title. */
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: Rank | null;
}

/** What a requirement's answer hangs on besides the person: asked again on the same, it is not worked out anew. */
export type Scope = "person" | "level" | "line" | "lineAndLevel" | "question";

/** A length that has to reach so many years on some day; kept to try other ways of counting on it. */
export interface Measure {
  readonly periods: MergedPeriods;
  readonly years: number;
  readonly lastDay: Day;
}

/** One requirement: decided for everybody, explained when somebody looks. */
export interface Rule<Id extends RequirementId = RequirementId> {
  readonly id: Id;
  readonly scope: Scope;
  /** Where the law says it. */
  readonly clause: (scene: Scene, question: Question) => string;
  readonly decide: (scene: Scene, question: Question) => Outcome;
  readonly explain: (scene: Scene, question: Question) => RequirementFigures[Id];
  /** For a requirement of length: the lengths of which one must be reached. */
  readonly measures?: (scene: Scene, question: Question) => readonly Measure[];
}

/** The level of a question that has one; asking a level of a post is a bug. */
export function levelOf({ level }: Question): Rank {
  if (level === null) throw new Error("this pathway has no level");
  return level;
}

/** The line of a question that has one; asking a line of a post is a bug. */
export function lineOf({ line }: Question): Line {
  if (line === null) throw new Error("this pathway has no line");
  return line;
}

/** 鲁人社字〔2020〕42号, as clauses are quoted. */
export function citeNotice(article: string): () => string {
  const text = `鲁人社字〔2020〕42号 ${article}`;
  return () => text;
}
