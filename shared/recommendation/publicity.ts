import { formatDay, parseStart } from "../calendar/text.ts";
import {
  countWorkingDays,
  type DayCorrection,
  unpublishedYears,
  workingDaysAfter,
} from "../calendar/working-days.ts";
import type { Candidacy } from "./candidacy.ts";
import { isRecommended, namesOf, type RoundContext } from "./context.ts";
import type { Matter } from "./matter.ts";
import type { Objection, Publicity, Round } from "./round.ts";

/**
 * 公示: at least five working days (the pack says how many). The day on which the notice is hung is not
 * counted (民法典 第二百零一条): the first working day after it is the first of them.
 */

/** The earliest last day of a notice hung on a day, `YYYY-MM-DD`. */
export function earliestEnd(
  from: string,
  least: number,
  corrections: readonly DayCorrection[],
): string {
  return formatDay(workingDaysAfter(knownDay(from), Math.max(least, 1), corrections));
}

/** How many working days a notice hangs. */
export function hangingDays({
  from,
  to,
  corrections,
}: Pick<Publicity, "from" | "to" | "corrections">): number {
  return countWorkingDays(knownDay(from), knownDay(to), corrections);
}

function knownDay(text: string): number {
  const day = parseStart(text);
  if (day === null) throw new RangeError(`no such day: ${text}`);
  return day;
}

/** What keeps the notice from being hung. */
export function missingOfPlan({ publicity }: Round, least: number): readonly Matter[] {
  if (publicity === null) return [{ code: "publicity.missing", details: {} }];
  const { from, places, corrections } = publicity;
  const workingDays = hangingDays(publicity);
  const matters: Matter[] = [];
  if (places.length === 0) matters.push({ code: "publicity.places", details: {} });
  if (workingDays < least) {
    const earliestTo = earliestEnd(from, least, corrections);
    matters.push({ code: "publicity.short", details: { workingDays, least, earliestTo } });
  }
  return matters;
}

/** Years of the notice for which the official calendar is not on file: to be looked at, and corrected by hand. */
export function findUnpublishedYears({ publicity }: Round): readonly Matter[] {
  if (publicity === null) return [];
  return unpublishedYears(publicity.from, publicity.to).map((year) => ({
    code: "publicity.unpublished",
    details: { year },
  }));
}

/** Every objection of the round, those to notices taken down with them. */
export function objectionsOf({ publicity, pastPublicities }: Round): readonly Objection[] {
  return [...pastPublicities, ...(publicity === null ? [] : [publicity])].flatMap(
    ({ objections }) => objections,
  );
}

/** True once an objection or an appeal was handled and decided. */
export function isClosed({
  handling,
  outcome,
  closedOn,
}: Pick<Objection, "handling" | "outcome" | "closedOn">): boolean {
  return handling !== null && outcome !== null && closedOn !== null;
}

/** Appeals that are not decided yet, of people who withdrew too. */
export function findOpenAppeals(candidacies: readonly Candidacy[]): readonly Matter[] {
  return candidacies.flatMap((candidacy) =>
    (candidacy.appeals ?? [])
      .filter((appeal) => !isClosed(appeal))
      .map(({ id: appealId, receivedOn }): Matter => ({
        code: "appeal.open",
        details: { ...namesOf(candidacy), appealId, receivedOn },
      })),
  );
}

/** Objections that are not handled yet, or were upheld while the person is still put forward without a reason. */
export function findObjectionMatters(
  round: Round,
  candidacies: readonly Candidacy[],
): readonly Matter[] {
  const byId = new Map(candidacies.map((one) => [one.id, one]));
  return objectionsOf(round).flatMap((objection): readonly Matter[] => {
    const { id: objectionId, receivedOn, candidacyId, outcome } = objection;
    if (!isClosed(objection)) {
      return [{ code: "objection.open", details: { objectionId, receivedOn } }];
    }
    const about = candidacyId === null ? undefined : byId.get(candidacyId);
    if (outcome !== "upheld" || about === undefined || !isRecommended(about)) return [];
    const reason = about.outcome?.reason ?? null;
    return reason !== null
      ? []
      : [{ code: "objection.upheld", details: { ...namesOf(about), objectionId } }];
  });
}

/** Before 确认: the days are over, every objection is decided, and somebody certified it. */
export function missingOfPublicity({ round, candidacies, today }: RoundContext): readonly Matter[] {
  const { publicity } = round;
  if (publicity === null) return [{ code: "publicity.missing", details: {} }];
  const { to, certifiedAt } = publicity;
  const matters: Matter[] = [
    ...findObjectionMatters(round, candidacies),
    ...findOpenAppeals(candidacies),
  ];
  if (today <= knownDay(to)) matters.push({ code: "publicity.running", details: { to } });
  if (certifiedAt === null) matters.push({ code: "publicity.uncertified", details: {} });
  return matters;
}

/** Recommended people whom the notice did not name. */
export function findUnpublished({ round, candidacies }: RoundContext): readonly Matter[] {
  const named = new Set(round.publicity?.candidacyIds ?? []);
  return candidacies
    .filter((one) => isRecommended(one) && !named.has(one.id))
    .map((one) => ({ code: "candidacy.unpublished", details: namesOf(one) }));
}
