import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { isRecommended } from "../../shared/recommendation/context.ts";
import {
  type EnteredResult,
  leadsToTitle,
  recordResult,
} from "../../shared/recommendation/record-result.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import type { Person } from "../../shared/records/person.ts";
import {
  type DeskResult,
  isRemarkAbout,
  readResult,
} from "../../shared/submission/desk-remarks.ts";
import type { Records } from "../store/types.ts";
import { candidaciesOf } from "./remark-links.ts";

/** 评审结果 as the bureau's receipts tell them, beside what is on file. */

export interface OfferedResult {
  readonly candidacy: Candidacy;
  readonly person: Person;
  readonly result: DeskResult;
  /** Names that the pack knows for the title; none where the pathway leads to none. */
  readonly titleNames: readonly string[];
  readonly hasTitle: boolean;
  /** The same outcome is on file. */
  readonly isOnFile: boolean;
}

/** The results in the receipts of a package; of several about one candidacy the last counts. */
export function offeredResults(
  { receipts }: Pick<OutboxItem, "receipts">,
  round: Round,
  { candidacies, people }: Pick<Records, "candidacies" | "people">,
  pack: Pack,
): readonly OfferedResult[] {
  const own = [...candidacies.values()].filter(
    (one) => one.roundId === round.id && isRecommended(one),
  );
  const offered = new Map<string, OfferedResult>();
  for (const remark of receipts.flatMap(({ remarks }) => remarks)) {
    const result = readResult(remark);
    if (result === null) continue;
    const meant = candidaciesOf(remark, own).filter((one) => isRemarkAbout(remark, one));
    for (const candidacy of meant) {
      const person = people.get(candidacy.personId);
      if (person === undefined) continue;
      offered.set(candidacy.id, {
        candidacy,
        person,
        result,
        titleNames: titleNamesFor(pack, candidacy),
        hasTitle: result.outcome === "passed" && leadsToTitle(candidacy),
        isOnFile: candidacy.result?.outcome === result.outcome && candidacy.result.on === result.on,
      });
    }
  }
  return [...offered.values()];
}

function titleNamesFor({ titleNames }: Pack, { series, level }: Candidacy): readonly string[] {
  if (series === null || level === null) return [];
  return titleNames[series]?.[level] ?? [];
}

/** What the clerk says to one result. */
export interface ChosenResult {
  readonly offered: OfferedResult;
  /** 职称名称; of no account where there is no title. */
  readonly titleName: string;
  /** The id that a new title gets. */
  readonly titleId: string;
}

/** People and candidacies with the chosen results, for one edit. */
export function takeResults(
  round: Pick<Round, "year">,
  chosen: readonly ChosenResult[],
  signed: { readonly by: string; readonly at: string },
): { readonly putPeople: readonly Person[]; readonly putCandidacies: readonly Candidacy[] } {
  const people = new Map<string, Person>();
  const candidacies: Candidacy[] = [];
  for (const { offered, titleName, titleId } of chosen) {
    const { candidacy, person, result } = offered;
    const entered: EnteredResult =
      result.outcome === "passed"
        ? { outcome: "passed", on: result.on, titleName, titleId }
        : { outcome: "failed", on: result.on };
    const before = people.get(person.id) ?? person;
    const recorded = recordResult(round, before, candidacy, entered, signed);
    people.set(person.id, recorded.person);
    candidacies.push(recorded.candidacy);
  }
  return { putPeople: [...people.values()], putCandidacies: candidacies };
}
