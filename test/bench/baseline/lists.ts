import { AT, type RequirementName } from "./codes.ts";

/** Which requirements a pathway asks, by their places; four ways where line and level matter. */
export interface Lists {
  /** At line × 2 + (1 from associate senior up). */
  readonly regular: readonly (readonly number[])[];
  readonly township: readonly (readonly number[])[];
  readonly exchange: readonly (readonly number[])[];
  readonly doctor: readonly number[];
  readonly conversion: readonly number[];
  readonly directHire: readonly number[];
  readonly mobility: readonly number[];
  readonly examMargin: readonly number[];
}

const LINE = ["line.held", "line.sameYear", "line.lockout", "sanction.none"] as const;

function placesOf(names: readonly RequirementName[]): number[] {
  return names.map((name) => AT[name]);
}

const LINE_AND_HEIGHT = [
  { isGrassroots: false, isHigh: false },
  { isGrassroots: false, isHigh: true },
  { isGrassroots: true, isHigh: false },
  { isGrassroots: true, isHigh: true },
] as const;

function fourWays(
  namesFor: (isGrassroots: boolean, specialty: readonly RequirementName[]) => RequirementName[],
): number[][] {
  return LINE_AND_HEIGHT.map(({ isGrassroots, isHigh }) =>
    placesOf(namesFor(isGrassroots, isHigh ? ["training.specialty"] : [])),
  );
}

function baseOf(isGrassroots: boolean, specialty: readonly RequirementName[]): RequirementName[] {
  return [
    ...(isGrassroots ? (["employment.grassroots"] as const) : []),
    "ladder.education",
    "ladder.tenure",
    "training.annual",
    ...specialty,
    "appraisal.results",
    ...LINE,
  ];
}

export function listsOf(): Lists {
  return {
    regular: fourWays((line, specialty) => [...baseOf(line, specialty), "quota.vacancy"]),
    township: fourWays((line, specialty) => [
      "employment.township",
      "township.years",
      ...baseOf(line, specialty),
    ]),
    exchange: fourWays((_, specialty) => [
      "exchange.origin",
      "ladder.education",
      "training.annual",
      ...specialty,
      ...LINE,
    ]),
    doctor: placesOf([
      "employment.township",
      "doctor.degree",
      "doctor.outstanding",
      "training.annual",
      "training.specialty",
      ...LINE,
      "quota.vacancy",
    ]),
    conversion: placesOf([
      "employment.grassroots",
      "conversion.held",
      "conversion.years",
      "conversion.appraisals",
      "conversion.training",
      "sanction.none",
    ]),
    directHire: placesOf([
      "directHire.qualification",
      "directHire.origin",
      "directHire.volunteer",
      "sanction.none",
    ]),
    mobility: placesOf(["directHire.served", "directHire.appraisals"]),
    examMargin: placesOf(["employment.grassroots", "exam.margin", "sanction.none"]),
  };
}
