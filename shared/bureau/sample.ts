import { z } from "zod";
import { filledText, id, list, record, text, wholeNumber, year } from "../records/fields.ts";
import { instant, sha256 } from "../submission/fields.ts";

/** 抽查: candidates drawn by chance, so that anybody can draw the same ones again from the seed. */

export const HIGHEST_SEED = 4_294_967_295;
export const SAMPLE_SCOPES = ["all", "accepted", "passed"] as const;
const MOST_MEMBERS = 10_000;
const MOST_ITEMS = 60;

const checkItemSchema = record({
  code: id(),
  text: filledText(),
  /** Null while nobody has looked. */
  isMet: z.boolean().nullable(),
  note: text(),
});
export type CheckItem = z.infer<typeof checkItemSchema>;

export const sampleMemberSchema = record({
  packageId: id(),
  /** Of the candidacy (`candidateKey`). */
  key: filledText(),
  unitName: filledText(),
  name: filledText(),
  /** 申报事项. */
  question: filledText(),
  items: list(checkItemSchema, MOST_ITEMS),
  checkedBy: filledText().nullable(),
  checkedAt: instant().nullable(),
});
export type SampleMember = z.infer<typeof sampleMemberSchema>;

export const sampleSchema = record({
  id: id(),
  year: year(),
  scope: z.enum(SAMPLE_SCOPES),
  seed: wholeNumber(0, HIGHEST_SEED),
  size: wholeNumber(1, MOST_MEMBERS),
  /** How many it was drawn from, and the SHA-256 of their sorted list. */
  population: wholeNumber(0, 10_000_000),
  populationSha256: sha256(),
  drawnAt: instant(),
  by: filledText(),
  members: list(sampleMemberSchema, MOST_MEMBERS),
});
export type Sample = z.infer<typeof sampleSchema>;
