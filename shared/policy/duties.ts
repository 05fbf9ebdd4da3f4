import { addYears, civilOf, type Day, dayOf } from "../calendar/day.ts";
import { holdsDay, mergePeriods, type Period } from "../calendar/periods.ts";
import { formatDay } from "../calendar/text.ts";
import type { SanctionKind } from "../records/sanction.ts";
import type { Unit } from "../records/unit.ts";
import { HOUR, isRunning, NO_TRAINING, type PersonFacts, type PostingFacts } from "./facts.ts";
import { citeBasis, type Pack, type ParameterId } from "./pack.ts";
import { TITLE_RANKS } from "./ranks.ts";
import type { TitleFigure } from "./requirement.ts";
import { isGrassroots } from "./scene.ts";
import { valueIn } from "./year-table.ts";

/**
 * 待办事项: what the records of a unit show to be due, whether or not anybody applies this year.
 * Dates are `YYYY-MM-DD`.
 */
export type Duty =
  | {
      readonly kind: "hoursMissing";
      readonly personId: string;
      readonly year: number;
      readonly total: number;
      readonly public: number;
      readonly professional: number;
      readonly dueOn: string;
      readonly clause: string;
    }
  | {
      readonly kind: "trainingForNewTitle";
      readonly personId: string;
      readonly title: TitleFigure;
      readonly dueOn: string;
      readonly isOverdue: boolean;
      readonly clause: string;
    }
  | {
      readonly kind: "serviceOwed";
      readonly personId: string;
      readonly because: "exchange" | "directHire";
      readonly since: string;
      readonly dueOn: string;
      /** The last day of the posting where it ends before the service is done. */
      readonly postingEndsOn: string | null;
      readonly clause: string;
    }
  | {
      readonly kind: "titleLapses";
      readonly personId: string;
      readonly title: TitleFigure;
      /** The last day of work at the grassroots; the title lapses the day after. */
      readonly dueOn: string;
      readonly clause: string;
    }
  | {
      readonly kind: "sanctionRuns";
      readonly personId: string;
      readonly sanction: SanctionKind;
      /** Its last day; null where none is set. */
      readonly dueOn: string | null;
      readonly clause: string;
    }
  | {
      /** For the bureau: the yearly update of 基层单位目录清单. */
      readonly kind: "catalogueUpdate";
      readonly personId: null;
      readonly isUnitListed: boolean;
      readonly dueOn: string;
      readonly clause: string;
    };

export type DutyKind = Duty["kind"];

const NOTICE = "鲁人社字〔2020〕42号";

/** What is due for a unit's people, and for the bureau, as of a day; earliest first, without a date last. */
export function duties(
  unit: Unit,
  people: readonly PersonFacts[],
  today: Day,
  pack: Pack,
): readonly Duty[] {
  const due: Duty[] = people.flatMap((facts) => [
    ...hoursMissing(facts, today, pack),
    ...trainingForNewTitles(facts, today, pack),
    ...serviceAfterExchange(facts, today, pack),
    ...serviceAfterDirectHire(facts, today, pack),
    ...titlesAboutToLapse(facts, today),
    ...sanctionsRunning(facts, today, pack),
  ]);
  due.push(catalogueUpdate(unit, today, pack));
  return due.toSorted(byDate);
}

function byDate(a: Duty, b: Duty): number {
  if (a.dueOn === b.dueOn) return 0;
  if (a.dueOn === null) return 1;
  return b.dueOn === null || a.dueOn < b.dueOn ? -1 : 1;
}

function cite(pack: Pack, id: ParameterId): string {
  return citeBasis(pack, pack.parameters[id]);
}

function lastDayOfYear(year: number): string {
  return formatDay(dayOf(year, 12, 31));
}

/** True for whom the yearly hours are asked: who works in a professional post on the day. */
export function owesHours({ postings }: Pick<PersonFacts, "postings">, today: Day): boolean {
  return postings.some((posting) => posting.isProfessionalWork && holdsDay(posting, today));
}

/** 每年90学时: what is still missing of this year's hours, for who works in a professional post today. */
function hoursMissing(facts: PersonFacts, today: Day, pack: Pack): readonly Duty[] {
  if (!owesHours(facts, today)) return [];
  const { year } = civilOf(today);
  const hours = valueIn(facts.training, year) ?? NO_TRAINING;
  const missing = (id: ParameterId & `training.${string}`, done: number) => {
    const needed = pack.parameters[id].value * HOUR;
    return Math.max(0, needed - done) / HOUR;
  };
  const total = missing("training.totalHours", hours.public + hours.professional);
  const publicHours = missing("training.publicHours", hours.public);
  const professional = missing("training.professionalHours", hours.professional);
  if (total + publicHours + professional === 0) return [];
  return [
    {
      kind: "hoursMissing",
      personId: facts.person.id,
      year,
      total,
      public: publicHours,
      professional,
      dueOn: lastDayOfYear(year),
      clause: cite(pack, "training.totalHours"),
    },
  ];
}

/** 岗前培训 for an intermediate or higher title without a training entry in its year or the next. */
function trainingForNewTitles(facts: PersonFacts, today: Day, pack: Pack): readonly Duty[] {
  return facts.titles.flatMap((title): readonly Duty[] => {
    const isNew =
      title.rank >= TITLE_RANKS.intermediate &&
      title.obtainedOn <= today &&
      title.obtainedYear >= pack.parameters["training.firstYear"].value;
    const isDone =
      valueIn(facts.training, title.obtainedYear) !== undefined ||
      valueIn(facts.training, title.obtainedYear + 1) !== undefined;
    if (!isNew || isDone) return [];
    const dueOn = lastDayOfYear(title.obtainedYear + 1);
    return [
      {
        kind: "trainingForNewTitle",
        personId: facts.person.id,
        title: title.figure,
        dueOn,
        isOverdue: dueOn < formatDay(today),
        clause: `${NOTICE} 七`,
      },
    ];
  });
}

/** Five years of service from each title obtained while exchanged to the township. */
function serviceAfterExchange(facts: PersonFacts, today: Day, pack: Pack): readonly Duty[] {
  return facts.titles.flatMap((title): readonly Duty[] => {
    const exchange = facts.postings.find(
      (posting) =>
        posting.kind === "exchange" &&
        posting.setting === "township" &&
        holdsDay(posting, title.obtainedOn),
    );
    if (exchange === undefined) return [];
    const years = pack.parameters["exchange.serviceYears"].value;
    return serviceOwed(facts, today, {
      because: "exchange",
      posting: exchange,
      since: title.obtainedOn + 1,
      years,
      clause: cite(pack, "exchange.serviceYears"),
    });
  });
}

/** Five years in the township from each direct hire. */
function serviceAfterDirectHire(facts: PersonFacts, today: Day, pack: Pack): readonly Duty[] {
  return facts.postings
    .filter(({ kind, setting }) => kind === "directHire" && setting === "township")
    .flatMap((posting) =>
      serviceOwed(facts, today, {
        because: "directHire",
        posting,
        since: posting.from,
        years: pack.parameters["directHire.years"].value,
        clause: cite(pack, "directHire.years"),
      }),
    );
}

function serviceOwed(
  facts: PersonFacts,
  today: Day,
  owed: {
    readonly because: "exchange" | "directHire";
    readonly posting: PostingFacts;
    readonly since: Day;
    readonly years: number;
    readonly clause: string;
  },
): readonly Duty[] {
  const end = addYears(owed.since, owed.years);
  if (today < owed.since || today >= end) return [];
  const endsEarly = owed.posting.to < end;
  return [
    {
      kind: "serviceOwed",
      personId: facts.person.id,
      because: owed.because,
      since: formatDay(owed.since),
      dueOn: formatDay(end - 1),
      postingEndsOn: endsEarly ? formatDay(owed.posting.to - 1) : null,
      clause: owed.clause,
    },
  ];
}

/** 离开无效: grassroots titles standing today whose holder's work at the grassroots has a last day. */
function titlesAboutToLapse(facts: PersonFacts, today: Day): readonly Duty[] {
  const current = grassrootsStretch(facts, today);
  if (current === undefined || isRunning(current)) return [];
  return facts.titles
    .filter((title) => title.line === "grassroots" && title.obtainedOn <= today)
    .map((title) => ({
      kind: "titleLapses",
      personId: facts.person.id,
      title: title.figure,
      dueOn: formatDay(current.to - 1),
      clause: `${NOTICE} 四`,
    }));
}

/** The unbroken stretch of professional work at the grassroots that holds a day. */
function grassrootsStretch(facts: PersonFacts, day: Day): Period | undefined {
  const work = facts.postings.filter(
    (posting) => posting.isProfessionalWork && isGrassroots(posting),
  );
  return mergePeriods(work).find((stretch) => holdsDay(stretch, day));
}

function sanctionsRunning(facts: PersonFacts, today: Day, pack: Pack): readonly Duty[] {
  return facts.sanctions
    .filter((sanction) => holdsDay(sanction, today))
    .map((sanction) => ({
      kind: "sanctionRuns",
      personId: facts.person.id,
      sanction: sanction.kind,
      dueOn: isRunning(sanction) ? null : formatDay(sanction.to - 1),
      clause: cite(pack, "sanction.barsEveryone"),
    }));
}

/** 每年更新，6月底前报备 (威人社字〔2020〕36号 二): this year's, or once it is past the next one. */
function catalogueUpdate(unit: Unit, today: Day, pack: Pack): Duty {
  const [month, date] = pack.parameters["catalogue.dueOn"].value.split("-").map(Number);
  const { year } = civilOf(today);
  const thisYear = dayOf(year, month ?? 1, date ?? 1);
  const due = today <= thisYear ? thisYear : dayOf(year + 1, month ?? 1, date ?? 1);
  return {
    kind: "catalogueUpdate",
    personId: null,
    isUnitListed: unit.inCatalogue,
    dueOn: formatDay(due),
    clause: cite(pack, "catalogue.dueOn"),
  };
}
