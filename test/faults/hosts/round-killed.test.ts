import { afterAll, beforeAll, expect, it } from "vitest";
import {
  build,
  decideOn,
  itemOf,
  killWithin,
  orCut,
  send,
  startTwoHosts,
  type TwoHosts,
  untilReceipts,
} from "./support/two-hosts.ts";

/**
 * The bureau's host, or both, killed at each step of a package's way: bytes on their way, the reading of them,
 * a decision, an answer, the fetching of it. Each package comes back answered once (promises 2, 9, 10, 12).
 */

const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const SCAN_BYTES = 3_000_000;
/** About what each step takes. */
const LONGEST = { verdict: 150, decide: 60, answer: 80, fetch: 100 };

let hosts: TwoHosts;
beforeAll(async () => {
  hosts = await startTwoHosts();
}, 120_000);
afterAll(() => hosts.remove());

/** The bytes go up, and half-way one of them or both lose their power. */
async function uploadAndKill(packageId: string, isBoth: boolean): Promise<void> {
  const { unit, bureau, link } = hosts;
  const held = link.holdAfter(link.sent + SCAN_BYTES * (0.2 + 0.6 * Math.random()));
  await send(unit, packageId);
  await held;
  await killWithin(0, ...(isBoth ? [unit, bureau] : [bureau]));
  // Bytes that nobody takes any more hold the link up.
  link.cutNow();
  await Promise.all([bureau.start(), ...(isBoth ? [unit.start()] : [])]);
}

const STEPS = ["upload", "both", "verdict", "decide", "answer", "fetch"] as const;
type Step = (typeof STEPS)[number];

/** The package gets to the bureau, and the first receipt back. */
async function playUpload(packageId: string, step: Step): Promise<void> {
  const { unit, bureau, link } = hosts;
  const all = link.sent + SCAN_BYTES;
  if (step === "upload" || step === "both") await uploadAndKill(packageId, step === "both");
  else await send(unit, packageId);
  if (step === "verdict") {
    await expect.poll(() => link.sent >= all, { interval: 5 }).toBe(true);
    await killWithin(LONGEST.verdict, bureau);
    await bureau.start();
  }
  await untilReceipts(unit, packageId, 1);
}

async function playDecision(packageId: string, step: Step): Promise<void> {
  const { bureau } = hosts;
  const read = async () => (await bureau.ok("desk.package", { packageId })).output.package;
  const keys = (await read()).candidates.map(({ key }) => key);
  const deciding = orCut(decideOn(bureau, packageId, keys, "returned"));
  if (step === "decide") {
    await killWithin(LONGEST.decide, bureau);
    const decided = await deciding;
    await bureau.start();
    const { undecided } = (await read()).decisions;
    // All of them or none, and all where it was said to be noted.
    expect([0, keys.length]).toContain(undecided);
    if (decided !== null) expect(undecided).toBe(0);
    if (undecided > 0) await decideOn(bureau, packageId, keys, "returned");
  } else expect(await deciding).not.toBe(null);
}

async function playAnswer(packageId: string, step: Step): Promise<void> {
  const { bureau } = hosts;
  const answering = orCut(bureau.ok("desk.answer", { packageId, whole: null }));
  if (step === "answer") {
    await killWithin(LONGEST.answer, bureau);
    const answered = await answering;
    await bureau.start();
    const again = await bureau.ok("desk.answer", { packageId, whole: null });
    if (answered !== null) {
      expect(again.output).toMatchObject({ serial: answered.output.serial, isNew: false });
      expect(again.bytes).toEqual(answered.bytes);
    }
  } else expect(await answering).not.toBe(null);
}

/** A package on its way to its answer, with one kill in it; gives it as the unit has it in the end. */
async function playRound(step: Step) {
  const { unit, bureau } = hosts;
  const packageId = await build(unit, SCAN_BYTES);
  await playUpload(packageId, step);
  await playDecision(packageId, step);
  await playAnswer(packageId, step);
  if (step === "fetch") {
    await unit.ok("outbox.refresh", {});
    await killWithin(LONGEST.fetch, bureau);
    await bureau.start();
  }
  return untilReceipts(unit, packageId, 2);
}

it("leaves each package answered once, whichever step it cuts", async () => {
  const { unit, bureau } = hosts;
  const sent: string[] = [];
  for (let round = 0; round < Math.max(ROUNDS, STEPS.length); round += 1) {
    const { packageId, receipts } = await playRound(STEPS[round % STEPS.length] ?? "both");
    expect(receipts.map(({ serial, status }) => [serial, status])).toEqual([
      [1, "received"],
      [2, "returned"],
    ]);
    sent.push(packageId);
  }
  const { output: inbox } = await bureau.ok("desk.inbox", { year: 2026 });
  expect(inbox.damaged).toEqual([]);
  const revisions = inbox.packages.map(({ packageId, revision }) => [packageId, revision]);
  expect(revisions).toEqual(sent.map((packageId, index) => [packageId, index + 1]).toReversed());
  const { files } = (await bureau.ok("desk.quarantine", {})).output;
  expect(files).toEqual([]);
  for (const packageId of sent) {
    expect(await itemOf(unit, packageId)).toMatchObject({ step: "returned", fault: null });
  }
});
