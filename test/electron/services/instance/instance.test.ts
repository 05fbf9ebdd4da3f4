import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { claimInstance } from "../../../../electron/services/instance/instance.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const root = temporaryFolder();
beforeAll(compileAll);

it("gives a folder to one program and tells a second what the first answers", async () => {
  const folder = join(root, "one");
  let asked = 0;
  const first = await claimInstance(folder, () => `address ${(asked += 1)}`);
  if (!first.ok) throw new Error("nobody was there");
  expect(await claimInstance(folder, () => "")).toEqual({ ok: false, answer: "address 1" });
  expect(await claimInstance(folder, () => "")).toEqual({ ok: false, answer: "address 2" });
  await first.release();
  const next = await claimInstance(folder, () => "");
  expect(next.ok).toBe(true);
  if (next.ok) await next.release();
});

it("gives two folders to two programs", async () => {
  const claims = await Promise.all(
    ["a", "b"].map((name) => claimInstance(join(root, name), () => "")),
  );
  expect(claims.map(({ ok }) => ok)).toEqual([true, true]);
  for (const claim of claims) if (claim.ok) await claim.release();
});

it("gives a folder to exactly one of several that start at the same moment", async () => {
  const folder = join(root, "race");
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimInstance(folder, () => "here")));
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  expect(claims.filter((claim) => !claim.ok && claim.answer === "here")).toHaveLength(3);
  for (const claim of claims) if (claim.ok) await claim.release();
});

it("gives a folder whose program was killed to the next start", async () => {
  const folder = join(root, "killed");
  const code = `
    const { claimInstance } = await import(${JSON.stringify(compiledPath("electron/services/instance/instance"))});
    const claim = await claimInstance(${JSON.stringify(folder)}, () => "");
    console.log(claim.ok);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code]);
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  expect(said.toString().trim()).toBe("true");
  child.kill("SIGKILL");
  await once(child, "exit");
  const next = await claimInstance(folder, () => "");
  expect(next.ok).toBe(true);
  if (next.ok) await next.release();
});

it("works in a folder whose path is too long for a socket", async () => {
  const folder = join(root, "long".repeat(40));
  const first = await claimInstance(folder, () => "here");
  expect(first.ok).toBe(true);
  expect(await claimInstance(folder, () => "")).toEqual({ ok: false, answer: "here" });
  if (first.ok) await first.release();
});
