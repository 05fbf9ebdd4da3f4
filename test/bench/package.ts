import { spawnSync } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { openContainer } from "../../electron/services/container/open-container.ts";
import { writeContainer } from "../../electron/services/container/write-container.ts";
import { sourceOnDisk } from "../../electron/services/zip/disk-source.ts";
import type { EntryFigures } from "../../electron/services/zip/entry-figures.ts";
import { median } from "./timing.ts";

/**
 * Building and reading a package of scans, against sha256sum, zip and age on the same files: processor
 * time, since the wall's depends on what else the machine does. Every run is a process of its own, in
 * turn; about 0.3 s of ours is Node's start, whatever the size. Prints, and asserts nothing.
 * `node out/test/bench/package.js 500` takes 500 MB, for which the limits are meant, instead of 100.
 */

const SCAN_BYTES = 800_000;
const ROUNDS = 5;

/** What the runs share: scans in `bag/`, keys, figures kept from when the scans were taken in. */
interface Settings {
  readonly recipient: string;
  readonly identity: string;
  readonly scans: readonly { readonly name: string; readonly figures: EntryFigures }[];
}

/** What is run in the bench's folder by the shell, which counts the processor time. */
interface Contender {
  readonly name: string;
  readonly limit: string;
  readonly command: (settings: Settings) => string;
}

const OWN = `${process.execPath} ${fileURLToPath(import.meta.url)}`;

const STOCK_BUILD: Contender = {
  name: "sha256sum, zip -0, age",
  limit: "",
  command: ({ recipient }) =>
    "(cd bag && sha256sum *.jpg > manifest-sha256.txt) && " +
    `zip -q -0 -D -r - bag | age -r ${recipient} -o stock.age`,
};

const STOCK_READ: Contender = {
  name: "age -d, unzip, sha256sum -c",
  limit: "",
  command: () =>
    "age -d -i key.txt -o stock.zip stock.age && unzip -q -o stock.zip -d out && " +
    "(cd out/bag && sha256sum -c --quiet --strict manifest-sha256.txt)",
};

const BUILD: readonly Contender[] = [
  STOCK_BUILD,
  {
    name: "ours, figures kept",
    limit: "(limit at 500 MB: 0.75)",
    command: () => `${OWN} build known`,
  },
  { name: "ours, all hashed anew", limit: "", command: () => `${OWN} build new` },
];

const READ: readonly Contender[] = [
  STOCK_READ,
  { name: "ours", limit: "(limit at 500 MB: 1.5)", command: () => `${OWN} read ours` },
];

function prepare(folder: string, scanCount: number, keys: Omit<Settings, "scans">): Settings {
  mkdirSync(join(folder, "bag"));
  const scan = Buffer.alloc(SCAN_BYTES);
  const scans = Array.from({ length: scanCount }, (_, index) => {
    randomFillSync(scan);
    const name = `${String(index).padStart(5, "0")}.jpg`;
    writeFileSync(join(folder, "bag", name), scan);
    const sha256 = createHash("sha256").update(scan).digest("hex");
    return { name, figures: { size: SCAN_BYTES, crc32: crc32(scan), sha256 } };
  });
  const settings = { ...keys, scans };
  writeFileSync(join(folder, "key.txt"), `${keys.identity}\n`);
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
  return settings;
}

async function build(isKnown: boolean): Promise<void> {
  const { recipient, scans } = readSettings();
  const written = await writeContainer("ours.jcp", [recipient], async (zip) => {
    const lines: string[] = [];
    for (const { name, figures } of scans) {
      const source = sourceOnDisk(join("bag", name), isKnown ? figures : undefined);
      const { sha256 } = await zip.add({ name: `data/${name}`, method: "store", source });
      lines.push(`${sha256}  data/${name}\n`);
    }
    const source = Buffer.from(lines.join(""));
    await zip.add({ name: "manifest-sha256.txt", method: "deflate", source });
  });
  if (!written.ok) throw new Error(written.code);
}

async function read(): Promise<void> {
  const { identity, scans } = readSettings();
  const opened = await openContainer("ours.jcp", [identity]);
  if (!opened.ok) throw new Error(opened.code);
  for (const { name, figures } of scans) {
    if (opened.container.digest(`data/${name}`) !== figures.sha256) throw new Error(name);
  }
  await opened.container.close();
}

function readSettings(): Settings {
  return JSON.parse(readFileSync("settings.json", "utf8")) as Settings;
}

interface Measured {
  readonly cpu: number;
  readonly wall: number;
  /** Null for programs that do not say. */
  readonly peakMib: number | null;
}

function measureOnce(folder: string, settings: Settings, { command }: Contender): Measured {
  const start = performance.now();
  const script = `set -e -o pipefail; ${command(settings)}; times`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  const wall = (performance.now() - start) / 1_000;
  // The second line that `times` prints is that of the children: user, system.
  const times = [...(stdout.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = times.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  const peak = /peak (\d+) KiB/.exec(stdout)?.[1];
  return { cpu, wall, peakMib: peak === undefined ? null : Number(peak) / 1_024 };
}

function compare(title: string, folder: string, settings: Settings, all: readonly Contender[]) {
  const runs = new Map<string, Measured[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of all) {
      runs.get(contender.name)?.push(measureOnce(folder, settings, contender));
      rmSync(join(folder, "out"), { recursive: true, force: true });
    }
  }
  console.log(title);
  const cpuOf = (name: string) => median((runs.get(name) ?? []).map(({ cpu }) => cpu));
  for (const { name, limit } of all) {
    const measured = runs.get(name) ?? [];
    const wall = median(measured.map((run) => run.wall));
    const peak = Math.max(...measured.map(({ peakMib }) => peakMib ?? 0));
    const ratio = cpuOf(name) / cpuOf(all[0]?.name ?? name);
    console.log(
      `  ${name.padEnd(28)} processor ${cpuOf(name).toFixed(2)} s  x${ratio.toFixed(2)} ${limit.padEnd(24)}` +
        `  wall ${wall.toFixed(2)} s${peak > 0 ? `  peak ${peak.toFixed(0)} MiB (limit 160)` : ""}`,
    );
  }
}

/** The stock programs that are not there. */
function findMissing(): readonly string[] {
  return ["sha256sum", "zip", "unzip", "age"].filter(
    (name) => spawnSync("which", [name]).status !== 0,
  );
}

async function main(megabytes: number): Promise<void> {
  const missing = findMissing();
  if (missing.length > 0)
    console.log(`not installed, so nothing to compare with: ${missing.join(", ")}`);
  const folder = mkdtempSync(join(tmpdir(), "jiceng-bench-"));
  try {
    const identity = await generateIdentity();
    const keys = { identity, recipient: await identityToRecipient(identity) };
    const settings = prepare(folder, Math.ceil((megabytes * 1e6) / SCAN_BYTES), keys);
    const files = readdirSync(join(folder, "bag")).length;
    console.log(`${files} scans, ${megabytes} MB, median of ${ROUNDS} rounds`);
    const isThere = ({ name }: Contender) => missing.length === 0 || name.startsWith("ours");
    compare("building", folder, settings, BUILD.filter(isThere));
    compare("reading", folder, settings, READ.filter(isThere));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [task = "100", choice] = process.argv.slice(2);
if (choice === undefined) await main(Number(task));
else {
  await (task === "build" ? build(choice === "known") : read());
  console.log(`peak ${process.resourceUsage().maxRSS} KiB`);
}
