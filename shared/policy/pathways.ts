import { SERIES, type Series } from "../records/series.ts";
import { LINES, type Line, TITLE_LEVELS } from "../records/title.ts";
import { PATHWAY_QUOTAS, type PathwayId, type Quota } from "./pathway-names.ts";
import { NONE, type Rank, TITLE_RANKS } from "./ranks.ts";
import type { RequirementId } from "./requirement.ts";
import { isOpenByEducation, lowestLevel } from "./rule-book.ts";
import { registeredRule, slotOf } from "./requirements/registry.ts";
import type { Question, Rule } from "./rule.ts";
import { highestStandingRank, type Scene } from "./scene.ts";

/** A pathway as it is asked of somebody. */
export interface AskedPathway extends Question {
  readonly pathway: PathwayId;
  readonly quota: Quota;
  readonly requirements: readonly AskedRequirement[];
  /** Those about a length, which another way of counting may turn. */
  readonly measured: readonly AskedRequirement[];
}

/** A requirement of an asked pathway. */
export interface AskedRequirement {
  readonly rule: Rule;
  /** Where a scene remembers the outcome; -1 where it does not. */
  readonly slot: number;
}

const INTERMEDIATE = TITLE_RANKS.intermediate;
const SENIOR = TITLE_RANKS.senior;

/** Asked of the grassroots line only: to work at the grassroots. */
function ifGrassroots({ line }: Question): readonly RequirementId[] {
  return line === "grassroots" ? ["employment.grassroots"] : [];
}

/** Asked before 高级 titles only (凡晋必学). */
function ifSenior({ level }: Question): readonly RequirementId[] {
  return level !== null && level >= TITLE_RANKS.associateSenior ? ["training.specialty"] : [];
}

const LINE_REQUIREMENTS: readonly RequirementId[] = [
  "line.held",
  "line.sameYear",
  "line.lockout",
  "sanction.none",
];

/** The ladder with everything that both `regular` and `townshipTenure` ask. */
function ladderRequirements(question: Question): readonly RequirementId[] {
  return [
    "ladder.education",
    "ladder.tenure",
    "training.annual",
    ...ifSenior(question),
    "appraisal.results",
    ...LINE_REQUIREMENTS,
  ];
}

/**
 * The levels asked: the one above the highest standing title (without one the lowest of the pack's
 * ladder), and every level above it that work after graduation alone may reach.
 */
export function levelsAsked(scene: Scene): readonly Rank[] {
  const { book, series, education } = scene;
  const held = highestStandingRank(scene);
  const next = held === NONE ? firstLevel(scene) : held + 1;
  if (next > SENIOR) return [];
  const levels = [next];
  for (let level = next + 1; level <= SENIOR; level += 1) {
    if (isOpenByEducation(book, series, level, education)) levels.push(level);
  }
  return levels;
}

function firstLevel({ book, series }: Scene): Rank {
  const lowest = lowestLevel(book, series);
  return lowest === NONE ? TITLE_RANKS.assistant : lowest;
}

/** The highest level of a grassroots title held in the series, standing or lapsed; NONE without one. */
function highestGrassrootsRank({ heldTitles, series }: Scene): Rank {
  let highest = NONE;
  for (const title of heldTitles) {
    if (title.line === "grassroots" && title.series === series && title.rank > highest) {
      highest = title.rank;
    }
  }
  return highest;
}

/** Everything that a pathway can ask, by line, series and level: made once, looked up for each person. */
class QuestionTable {
  readonly #cells: readonly AskedPathway[];

  constructor(pathway: PathwayId, requirements: (question: Question) => readonly RequirementId[]) {
    const quota = PATHWAY_QUOTAS[pathway];
    this.#cells = QUESTIONS.map(({ line, series, level }) => {
      const asked = requirements({ line, series, level }).map((id) => {
        const registered = registeredRule(id);
        return { rule: registered.rule, slot: slotOf(registered, { line, series, level }) };
      });
      const measured = asked.filter(({ rule }) => rule.measures !== undefined);
      return { line, series, level, pathway, quota, requirements: asked, measured };
    });
  }

  at(line: Line | null, series: Series | null, level: Rank | null): AskedPathway {
    const cell = this.#cells[questionIndex(line, series, level)];
    if (cell === undefined) throw new RangeError(`no such question: ${line} ${series} ${level}`);
    return cell;
  }

  /** Asks a level on each line that the series has. */
  askOnBothLines({ book, series }: Scene, level: Rank, asked: AskedPathway[]): void {
    asked.push(this.at("provincial", series, level));
    if (book.pack.grassrootsSeries.includes(series)) {
      asked.push(this.at("grassroots", series, level));
    }
  }
}

const LINE_CHOICES = [null, ...LINES] as const;
const SERIES_CHOICES = [null, ...SERIES] as const;
const LEVEL_CHOICES = [null, ...TITLE_LEVELS.keys()] as const;
const QUESTIONS: readonly Question[] = LINE_CHOICES.flatMap((line) =>
  SERIES_CHOICES.flatMap((series) => LEVEL_CHOICES.map((level) => ({ line, series, level }))),
);
const SERIES_INDEX = Object.fromEntries(
  SERIES.map((series, index) => [series, index + 1]),
) as Readonly<Record<Series, number>>;

/** The place of a question in QUESTIONS. */
function questionIndex(line: Line | null, series: Series | null, level: Rank | null): number {
  const lineIndex = line === null ? 0 : line === "provincial" ? 1 : 2;
  const seriesIndex = series === null ? 0 : SERIES_INDEX[series];
  const levelIndex = level === null ? 0 : level + 1;
  return (lineIndex * SERIES_CHOICES.length + seriesIndex) * LEVEL_CHOICES.length + levelIndex;
}

interface Pathway {
  readonly table: QuestionTable;
  /** Adds what the pathway asks of a person: nothing where it does not concern them. */
  readonly ask: (
    table: QuestionTable,
    scene: Scene,
    levels: readonly Rank[],
    asked: AskedPathway[],
  ) => void;
}

/** Township years and exchange lead to 中级 and up only. */
function askFromIntermediate(
  table: QuestionTable,
  scene: Scene,
  levels: readonly Rank[],
  asked: AskedPathway[],
): void {
  for (const level of levels) {
    if (level >= INTERMEDIATE) table.askOnBothLines(scene, level, asked);
  }
}

const REGULAR: Pathway = {
  table: new QuestionTable("regular", (question) => [
    ...ifGrassroots(question),
    ...ladderRequirements(question),
    "quota.vacancy",
  ]),
  ask: (table, scene, levels, asked) => {
    for (const level of levels) table.askOnBothLines(scene, level, asked);
  },
};

const TOWNSHIP_TENURE: Pathway = {
  table: new QuestionTable("townshipTenure", (question) => [
    "employment.township",
    "township.years",
    ...ifGrassroots(question),
    ...ladderRequirements(question),
  ]),
  ask: askFromIntermediate,
};

const EXCHANGE: Pathway = {
  table: new QuestionTable("exchange", (question) => [
    "exchange.origin",
    "ladder.education",
    "training.annual",
    ...ifSenior(question),
    ...LINE_REQUIREMENTS,
  ]),
  ask: (table, scene, levels, asked) => {
    if (scene.facts.wasExchanged) askFromIntermediate(table, scene, levels, asked);
  },
};

const DOCTOR: Pathway = {
  table: new QuestionTable("doctor", (question) => [
    "employment.township",
    "doctor.degree",
    "doctor.outstanding",
    "training.annual",
    ...ifSenior(question),
    ...LINE_REQUIREMENTS,
    "quota.vacancy",
  ]),
  ask: (table, scene, _, asked) => {
    if (scene.facts.education.some(({ isDoctor }) => isDoctor)) {
      if (highestStandingRank(scene) !== SENIOR) table.askOnBothLines(scene, SENIOR, asked);
    }
  },
};

const CONVERSION: Pathway = {
  table: new QuestionTable("conversion", () => [
    "employment.grassroots",
    "conversion.held",
    "conversion.years",
    "conversion.appraisals",
    "conversion.training",
    "sanction.none",
  ]),
  ask: (table, scene, _, asked) => {
    const level = highestGrassrootsRank(scene);
    if (level !== NONE) asked.push(table.at("provincial", scene.series, level));
  },
};

const DIRECT_HIRE: Pathway = {
  table: new QuestionTable("directHire", () => [
    "directHire.qualification",
    "directHire.origin",
    "directHire.volunteer",
    "sanction.none",
  ]),
  ask: (table, { grassrootsPosting }, _, asked) => {
    if (grassrootsPosting === null) asked.push(table.at(null, null, null));
  },
};

const DIRECT_HIRE_MOBILITY: Pathway = {
  table: new QuestionTable("directHireMobility", () => [
    "directHire.served",
    "directHire.appraisals",
  ]),
  ask: (table, { facts }, _, asked) => {
    if (facts.wasHiredDirectly) asked.push(table.at(null, null, null));
  },
};

const EXAM_MARGIN: Pathway = {
  table: new QuestionTable("examMargin", () => [
    "employment.grassroots",
    "exam.margin",
    "sanction.none",
  ]),
  /** Each series and level, once, of an exam that the pack lists as exam-based. */
  ask: (table, { book, facts }, _, asked) => {
    for (const { series, level } of facts.exams) {
      if (book.pack.examBased[series]?.includes(level) !== true) continue;
      const question = table.at(null, series, TITLE_RANKS[level]);
      if (!asked.includes(question)) asked.push(question);
    }
  },
};

const DEFINITIONS: readonly Pathway[] = [
  REGULAR,
  TOWNSHIP_TENURE,
  EXCHANGE,
  DOCTOR,
  CONVERSION,
  DIRECT_HIRE,
  DIRECT_HIRE_MOBILITY,
  EXAM_MARGIN,
];

/** Every pathway that concerns a person, for each line and level it is asked for. */
export function askedPathways(scene: Scene): readonly AskedPathway[] {
  const levels = levelsAsked(scene);
  const asked: AskedPathway[] = [];
  for (const { table, ask } of DEFINITIONS) ask(table, scene, levels, asked);
  return asked;
}
