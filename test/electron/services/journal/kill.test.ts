import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compileAll } from "../../../support/compiled.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { expectAllKept, keepFor } from "../../../support/kept-records.ts";

const FOLDER = temporaryFolder();
const ROUNDS = Number(process.env["ROUNDS"] ?? 5);

beforeAll(compileAll);

it("loses no acknowledged entry and no backup when the process is killed at any moment", async () => {
  const folder = join(FOLDER, "killed");
  let head = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const milliseconds = Math.random() * 600;
    const kept = await keepFor(folder, milliseconds, (child) => void child.kill("SIGKILL"));
    expect(kept.head).toBeGreaterThanOrEqual(head);
    head = await expectAllKept(folder, kept);
  }
  expect(head).toBeGreaterThan(0);
});
