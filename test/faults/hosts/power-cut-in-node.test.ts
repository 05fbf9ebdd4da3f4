import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileAll } from "../../support/compiled.ts";
import { mountCutDisk } from "../../support/cut-disk.ts";
import { expectAllKept, keepFor } from "../../support/kept-records.ts";

const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const DISK = mountCutDisk(256 * 1024 * 1024);

beforeAll(compileAll);
afterAll(() => DISK?.remove());

// Skipped for a user who may not mount a disk of their own.
describe.skipIf(DISK === null)("a power cut", () => {
  it("takes no acknowledged entry of the journal, and no backup that was finished", async () => {
    if (DISK === null) throw new Error("no disk");
    const dataFolder = join(DISK.folder, "data");
    let head = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = await keepFor(dataFolder, 300 + Math.random() * 1_500, (child) => {
        child.kill("SIGSTOP");
        DISK.cut();
        child.kill("SIGKILL");
      });
      DISK.restart();
      expect(kept.head).toBeGreaterThanOrEqual(head);
      head = await expectAllKept(dataFolder, kept);
    }
    expect(head).toBeGreaterThan(ROUNDS);
  });
});
