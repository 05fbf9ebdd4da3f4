import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DESK_METHODS } from "../../../shared/bridge/desk-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { chainPlace } from "../../../shared/submission/package-name.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import { isMissing } from "../files/faults.ts";
import { DECISION_FAULTS, decide, markTold } from "../ledger/desk-decisions.ts";
import {
  ANSWER_FAULTS,
  draftAnswer,
  type DraftedAnswer,
  draftResults,
} from "../ledger/issue-answers.ts";
import { findPackage, NO_CHECKS } from "../ledger/list-packages.ts";
import { readKeptPackage } from "../ledger/view-package.ts";
import { issueAnswer } from "../packages/answer-package.ts";
import { receiptPathIn } from "../packages/folder-packages.ts";
import { receivedShelf } from "../packages/received-shelf.ts";
import { readRecord } from "../packages/shelf.ts";
import { done, refuse } from "./answers.ts";
import { atDesk, type BureauDesk, openOfficeOf } from "./bureau-desk.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";
import { inFolderTurn } from "./unlocked.ts";

type Handlers = Pick<
  GroupHandlers<typeof DESK_METHODS>,
  "desk.decide" | "desk.answer" | "desk.results" | "desk.receipt"
>;

const RECEIPT_UNKNOWN = "没有这份回执；请刷新后重试";
const PACKAGE_DAMAGED = "收下的报送包记录已损坏；请用备份恢复数据文件夹";

/** Decisions on candidates, and the receipts that tell them. */
export function makeDecisionHandlers(desk: Desk): Handlers {
  return {
    "desk.decide": ({ packageId, by, decisions }) =>
      atDesk(desk, async ({ context }) => {
        const refusal = await refuseBelowFloor(desk);
        if (refusal !== null) return refusal;
        const at = formatInstant(desk.now());
        const decided = await decide(context, packageId, decisions, { by, at });
        if (!decided.ok) return refuse(decided.code, DECISION_FAULTS[decided.code]);
        return done({ decisions: [...decided.decisions] });
      }),
    "desk.answer": ({ packageId, whole }) =>
      atDesk(desk, (bureau) =>
        issue(bureau, packageId, () => draftAnswer(bureau.context, packageId, whole)),
      ),
    "desk.results": ({ packageId, results }) =>
      atDesk(desk, (bureau) => {
        const given = new Map(results.map(({ key, result }) => [key, result]));
        return issue(bureau, packageId, () => draftResults(bureau.context, packageId, given));
      }),
    "desk.receipt": ({ packageId, serial }) =>
      atDesk(desk, (bureau) => readReceipt(bureau, packageId, serial)),
  };
}

async function issue(
  bureau: BureauDesk,
  packageId: string,
  draft: () => Promise<DraftedAnswer>,
): ReturnType<Handlers["desk.answer"]> {
  const { context, desk, keys, sync } = bureau;
  const refusal = await refuseBelowFloor(desk);
  if (refusal !== null) return refusal;
  const listed = await findPackage(context, packageId, NO_CHECKS);
  const kept = await readKeptPackage(context, packageId);
  if (listed === null || kept === null) {
    return refuse("package-unknown", DECISION_FAULTS["package-unknown"]);
  }
  if (!listed.isNewest) return refuse("superseded", DECISION_FAULTS.superseded);
  const opened = await openOfficeOf(bureau);
  if (!opened.ok) return opened;
  return inFolderTurn(desk, async () => {
    const drafted = await draft();
    if (!drafted.ok) {
      return refuse(drafted.code, ANSWER_FAULTS[drafted.code], { count: drafted.count });
    }
    // From the shelf and not from the ledger: a command may have answered meanwhile.
    const shelf = receivedShelf(desk.dataFolder, keys.sealer);
    const read = await readRecord(shelf, kept.name);
    if (!read.ok) return refuse("package-damaged", PACKAGE_DAMAGED);
    const { entry } = read;
    const { status, remarks } = drafted;
    const issued = await issueAnswer(
      opened.office,
      { name: kept.name, entry },
      { status, remarks },
    );
    await sync.run();
    await markTold(context, packageId);
    const { receipt, isNew, bytes } = issued;
    const fileName = nameReceipt(entry.manifest, receipt.serial);
    return done({ serial: receipt.serial, status, isNew, fileName }, bytes);
  });
}

async function readReceipt(
  { context, desk, keys }: BureauDesk,
  packageId: string,
  serial: number,
): ReturnType<Handlers["desk.receipt"]> {
  const kept = await readKeptPackage(context, packageId);
  if (kept === null) return refuse("package-unknown", DECISION_FAULTS["package-unknown"]);
  const { folder } = receivedShelf(desk.dataFolder, keys.sealer);
  try {
    const bytes = await readFile(receiptPathIn(join(folder, basename(kept.name)), serial));
    return done({ fileName: nameReceipt(kept.entry.manifest, serial) }, bytes);
  } catch (error) {
    if (isMissing(error)) return refuse("receipt-unknown", RECEIPT_UNKNOWN);
    throw error;
  }
}

/** `u-001-2026-r1-receipt-2.jcr`. */
function nameReceipt(manifest: PackageManifest, serial: number): string {
  return `${chainPlace(manifest)}-receipt-${serial}.jcr`;
}
