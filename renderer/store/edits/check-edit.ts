import { z } from "zod";
import {
  filledText,
  id,
  list,
  record,
  refuse,
  text,
  wholeNumber,
  year,
} from "../../../shared/records/fields.ts";
import { precisionOf } from "../../../shared/calendar/text.ts";
import type { Report } from "../../../shared/records/issue.ts";
import {
  checkPerson,
  checkUnique,
  type Person,
  personSchema,
} from "../../../shared/records/person.ts";
import { checkUnit, type Unit, unitSchema } from "../../../shared/records/unit.ts";
import type { AttachmentRecord, Records, Settings } from "../types.ts";
import { checkPut } from "./check-put.ts";
import { joinPerson } from "./documents.ts";

/** The checks of the unit file, for what an edit touches; paths begin at the unit file. */

const day = z.string().check(refuse((value) => precisionOf(value) === "day", "date.invalid", {}));

const settingsSchema = record({
  cycle: record({ year: year(), applyOn: day, cutOff: day }),
  operators: list(record({ id: id(), name: filledText() }), 200),
  operatorId: z.string().nullable(),
}) satisfies z.ZodType<Settings>;

const attachmentSchema = record({
  id: id(),
  personId: id(),
  kind: filledText(),
  name: filledText(),
  type: text(),
  size: wholeNumber(0, Number.MAX_SAFE_INTEGER),
  sha256: z.string().check(refuse((value) => /^[0-9a-f]{64}$/.test(value), "sha256.form", {})),
  crc32: z.string().check(refuse((value) => /^[0-9a-f]{8}$/.test(value), "sha256.form", {})),
  addedAt: text(),
}) satisfies z.ZodType<AttachmentRecord>;

/** The unit as the schema writes it; null where something is wrong, which is reported. */
export function checkUnitPut(unit: Unit, report: Report): Unit | null {
  const path = ["unit"];
  const [sound] = checkPut(unit, unitSchema, (one, add) => checkUnit(one, path, add), path, report);
  return sound ?? null;
}

/** Settings in their shape, and null likewise. */
export function checkSettingsPut(settings: Settings, report: Report): Settings | null {
  const [sound] = checkPut(settings, settingsSchema, undefined, ["settings"], report);
  return sound ?? null;
}

/**
 * People in their shape with training in order, one a step; `people[n]` of an issue's path is the n-th
 * given, null what is not sound.
 */
export function* checkPeoplePut(
  people: readonly Person[],
  report: Report,
): Generator<void, readonly (Person | null)[]> {
  const sound: (Person | null)[] = [];
  for (const [index, person] of people.entries()) {
    const path = ["people", index];
    const check = (one: Person, add: Report) => checkPerson(one, path, add);
    const [value] = checkPut(person, personSchema, check, path, report);
    sound.push(value === undefined ? null : joinPerson(value, value.training));
    yield;
  }
  const placeOf = (index: number) => ["people", index, "id"];
  checkUnique(people, (one) => one.id, placeOf, "person.duplicate", report);
  return sound;
}

/** Attachments in their shape, each of a person who will be on file. */
export function checkAttachmentsPut(
  attachments: readonly AttachmentRecord[],
  isOnFile: (personId: string) => boolean,
  report: Report,
): readonly AttachmentRecord[] {
  return attachments.flatMap((attachment, index) => {
    const path = ["attachments", index];
    const checkOwner = ({ personId }: AttachmentRecord, add: Report) => {
      if (isOnFile(personId)) return;
      const at = { path: [...path, "personId"], value: personId };
      add({ code: "person.unknown", ...at, details: {} });
    };
    return checkPut(attachment, attachmentSchema, checkOwner, path, report);
  });
}

/**
 * No two people share an ID number. Paths count the people put (null: not sound) first, then the others on file in their
 * order; only numbers that a person put bears are reported.
 */
export function checkIdNumbers(
  put: readonly (Person | null)[],
  records: Records,
  removed: ReadonlySet<string>,
  report: Report,
): void {
  const numbers = new Map<string, number>();
  const placeOf = (index: number) => ["people", index, "idNumber"];
  const wanted = new Set(put.map((one) => one?.idNumber ?? null).filter((one) => one !== null));
  if (wanted.size === 0) return;
  const own = new Set(put.map((one) => one?.id));
  let index = put.length;
  for (const person of records.people.values()) {
    if (own.has(person.id) || removed.has(person.id)) continue;
    if (person.idNumber !== null && wanted.has(person.idNumber))
      numbers.set(person.idNumber, index);
    index += 1;
  }
  for (const [at, one] of put.entries()) {
    const idNumber = one?.idNumber ?? null;
    if (idNumber === null) continue;
    const first = numbers.get(idNumber);
    if (first === undefined) numbers.set(idNumber, at);
    else {
      const details = { first: placeOf(first) };
      report({ code: "idNumber.duplicate", path: placeOf(at), value: idNumber, details });
    }
  }
}
