import { z } from "zod";
import { packSchema } from "../../../../shared/policy/pack.ts";
import { record } from "../../../../shared/records/fields.ts";
import { bureauCardSchema } from "../../../../shared/submission/bureau-card.ts";
import { instant } from "../../../../shared/submission/fields.ts";
import { unitProfileSchema } from "../../../../shared/submission/profiles.ts";
import { publicKeysSchema } from "../../../../shared/submission/public-keys.ts";
import {
  type StatementsAnswer,
  statementsAnswerSchema,
} from "../../../../shared/submission/receiver-answer.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Bureau } from "../folder-receiver.ts";
import { readOffice, readStatements } from "../folder-receiver.ts";
import type { OfficeFault, ReadOffice } from "../receiver-base.ts";
import type { SealedRows } from "./sealed-rows.ts";

/** The bureau as its receivers see it: its desk publishes card, register and statements, sealed. */

const OFFICE = "office";
const row = z.object({ sealed: z.instanceof(Uint8Array) });

const publishedSchema = z.object({
  card: bureauCardSchema,
  units: z.array(
    record({
      unit: unitProfileSchema,
      keys: publicKeysSchema,
      enrolledAt: instant(),
      revokedAt: instant().nullable(),
    }),
  ),
  packs: z.array(packSchema),
  statements: statementsAnswerSchema,
});

interface Place {
  readonly ledger: Ledger;
  readonly rows: SealedRows;
}

/** Publishes the bureau as the data folder of its desk has it now; receivers go by it from their next request on. */
export async function publishOffice(
  { ledger, rows }: Place,
  bureau: Bureau,
): Promise<
  { readonly ok: true; readonly units: number } | { readonly ok: false; readonly code: OfficeFault }
> {
  const read = await readOffice(bureau);
  if (!read.ok) return read;
  const { card, units, packs } = read.office;
  const statements = await readStatements(bureau);
  const sealed = rows.seal(OFFICE, { card, units, packs, statements });
  await ledger.run(
    `INSERT INTO stored_office (name, sealed) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET sealed = EXCLUDED.sealed`,
    [OFFICE, sealed],
  );
  return { ok: true, units: units.length };
}

/** The bureau as it was published last, read anew each time: what was stopped at the desk counts at once. */
export async function readPublished(place: Place, bureau: Bureau): Promise<ReadOffice> {
  const published = await openPublished(place);
  if (published === null) return { ok: false, code: "card-missing" };
  if (published === undefined) return { ok: false, code: "trust-damaged" };
  const { dataFolder, keys, now } = bureau;
  const { card, units, packs } = published;
  return { ok: true, office: { dataFolder, keys, card, units, packs, now: now() } };
}

/** What the bureau gives to its units; nothing before it has published. */
export async function readPublishedStatements(place: Place): Promise<StatementsAnswer> {
  return (await openPublished(place))?.statements ?? { card: null, statements: [] };
}

/** Null before the first publishing, undefined where it does not open. */
async function openPublished({ ledger, rows }: Place) {
  const [found] = await ledger.query(
    "SELECT sealed FROM stored_office WHERE name = $1",
    [OFFICE],
    row,
  );
  return found === undefined ? null : rows.open(OFFICE, found.sealed, publishedSchema);
}
