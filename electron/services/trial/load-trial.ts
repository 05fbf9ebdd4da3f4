import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import {
  inventCounty,
  isTrialUnit,
  TRIAL_YEAR,
  type TrialRound,
} from "../../../shared/demo/trial-county.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { unitProfileOf } from "../../../shared/submission/profiles.ts";
import { resolveCandidates } from "../../../shared/workbook/lists/candidates.ts";
import { makeFolder } from "../files/durable.ts";
import { createKeyPairs } from "../keys/key-pairs.ts";
import { type UnlockedKeys, useKeys } from "../keys/unlocked-keys.ts";
import { buildOnShelf } from "../packages/build-package.ts";
import type { Office } from "../packages/office.ts";
import type { PackageOrder, Sender } from "../packages/package-order.ts";
import { receivePackage } from "../packages/receive-package.ts";
import { PACKAGE_FILE } from "../packages/shelf.ts";
import { enrolUnit, listEnrolledUnits } from "../trust/enrolled-units.ts";
import { issueEnrolment } from "../trust/own-statement.ts";
import { readEnrolmentFile } from "../trust/statement-file.ts";
import { inventScan } from "./fictitious-scan.ts";

/** Fictitious units whose packages come the same way as real ones: enrolled, packed, signed, encrypted, read. */

const KEY_BYTES = 32;
const PUBLICITY = { from: `${TRIAL_YEAR}-09-01`, to: `${TRIAL_YEAR}-09-07` };
const CONFIRMED_BY = "试用审查人（虚构）";

export type LoadedTrial =
  | { readonly ok: true; readonly packages: number }
  | { readonly ok: false; readonly code: "trial-running" };

/** Enrols the fictitious units and takes their packages in. */
export async function loadTrial(office: Office): Promise<LoadedTrial> {
  const running = office.units.some(
    ({ unit, revokedAt }) => revokedAt === null && isTrialUnit(unit.id),
  );
  if (running) return { ok: false, code: "trial-running" };
  const rounds = inventCounty();
  for (const round of rounds) await playRound(office, round);
  return { ok: true, packages: rounds.length };
}

/** One unit's whole round. Its own folder lies in the spool, which is swept at the next start. */
async function playRound(office: Office, round: TrialRound): Promise<void> {
  const folder = join(office.dataFolder, "spool", randomUUID());
  await makeFolder(folder);
  try {
    const keys = await makeUnitKeys();
    await enrolUnitOf(office, folder, keys, round);
    const sender: Sender = {
      dataFolder: folder,
      keys,
      bureau: { card: office.card, trustedAt: formatInstant(office.now), revokedAt: null },
      now: office.now,
    };
    const built = await buildOnShelf(await orderOf(round), sender);
    if (!built.ok) throw new Error(`a fictitious package: ${built.code}`);
    await takeIn(office, join(built.folder, PACKAGE_FILE), built.sent.file.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeUnitKeys(): Promise<UnlockedKeys> {
  const { publicKeys, secretKeys } = await createKeyPairs();
  const secrets = { current: secretKeys, formerReading: [], keyChange: null };
  return useKeys("unit", publicKeys, secrets, randomBytes(KEY_BYTES));
}

async function enrolUnitOf(
  { dataFolder, keys: { sealer }, now }: Office,
  folder: string,
  keys: UnlockedKeys,
  { unitFile }: TrialRound,
): Promise<void> {
  const issued = await issueEnrolment(folder, keys, unitProfileOf(unitFile.unit), now);
  if (!issued.ok) throw new Error(`a fictitious enrolment: ${issued.code}`);
  const read = await readEnrolmentFile(issued.text);
  if (!read.ok) throw new Error(`a fictitious enrolment: ${read.code}`);
  const heard = { fingerprint: fingerprintOf(keys.publicKeys.kid), isChangeConfirmed: true };
  const taken = await enrolUnit({ dataFolder, sealer }, read.statement, heard, now);
  if (!taken.ok) throw new Error(`a fictitious enrolment: ${taken.code}`);
}

async function orderOf({ unitFile, choices }: TrialRound): Promise<PackageOrder> {
  const source = { unitFile, cycle: cycleOf(TRIAL_YEAR), pack: SHANDONG_2020 };
  const answers = choices.map((choice) => ({ personId: choice.personId, assessments: [choice] }));
  const resolved = resolveCandidates(source, answers, choices);
  if (!resolved.ok) throw new Error("a fictitious candidate who is not on file");
  const candidates = resolved.candidates.map((candidate, index) => ({
    candidate,
    confirmation: {
      by: CONFIRMED_BY,
      at: `${TRIAL_YEAR}-09-08T02:00:00Z`,
      reason:
        candidate.assessment.decision === "eligible" ? null : "已核对原件，请人社局核定（虚构）",
    },
    score: 95 - index,
    rank: index + 1,
  }));
  const attachments = await Promise.all(
    candidates.map(({ candidate: { person } }) =>
      inventScan(person.id, "title", `${person.name}职称证书（虚构）`),
    ),
  );
  return { source, candidates, publicity: PUBLICITY, attachments, isReplacing: false };
}

async function takeIn(office: Office, path: string, fileName: string): Promise<void> {
  const { dataFolder, keys } = office;
  const enrolled = await listEnrolledUnits({ dataFolder, sealer: keys.sealer });
  if (!enrolled.ok) throw new Error(`the register: ${enrolled.code}`);
  const received = await receivePackage(path, { ...office, units: enrolled.units }, { fileName });
  if (!received.ok) throw new Error(`a fictitious package was refused: ${received.code}`);
}
