import { addYears, type Day, dayOf, firstDayOf } from "../../shared/calendar/day.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Appointment } from "../../shared/records/appointment.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Posting } from "../../shared/records/posting.ts";
import type { Title, TitleLevel } from "../../shared/records/title.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { Dice } from "./dice.ts";
import { throwIdNumber, throwName } from "./people/identity.ts";

/**
 * Staff for measuring, as full of records as in life: 5 to 8 postings, 2 to 4 titles, up to 5 appointments,
 * 10 to 20 appraisals and as many years of training.
 */
export const MEASURED_YEAR = 2026;
const APPLY_ON = dayOf(MEASURED_YEAR, 9, 1);
const SERIES = "health";

interface Career {
  readonly dice: Dice;
  readonly birth: Day;
  readonly entry: Day;
}

/** Whole working lives cut into five to eight segments, the last still running. */
function throwCareer({ dice, entry }: Career): Posting[] {
  const count = dice.between(5, 8);
  const step = Math.floor((APPLY_ON - entry) / count);
  return dice.list(count, (index) => {
    const from = entry + index * step + dice.between(0, Math.floor(step / 3));
    const gap = dice.percent(60) ? 1 : dice.between(-60, 60);
    const isLast = index === count - 1;
    return {
      from: formatDay(from),
      to: isLast ? null : formatDay(Math.max(from, entry + (index + 1) * step - gap)),
      setting: dice.weigh([
        ["township", 7],
        ["grassroots", 1],
        ["county", 2],
      ]),
      kind: isLast
        ? "regular"
        : dice.weigh([
            ["regular", 14],
            ["study", 2],
            ["leave", 1],
            ["secondment", 1],
            ["exchange", 1],
            ["directHire", 1],
          ]),
      professional: dice.percent(92),
      series: SERIES,
      employer: "示例单位",
    };
  });
}

function throwTitles({ dice, entry }: Career): Title[] {
  const levels: readonly TitleLevel[] = dice.weigh([
    [["assistant", "intermediate"], 5],
    [["technician", "assistant"], 2],
    [["assistant", "intermediate", "associateSenior"], 4],
    [["technician", "assistant", "intermediate"], 2],
    [["technician", "assistant", "intermediate", "associateSenior"], 1],
  ]);
  const step = Math.floor((APPLY_ON - entry) / (levels.length + 1));
  return levels.map((level, index) => ({
    id: `t${index + 1}`,
    series: SERIES,
    level,
    line: dice.percent(75) ? "provincial" : "grassroots",
    name: "医师",
    obtainedOn: formatDay(entry + (index + 1) * step - dice.between(0, Math.floor(step / 2))),
  }));
}

function throwAppointments({ dice, entry }: Career, titles: readonly Title[]): Appointment[] {
  const step = Math.floor((APPLY_ON - entry) / (titles.length + 1));
  const appointments: Appointment[] = titles.map(({ id }, index) => ({
    titleId: id,
    from: formatDay(entry + (index + 1) * step),
    to: index === titles.length - 1 ? null : formatDay(entry + (index + 2) * step - 1),
    post: dice.percent(85) ? "regular" : "special",
  }));
  const last = appointments.at(-1);
  if (last === undefined || dice.percent(70)) return appointments;
  // The last term in two pieces.
  const from = entry + titles.length * step;
  const broken = from + Math.floor(step / 2);
  return [
    ...appointments.slice(0, -1),
    { ...last, to: formatDay(broken) },
    { ...last, from: formatDay(broken + dice.between(1, 200)) },
  ];
}

function throwMember(dice: Dice, index: number, used: Set<string>): Person {
  const birth = firstDayOf(MEASURED_YEAR - dice.between(38, 58)) + dice.between(0, 364);
  const entry = addYears(birth, 22) + dice.between(0, 300);
  const career = { dice, birth, entry };
  const titles = throwTitles(career);
  const sex = dice.percent(60) ? "female" : "male";
  const flaws = dice.pick([0, 0, 3, 10]);
  const birthDate = formatDay(birth);
  const years = () => {
    const count = dice.between(10, 20);
    return dice.list(count, (place) => MEASURED_YEAR - count + place);
  };
  return {
    id: `p-${index + 1}`,
    name: throwName(dice),
    sex,
    birthDate,
    idNumber: throwIdNumber(dice, birthDate, sex, used),
    education: dice.list(dice.between(1, 3), (place) => ({
      level: (["college", "bachelor", "master"] as const)[place] ?? "bachelor",
      degree: null,
      major: "临床医学",
      school: "示例学院",
      graduatedOn: formatDay(entry + place * 1_500 - 40),
    })),
    postings: throwCareer(career),
    titles,
    appointments: throwAppointments(career, titles),
    appraisals: years().map((year) => ({
      year,
      result: dice.percent(flaws)
        ? dice.pick(["basicallyQualified", "unqualified", "ungraded"])
        : dice.pick(["excellent", "qualified", "qualified", "qualified"]),
    })),
    training: years().flatMap((year) => [
      {
        id: `g${year}`,
        year,
        hours: dice.percent(flaws) ? 24 : 30,
        category: "public" as const,
        inSpecialty: false,
      },
      {
        id: `z${year}`,
        year,
        hours: dice.percent(flaws) ? 59.5 : 62,
        category: "professional" as const,
        inSpecialty: dice.percent(50),
      },
    ]),
    sanctions: dice.percent(3)
      ? [{ kind: "demerit", from: "2026-01-01", to: dice.pick(["2026-06-30", "2027-06-30"]) }]
      : [],
    applications: dice.percent(20)
      ? [
          {
            year: MEASURED_YEAR - dice.between(0, 1),
            series: SERIES,
            level: "intermediate",
            line: "provincial",
            outcome: "pending",
          },
        ]
      : [],
    exams: dice.percent(10)
      ? [
          {
            series: SERIES,
            level: "intermediate",
            year: 2025,
            subjects: dice.list(4, (place) => ({
              name: `科目${place + 1}`,
              score: dice.between(50, 80),
              nationalLine: 60,
            })),
          },
        ]
      : [],
    statements: dice.percent(30) ? { volunteersForTownship: true } : {},
  };
}

/** So many people of one health centre. */
export function throwStaff(seed: number, count: number): UnitFile {
  const dice = new Dice(seed);
  const used = new Set<string>();
  return {
    format: UNIT_FILE_FORMAT,
    unit: {
      id: "u-1",
      name: "示例镇卫生院",
      creditCode: null,
      series: SERIES,
      inCatalogue: true,
      posts: {
        junior: count,
        intermediate: Math.ceil(count / 2),
        associateSenior: Math.ceil(count / 4),
        senior: Math.ceil(count / 20),
      },
    },
    people: dice.list(count, (index) => throwMember(dice, index, used)),
  };
}
