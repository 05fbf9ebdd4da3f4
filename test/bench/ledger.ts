import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { writeContainer } from "../../electron/services/container/write-container.ts";
import { createKeyPairs } from "../../electron/services/keys/key-pairs.ts";
import { type UnlockedKeys, useKeys } from "../../electron/services/keys/unlocked-keys.ts";
import { countYear } from "../../electron/services/ledger/count-year.ts";
import { listPackages } from "../../electron/services/ledger/list-packages.ts";
import {
  type DeskLedger,
  openDeskLedger,
} from "../../electron/services/ledger/open-desk-ledger.ts";
import { sumYear } from "../../electron/services/ledger/sum-year.ts";
import { planSummaryWorkbook } from "../../electron/services/ledger/summary-workbook.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import { packDigest } from "../../electron/services/packages/pack-digest.ts";
import { writeBag } from "../../electron/services/packages/package-content.ts";
import { receivePackage } from "../../electron/services/packages/receive-package.ts";
import { createUuidV7 } from "../../electron/services/packages/uuid-v7.ts";
import { packWorkbook } from "../../electron/services/workbooks/write-workbook.ts";
import { openChance } from "../../shared/demo/chance.ts";
import { inventPerson } from "../../shared/demo/fictitious-person.ts";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { type BureauCard, USUAL_ASKS } from "../../shared/submission/bureau-card.ts";
import { composeDocuments, composeManifest } from "../../shared/submission/compose-package.ts";
import { unitProfileOf } from "../../shared/submission/profiles.ts";

/**
 * A thousand packages of 120 people each are taken in, verified, entered into the ledger and summed. Printed
 * is the time of one package for each hundred, beside that of the first: it stays flat. Packages are made
 * without scans and forms, and their making is not in the figures. Prints, and asserts nothing.
 * `PACKAGES=100 PEOPLE=20 node out/test/bench/ledger.js` is a quick run; `JICENG_LEDGER` takes a server.
 */

const PACKAGES = Number(process.env["PACKAGES"] ?? 1_000);
const PEOPLE = Number(process.env["PEOPLE"] ?? 120);
const STEPS = 10;
const NOW = Date.UTC(2026, 8, 10, 2, 30);
const YEAR = 2026;

async function makeKeys(role: "unit" | "bureau"): Promise<UnlockedKeys> {
  const { publicKeys, secretKeys } = await createKeyPairs();
  const secrets = { current: secretKeys, formerReading: [], keyChange: null };
  return useKeys(role, publicKeys, secrets, new Uint8Array(32).fill(7));
}

/** A unit of its own with invented people; the numbers make them differ. */
function inventStaff(index: number): UnitFile {
  const chance = openChance(index);
  const { unit, ...rest } = inventUnit(0);
  const id = `u-${String(index).padStart(4, "0")}`;
  const people = Array.from({ length: PEOPLE }, (_, number) =>
    inventPerson(chance, number + 1, unit.name, YEAR - 1),
  );
  return {
    ...rest,
    unit: { ...unit, id, name: `第${index}卫生院（虚构）`, creditCode: null },
    people,
  };
}

/** Writes the package of everybody who can apply for something; gives how many they are. */
async function writePackage(
  path: string,
  unitFile: UnitFile,
  unitKeys: UnlockedKeys,
  card: BureauCard,
): Promise<number> {
  const cycle = cycleOf(YEAR);
  const confirmation = { by: "王审核", at: "2026-09-09T08:00:00Z", reason: "已核对原件" };
  const recommended = evaluate(unitFile, cycle, SHANDONG_2020).flatMap(
    ({ personId, assessments }, index) =>
      assessments
        .slice(0, 1)
        .map((assessment) => ({ personId, assessment, confirmation, score: 80, rank: index + 1 })),
  );
  const documents = composeDocuments({
    unitFile,
    cycle,
    pack: SHANDONG_2020,
    packSha256: packDigest(SHANDONG_2020),
    recommended,
    publicity: { from: "2026-09-01", to: "2026-09-08" },
    attachments: [],
  });
  const identity = {
    id: createUuidV7(NOW),
    bureau: { id: card.bureau.id, kid: card.keys.kid },
    revision: 1,
    previous: null,
    createdAt: "2026-09-10T02:00:00Z",
    software: { name: "jiceng", version: "0.1.0" },
  };
  const manifest = composeManifest(identity, documents, []);
  const content = { manifest, documents, forms: [], attachments: [] };
  const written = await writeContainer(path, [card.keys.reading], async (zip) => {
    await writeBag(zip, content, unitKeys, false);
  });
  if (!written.ok) throw new Error(`not written: ${written.code}`);
  return recommended.length;
}

/** Processor time of this process: the wall's depends on what else the machine does. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

interface Hundred {
  readonly receive: number;
  readonly enter: number;
  readonly people: number;
}

async function takeIn(
  office: Office,
  desk: DeskLedger,
  path: string,
  unitKeys: UnlockedKeys,
  index: number,
): Promise<Hundred> {
  const unitFile = inventStaff(index);
  const people = await writePackage(path, unitFile, unitKeys, office.card);
  const unit = {
    unit: unitProfileOf(unitFile.unit),
    keys: unitKeys.publicKeys,
    enrolledAt: "2026-09-01T00:00:00Z",
    revokedAt: null,
  };
  const start = cpuMilliseconds();
  const received = await receivePackage(
    path,
    { ...office, units: [unit] },
    { packages: desk.packages },
  );
  if (!received.ok || received.contents === null) throw new Error("not received");
  const read = cpuMilliseconds();
  await desk.sync.put(basename(received.folder), received.entry, received.contents);
  return { receive: read - start, enter: cpuMilliseconds() - read, people };
}

const folder = mkdtempSync(join(tmpdir(), "jiceng-bench-"));
const dataFolder = join(folder, "bureau");
const keys = await makeKeys("bureau");
const card: BureauCard = {
  format: "jiceng.bureau-card/1",
  bureau: { id: "bureau-1", name: "示例县人力资源和社会保障局" },
  addresses: [],
  asks: USUAL_ASKS,
  keys: keys.publicKeys,
  serial: 1,
  issuedAt: "2026-09-01T00:00:00Z",
  replaces: null,
};
const office: Office = { dataFolder, keys, card, units: [], packs: SHIPPED_PACKS, now: NOW };

async function measure<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  const cpu = cpuMilliseconds();
  const value = await work();
  const wall = (performance.now() - start) / 1_000;
  const busy = (cpuMilliseconds() - cpu) / 1_000;
  console.log(`${name}: ${busy.toFixed(2)} s of processor time (${wall.toFixed(2)} s)`);
  return value;
}

function average(hundred: readonly Hundred[], part: "receive" | "enter"): number {
  return hundred.reduce((sum, one) => sum + one[part], 0) / hundred.length;
}

async function run(): Promise<void> {
  const opened = await measure("open an empty ledger", () =>
    openDeskLedger({
      dataFolder,
      keys,
      address: process.env["JICENG_LEDGER"] ?? null,
      packs: () => Promise.resolve(SHIPPED_PACKS),
      catalogueOf: () => Promise.resolve(null),
      now: () => NOW,
      floorBytes: 0,
    }),
  );
  if (!opened.ok) throw new Error(opened.code);
  const { context } = opened;
  console.log(`${PACKAGES} packages of ${PEOPLE} people, ledger: ${context.ledger.kind}`);
  const path = join(folder, "sent.jcp");
  const step = Math.max(1, Math.round(PACKAGES / STEPS));
  let first: { readonly receive: number; readonly enter: number } | null = null;
  let candidacies = 0;
  let hundred: Hundred[] = [];
  const unitKeys = await makeKeys("unit");
  for (let index = 1; index <= PACKAGES; index += 1) {
    const one = await takeIn(office, opened, path, unitKeys, index);
    hundred.push(one);
    candidacies += one.people;
    if (index % step !== 0) continue;
    const now = { receive: average(hundred, "receive"), enter: average(hundred, "enter") };
    first ??= now;
    const whole = now.receive + now.enter;
    const ratio = whole / (first.receive + first.enter);
    console.log(
      `packages ${index - step + 1}-${index}: ${whole.toFixed(0)} ms of processor time each` +
        ` (verify ${now.receive.toFixed(0)}, enter ${now.enter.toFixed(0)}), ${ratio.toFixed(2)} of the first`,
    );
    hundred = [];
  }
  console.log(`${candidacies} candidacies; the last package had ${statSync(path).size} bytes`);
  const summary = await measure("汇总 of all", () => sumYear(context, YEAR));
  console.log(`summed: ${summary.total.units} units, ${summary.total.candidacies} candidacies`);
  const checks = await measure("cross-unit checks", () => opened.checks.of(YEAR));
  console.log(`${checks.shared.length} checks across units`);
  await measure("inbox", () => listPackages(context, YEAR, checks));
  await measure("statistics", () => countYear(context, YEAR, "all"));
  await measure("look for changes on the shelf", () => opened.sync.run());
  await measure("workbook for the city", async () => {
    const planned = await planSummaryWorkbook(context, {
      year: YEAR,
      scope: "all",
      bureauName: card.bureau.name,
    });
    return packWorkbook(planned.plan);
  });
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB`);
  await opened.close();
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
