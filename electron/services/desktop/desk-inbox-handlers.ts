import type { DESK_METHODS } from "../../../shared/bridge/desk-methods.ts";
import type { DeskCheck } from "../../../shared/bureau/desk-check.ts";
import { PAYLOAD_FOLDER } from "../../../shared/submission/bag.ts";
import { discardQuarantined, listQuarantine } from "../ledger/quarantine-list.ts";
import { findSingleChecks } from "../ledger/find-desk-checks.ts";
import { listPackages, listYears } from "../ledger/list-packages.ts";
import { readKeptPackage, viewPackage } from "../ledger/view-package.ts";
import { openBag } from "../packages/open-bag.ts";
import { PACKAGE_FILE } from "../packages/shelf.ts";
import { receivedShelf } from "../packages/received-shelf.ts";
import { listEnrolledUnits } from "../trust/enrolled-units.ts";
import { describeTrustFault } from "../trust/fault.ts";
import { join } from "node:path";
import { done, refuse } from "./answers.ts";
import { atDesk, type BureauDesk } from "./bureau-desk.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { makeReceiveHandlers } from "./desk-receive-handlers.ts";

type DeskHandlers = GroupHandlers<typeof DESK_METHODS>;
type InboxHandlers = Pick<
  DeskHandlers,
  | "desk.inbox"
  | "desk.package"
  | "desk.file"
  | "desk.receive"
  | "desk.cancel"
  | "desk.quarantine"
  | "desk.discard"
  | "desk.checks"
>;

export const PACKAGE_UNKNOWN = "台账里没有这个报送包；请刷新收件列表";
const FILE_UNKNOWN = "报送包里没有这个文件；请刷新后重试";
const FILE_TOO_LARGE = "这个文件太大，不能在程序里打开";
/** What a page takes at once. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** Candidacies whose checks are told one by one; a list of tens of thousands helps nobody. */
const MOST_CHECKS = 1_000;

const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The inbox of a bureau: what came, what is in it, what was refused. */
export function makeInboxHandlers(desk: Desk): InboxHandlers {
  return {
    ...makeReceiveHandlers(desk),
    "desk.inbox": ({ year }) => atDesk(desk, (bureau) => readInbox(bureau, year)),
    "desk.package": ({ packageId }) =>
      atDesk(desk, async ({ context }) => {
        const viewed = await viewPackage(context, packageId);
        return viewed === null
          ? refuse("package-unknown", PACKAGE_UNKNOWN)
          : done({ package: viewed });
      }),
    "desk.file": ({ packageId, path }) =>
      atDesk(desk, (bureau) => readFileOf(bureau, packageId, path)),
    "desk.quarantine": () =>
      atDesk(desk, async ({ keys }) =>
        done({ files: [...(await listQuarantine(desk.dataFolder, keys.sealer))] }),
      ),
    "desk.discard": ({ name }) =>
      atDesk(desk, async ({ keys }) => {
        const isGone = await discardQuarantined(desk.dataFolder, keys.sealer, name);
        return isGone ? done({}) : refuse("file-unknown", FILE_UNKNOWN);
      }),
    "desk.checks": ({ year }) =>
      atDesk(desk, async ({ context, checks }) => {
        const { shared, single } = await checks.of(year);
        const found = await findSingleChecks(context, year, { packageId: null, most: MOST_CHECKS });
        const all = [...single.values()].reduce((sum, one) => sum + one.conflict + one.notice, 0);
        return done({ checks: toSend([...shared, ...found]), more: all - found.length });
      }),
  };
}

/** Lists as the schemas of the bridge have them. */
function toSend(checks: readonly DeskCheck[]) {
  return checks.map((one) => ({ ...one, places: [...one.places] }));
}

async function readInbox(
  { context, checks, desk, keys, damaged }: BureauDesk,
  asked: number | null,
): ReturnType<DeskHandlers["desk.inbox"]> {
  const years = await listYears(context);
  const year = asked ?? years[0] ?? null;
  const enrolled = await listEnrolledUnits({ dataFolder: desk.dataFolder, sealer: keys.sealer });
  if (!enrolled.ok) return refuse(enrolled.code, describeTrustFault(enrolled.code));
  const packages = year === null ? [] : await listPackages(context, year, await checks.of(year));
  const sent = new Set(packages.map(({ unitId }) => unitId));
  const awaited = new Map(
    enrolled.units
      .filter(({ unit, revokedAt }) => revokedAt === null && !sent.has(unit.id))
      .map(({ unit }) => [unit.id, { unitId: unit.id, unitName: unit.name }]),
  );
  return done({
    year,
    years: [...years],
    packages: [...packages],
    awaited: [...awaited.values()],
    damaged: [...damaged],
  });
}

async function readFileOf(
  { context, keys, desk }: BureauDesk,
  packageId: string,
  path: string,
): ReturnType<DeskHandlers["desk.file"]> {
  const kept = await readKeptPackage(context, packageId);
  if (kept === null) return refuse("package-unknown", PACKAGE_UNKNOWN);
  const file = kept.contents.files.find((one) => one.path === path);
  const extension = /^(?:forms|attachments)\/[^/]+\.([a-z0-9]+)$/.exec(path)?.[1];
  if (file === undefined || extension === undefined) return refuse("file-unknown", FILE_UNKNOWN);
  if (file.size > MOST_FILE_BYTES) return refuse("file-too-large", FILE_TOO_LARGE);
  const { folder } = receivedShelf(desk.dataFolder, keys.sealer);
  const opened = await openBag(join(folder, kept.name, PACKAGE_FILE), keys.ageIdentities);
  if (!opened.ok)
    return refuse("package-damaged", "收下的报送包文件已损坏；请用备份恢复数据文件夹");
  try {
    const bytes = await opened.bag.read(PAYLOAD_FOLDER + path);
    if (bytes === null) return refuse("file-unknown", FILE_UNKNOWN);
    const name = path.slice(path.lastIndexOf("/") + 1);
    return done({ name, mimeType: MIME_TYPES[extension] ?? "application/octet-stream" }, bytes);
  } finally {
    await opened.bag.close();
  }
}
