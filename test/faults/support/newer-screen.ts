import { build } from "vite";
import type { Migration } from "../../../renderer/store/database/migration.ts";
import { MIGRATIONS } from "../../../renderer/store/database/migrations.ts";

/** What the next version of the program brings: one more table. */
const NEXT = { version: MIGRATIONS.length + 1, stores: { extra: "key" } } satisfies Migration;
export const NEWER_MIGRATIONS: readonly Migration[] = [...MIGRATIONS, NEXT];

const LIST = /readonly Migration\[\] = \[(.+)\];/;

/** Builds the screen of the next version into a folder: this one, with one more migration. */
export async function buildNewerScreen(folder: string): Promise<void> {
  const changed: string[] = [];
  const before = process.env["NODE_ENV"];
  // As it is shipped: under a test runner React would be built as for development.
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      logLevel: "warn",
      build: { outDir: folder, emptyOutDir: true },
      plugins: [
        {
          name: "next version",
          enforce: "pre",
          transform(code, id) {
            if (!id.endsWith("/store/database/migrations.ts")) return null;
            if (LIST.test(code)) changed.push(id);
            const list = `readonly Migration[] = [$1, ${JSON.stringify(NEXT)}];`;
            return { code: code.replace(LIST, list), map: null };
          },
        },
      ],
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
  if (changed.length !== 1) throw new Error("the list of migrations is not where it was");
}
