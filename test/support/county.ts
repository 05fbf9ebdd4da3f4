import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readOwnOffice } from "../../electron/services/packages/own-office.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import { buildPackage } from "../../electron/services/packages/build-package.ts";
import type { PackageOrder } from "../../electron/services/packages/package-order.ts";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import {
  issueBureauCard,
  issueEnrolment,
  readOwnCard,
} from "../../electron/services/trust/own-statement.ts";
import { enrolUnit } from "../../electron/services/trust/enrolled-units.ts";
import { readEnrolmentFile } from "../../electron/services/trust/statement-file.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { USUAL_ASKS } from "../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../shared/submission/fingerprint.ts";
import { unitProfileOf } from "../../shared/submission/profiles.ts";
import { makeKeys } from "./installation.ts";
import { NOW, orderWith } from "./offices.ts";

/** A bureau with its card and enrolled units on the disk, and units that pack for it. */
export interface County {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  readonly openOffice: () => Promise<Office>;
  /** Enrols a unit; gives what packs for it, the path of each package. */
  readonly enrol: (unitFile: UnitFile) => Promise<(order?: PackageOrder) => Promise<string>>;
}

export const BUREAU = { id: "bureau-1", name: "示例县人力资源和社会保障局" };

/** Makes a bureau in a folder; its data folder is `bureau` there. */
export async function makeCounty(folder: string, given?: UnlockedKeys): Promise<County> {
  const dataFolder = join(folder, "bureau");
  const keys = given ?? (await makeKeys("bureau"));
  const issued = await issueBureauCard(
    dataFolder,
    keys,
    { bureau: BUREAU, addresses: [], asks: USUAL_ASKS },
    NOW,
  );
  if (!issued.ok) throw new Error(issued.code);
  const card = async () => {
    const own = await readOwnCard(dataFolder, keys);
    if (!own.ok || own.card === null) throw new Error("no card");
    return own.card;
  };
  return {
    dataFolder,
    keys,
    openOffice: async () => {
      const own = await readOwnOffice(dataFolder, keys, NOW + 60_000);
      if (!own.ok) throw new Error(own.code);
      return own.office;
    },
    enrol: async (unitFile) => {
      const unitFolder = join(folder, unitFile.unit.id);
      const unitKeys = await makeKeys("unit");
      await enrolIn(dataFolder, keys, unitFolder, unitKeys, unitFile);
      const stick = join(folder, "stick");
      mkdirSync(stick, { recursive: true });
      const sender = {
        dataFolder: unitFolder,
        keys: unitKeys,
        bureau: { card: await card(), trustedAt: "2026-09-01T00:00:00Z", revokedAt: null },
        now: NOW,
      };
      return async (order = orderWith({}, unitFile)) => {
        const target = { folder: stick, isOverwriting: true };
        const built = await buildPackage(order, sender, target);
        if (!built.ok) throw new Error(`not packed: ${built.code} ${built.place ?? ""}`);
        return built.packagePath;
      };
    },
  };
}

async function enrolIn(
  dataFolder: string,
  { sealer }: UnlockedKeys,
  unitFolder: string,
  unitKeys: UnlockedKeys,
  { unit }: UnitFile,
): Promise<void> {
  const issued = await issueEnrolment(unitFolder, unitKeys, unitProfileOf(unit), NOW);
  if (!issued.ok) throw new Error(issued.code);
  const read = await readEnrolmentFile(issued.text);
  if (!read.ok) throw new Error(read.code);
  const heard = { fingerprint: fingerprintOf(unitKeys.publicKeys.kid), isChangeConfirmed: false };
  const taken = await enrolUnit({ dataFolder, sealer }, read.statement, heard, NOW);
  if (!("ok" in taken) || !taken.ok) throw new Error("not enrolled");
}
