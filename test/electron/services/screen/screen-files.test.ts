import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readScreenFile } from "../../../../electron/services/screen/screen-files.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const root = temporaryFolder();
mkdirSync(join(root, "assets"));
writeFileSync(join(root, "index.html"), '<meta name="csp-nonce" content="" />');
writeFileSync(join(root, "assets", "a-1.js"), "let a;");
writeFileSync(join(root, "notes.docx"), "");

it("keeps what has a hash in its name, and nothing else, in the browser's cache", async () => {
  const script = await readScreenFile(root, "/assets/a-1.js");
  expect(script?.headers["cache-control"]).toContain("immutable");
  expect((await readScreenFile(root, "/"))?.headers["cache-control"]).toBe("no-store");
});

it("gives no kind of file that the screen does not consist of", async () => {
  expect(await readScreenFile(root, "/notes.docx")).toBeNull();
});

it("gives no folder and nothing that is not there", async () => {
  expect(await readScreenFile(root, "/assets")).toBeNull();
  expect(await readScreenFile(root, "/assets/none.js")).toBeNull();
});

const BUILT = "out/screen";
it.runIf(existsSync(join(BUILT, "index.html")))(
  "knows every kind of file in the built screen",
  async () => {
    const names = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((name) =>
      statSync(join(BUILT, name)).isFile(),
    );
    for (const name of names) {
      const path = `/${name.replaceAll("\\", "/")}`;
      expect(await readScreenFile(BUILT, path), name).not.toBeNull();
    }
  },
);
