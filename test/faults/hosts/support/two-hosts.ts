import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { OutboxItem } from "../../../../shared/bridge/outbox-methods.ts";
import { USUAL_ASKS } from "../../../../shared/submission/bureau-card.ts";
import { unitProfileOf } from "../../../../shared/submission/profiles.ts";
import { compileAll } from "../../../support/compiled.ts";
import { draftWith } from "../../../support/drafts.ts";
import { STAFF } from "../../../support/package-documents.ts";
import { PoorLink } from "../../../support/poor-link.ts";
import { OfficeHost } from "./office-host.ts";

/** A unit and its bureau, two hosts in two processes, and the link between them. */

const BUREAU = { id: "bureau-1", name: "示例县人力资源和社会保障局" };
const CLERK = "李受理";

export interface TwoHosts {
  readonly unit: OfficeHost;
  readonly bureau: OfficeHost;
  readonly link: PoorLink;
  readonly receiverPort: number;
  readonly remove: () => Promise<void>;
}

interface TwoHostsGiven {
  /** Where a side's data folder lies; else in a folder of its own. */
  readonly unitFolder?: string;
  readonly bureauFolder?: string;
  readonly floorBytes?: number;
}

/** Installs both, starts the receiver, and lets them take each other's keys. */
export async function startTwoHosts(given: TwoHostsGiven = {}): Promise<TwoHosts> {
  compileAll();
  const root = mkdtempSync(join(tmpdir(), "jiceng-hosts-"));
  const { floorBytes } = given;
  const unit = await OfficeHost.install("unit", given.unitFolder ?? join(root, "unit"), floorBytes);
  const bureau = await OfficeHost.install(
    "bureau",
    given.bureauFolder ?? join(root, "bureau"),
    floorBytes,
  );
  // A receiver has nothing to begin with before the bureau says who it is.
  await makeCard(bureau, []);
  const { port } = (await bureau.ok("receiver.start", { host: "127.0.0.1", port: 0 })).output;
  if (port === null) throw new Error("a receiver without a port");
  const link = await PoorLink.open(port);
  await enrol(unit, bureau);
  await renewCard({ unit, bureau, link });
  return {
    unit,
    bureau,
    link,
    receiverPort: port,
    remove: async () => {
      await Promise.all([unit.kill(), bureau.kill(), link.close()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The bureau makes its card anew, with the link's address, and the unit takes it. */
export async function renewCard({
  unit,
  bureau,
  link,
}: Omit<TwoHosts, "remove" | "receiverPort">): Promise<void> {
  await takeCard(unit, await makeCard(bureau, [link.address]), bureau);
}

async function makeCard(bureau: OfficeHost, addresses: string[]): Promise<Uint8Array> {
  const given = { bureau: BUREAU, addresses, asks: USUAL_ASKS };
  return bytesOf((await bureau.ok("registry.makeCard", given)).bytes);
}

/** The bureau enrols the unit's key as it is now, its fingerprint heard on the telephone. */
export async function enrol(unit: OfficeHost, bureau: OfficeHost): Promise<void> {
  const asked = await unit.ok("trust.request", { unit: unitProfileOf(STAFF.unit) });
  const heard = { fingerprint: asked.output.fingerprint, isChangeConfirmed: true };
  await bureau.ok("registry.enrol", heard, bytesOf(asked.bytes));
}

async function takeCard(unit: OfficeHost, card: Uint8Array, bureau: OfficeHost): Promise<void> {
  const { fingerprint } = (await bureau.ok("registry.state", {})).output;
  await unit.ok("trust.takeCard", { fingerprint, isChangeConfirmed: false }, card);
}

function bytesOf(bytes: Uint8Array | null): Uint8Array {
  if (bytes === null) throw new Error("an answer without its bytes");
  return bytes;
}

/** Builds the next revision with a scan that no other one has, of so many bytes that do not pack. */
export async function build(unit: OfficeHost, scanBytes: number): Promise<string> {
  const stored = await unit.ok("attachments.put", {}, randomBytes(scanBytes));
  const scan = { ...stored.output, extension: "jpg", personId: "p-001", kind: "title" as const };
  const draft = draftWith({ attachments: [{ ...scan, title: "职称证书" }] });
  return (await unit.ok("outbox.build", { id: "build", draft })).output.packageId;
}

/** A package as the unit's outbox has it. */
export async function itemOf(unit: OfficeHost, packageId: string): Promise<OutboxItem> {
  const { items } = (await unit.ok("outbox.list", {})).output;
  const item = items.find((one) => one.packageId === packageId);
  if (item === undefined) throw new Error(`no such package: ${packageId}`);
  return item;
}

const LONGEST_WAIT = 60_000;

/** Waits until the unit has so many receipts of a package, asking as a clerk who presses 查询回执. */
export async function untilReceipts(
  unit: OfficeHost,
  packageId: string,
  count: number,
): Promise<OutboxItem> {
  for (const until = performance.now() + LONGEST_WAIT; ;) {
    await unit.ok("outbox.refresh", {});
    await sleep(200);
    const item = await itemOf(unit, packageId);
    if (item.receipts.length >= count) return item;
    if (performance.now() > until) throw new Error(`no receipt: ${JSON.stringify(item)}`);
  }
}

/** Puts a package into the queue. */
export async function send(unit: OfficeHost, packageId: string): Promise<void> {
  await unit.ok("outbox.send", { packageId });
}

/** What Node says where nobody answers any more. */
const CUT: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** What goes on may be cut by a kill: gives what it came to, or null. */
export async function orCut<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && CUT.has(String(error.code))) return null;
    throw error;
  }
}

/** Waits some moments within what a step takes, and kills. */
export async function killWithin(milliseconds: number, ...offices: OfficeHost[]): Promise<void> {
  await sleep(Math.random() * milliseconds);
  await Promise.all(offices.map((office) => office.kill()));
}

/** Notes the decisions on a package: the first candidate as given, the others accepted. */
export async function decide(bureau: OfficeHost, packageId: string, kind: "accepted" | "returned") {
  const { candidates } = (await bureau.ok("desk.package", { packageId })).output.package;
  return decideOn(
    bureau,
    packageId,
    candidates.map(({ key }) => key),
    kind,
  );
}

/** The same where it is known who stands in it. */
export async function decideOn(
  bureau: OfficeHost,
  packageId: string,
  keys: readonly string[],
  kind: "accepted" | "returned",
) {
  const decisions = keys.map((key, index) => ({
    key,
    decision:
      index === 0 && kind === "returned"
        ? { kind, reasons: ["return.education"], note: null }
        : { kind: "accepted" as const, reasons: [], note: null },
    before: null,
  }));
  return bureau.ok("desk.decide", { packageId, by: CLERK, decisions });
}
