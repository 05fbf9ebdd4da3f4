import { beforeAll, describe, expect, it } from "vitest";
import { buildShell } from "../../../build/shell.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { HARDENING } from "./hardening.ts";
import { loadShell } from "./load-shell.ts";

const root = temporaryFolder();
beforeAll(async () => {
  await buildShell();
});

describe.each(HARDENING)("$item", ({ holds, weakenings }) => {
  it("holds in the built program", async () => {
    const shell = await loadShell(root);
    await holds(shell);
    await shell.quit();
  });

  it.each(weakenings.map((weakening) => [String(weakening[0]), weakening] as const))(
    "would not hold with a change of %s",
    async (_name, weakening) => {
      const shell = await loadShell(root, { weakening });
      await expect((async () => holds(shell))()).rejects.toThrow();
      await shell.quit();
    },
  );
});
