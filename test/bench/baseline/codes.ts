import { APPRAISAL_RESULTS } from "../../../shared/records/appraisal.ts";
import { EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import { POSTING_KINDS, SETTINGS } from "../../../shared/records/posting.ts";
import { SANCTION_KINDS } from "../../../shared/records/sanction.ts";
import { SERIES } from "../../../shared/records/series.ts";
import { TITLE_LEVELS } from "../../../shared/records/title.ts";

/**
 * The measure for the engine: the same rules as one loop over whole numbers, written for speed alone.
 * Words become their place in the lists of the records.
 */
export const TOWNSHIP = SETTINGS.indexOf("township");
export const GRASSROOTS_SETTING = SETTINGS.indexOf("grassroots");
export const COUNTY = SETTINGS.indexOf("county");
export const ABOVE = SETTINGS.indexOf("above");
export const EXCHANGE = POSTING_KINDS.indexOf("exchange");
export const DIRECT_HIRE = POSTING_KINDS.indexOf("directHire");
export const STUDY = POSTING_KINDS.indexOf("study");
export const LEAVE = POSTING_KINDS.indexOf("leave");
export const OTHER_SERIES = SERIES.indexOf("other");
export const ASSISTANT = TITLE_LEVELS.indexOf("assistant");
export const INTERMEDIATE = TITLE_LEVELS.indexOf("intermediate");
export const ASSOCIATE_SENIOR = TITLE_LEVELS.indexOf("associateSenior");
export const SENIOR = TITLE_LEVELS.indexOf("senior");
export const PROVINCIAL = 0;
export const GRASSROOTS = 1;
export const SERIES_COUNT = SERIES.length;
export const LEVEL_COUNT = TITLE_LEVELS.length;

export const RESULT_CODE = codesOf(APPRAISAL_RESULTS);
export const EDUCATION_CODE = codesOf(EDUCATION_LEVELS);
export const KIND_CODE = codesOf(POSTING_KINDS);
export const SETTING_CODE = codesOf(SETTINGS);
export const SERIES_CODE = codesOf(SERIES);
export const LEVEL_CODE = codesOf(TITLE_LEVELS);
export const SANCTION_CODE = codesOf(SANCTION_KINDS);

function codesOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map((word, index) => [word, index])) as Record<Word, number>;
}

/** No result on file for a year. */
export const MISSING = -1;

export const MET = 0;
export const UNKNOWN = 1;
export const UNMET = 2;
/** No day: what null is in the engine's answers. */
export const NEVER = 0x7fff_ffff;

export const REQUIREMENTS = [
  "employment.grassroots",
  "employment.township",
  "ladder.education",
  "ladder.tenure",
  "township.years",
  "training.annual",
  "training.specialty",
  "appraisal.results",
  "line.held",
  "line.sameYear",
  "line.lockout",
  "sanction.none",
  "quota.vacancy",
  "exchange.origin",
  "doctor.degree",
  "doctor.outstanding",
  "conversion.held",
  "conversion.years",
  "conversion.appraisals",
  "conversion.training",
  "directHire.qualification",
  "directHire.origin",
  "directHire.volunteer",
  "directHire.served",
  "directHire.appraisals",
  "exam.margin",
] as const;
export type RequirementName = (typeof REQUIREMENTS)[number];
export const AT = codesOf(REQUIREMENTS);

export const PATHWAYS = [
  "regular",
  "townshipTenure",
  "exchange",
  "doctor",
  "conversion",
  "directHire",
  "directHireMobility",
  "examMargin",
] as const;
export type PathwayName = (typeof PATHWAYS)[number];
export const PATHWAY_CODE = codesOf(PATHWAYS);
