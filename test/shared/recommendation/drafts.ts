import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import { draftPackage, type ScanOnFile } from "../../../shared/recommendation/draft-package.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import { unitFileWith } from "../../support/unit-file.ts";
import {
  ballotWith,
  contextWith,
  doctorWith,
  NOTICE,
  recommendedWith,
  REVIEWERS,
  roundWith,
  SIGNED,
} from "./rounds.ts";

/** A round that is ready to be packed: two recommended, one of them by a settlement, and one who waits. */

export const PEOPLE = [
  doctorWith(),
  doctorWith({ id: "p-002", name: "李候补" }),
  doctorWith({
    id: "p-003",
    name: "赵认定",
    appraisals: doctorWith().appraisals.filter(({ year }) => year !== 2024),
  }),
];
export const SETTLEMENT = {
  requirementId: "appraisal.results",
  isMet: true,
  text: "原件为合格",
  evidence: "年度考核登记表",
  ...SIGNED,
};
const CANDIDACIES: readonly Candidacy[] = [
  recommendedWith({ confirmation: { on: "2026-09-01", attachmentId: "a-sheet", ...SIGNED } }),
  recommendedWith({
    id: "c-002",
    personId: "p-002",
    outcome: { decision: "waiting", reason: "岗位已满", ...SIGNED },
  }),
  recommendedWith({
    id: "c-003",
    personId: "p-003",
    decision: "undetermined",
    settlements: [SETTLEMENT],
  }),
];
const OBJECTION = {
  id: "o-1",
  receivedOn: "2026-09-09",
  from: "反映人钱某",
  candidacyId: "c-002",
  text: "李候补的论文有问题",
  handling: "已核实，不属实",
  outcome: "dismissed",
  closedOn: "2026-09-11",
} as const;

export function scanWith(given: Partial<ScanOnFile>): ScanOnFile {
  return {
    id: "a-1",
    personId: "p-001",
    kind: "title",
    name: "职称证书.JPG",
    size: 1_234,
    sha256: "7d".repeat(32),
    crc32: "0a1b2c3d",
    ...given,
  };
}

export function draftWith(round: Partial<Round> = {}, scans: readonly ScanOnFile[] = []) {
  const points = { "c-001": 90, "c-002": 70, "c-003": 80 };
  const context = contextWith({
    round: roundWith({
      state: "confirming",
      reviewers: [...REVIEWERS],
      ballots: ["b-1", "b-2", "b-3"].map((id) => ballotWith(id, points)),
      publicity: { ...NOTICE, objections: [OBJECTION] },
      ...round,
    }),
    candidacies: CANDIDACIES,
    people: PEOPLE,
  });
  const unitFile = unitFileWith(PEOPLE);
  return {
    context,
    draft: draftPackage({ context, pack: SHANDONG_2020, unitFile, scans, isReplacing: false }),
  };
}
