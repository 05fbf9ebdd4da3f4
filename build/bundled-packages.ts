import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { build } from "vite";

/** Which packages went into a bundle: what is named beside it, and whose licences go with it. */

type Built = Awaited<ReturnType<typeof build>>;

/** Writes the folders of the packages in a bundle, from the repository's root, as a JSON list. */
export function writeBundledPackages(built: Built, path: string): void {
  const folders = modulesOf(built).flatMap((id) => {
    const folder = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id);
    return folder?.[1] === undefined ? [] : [folder[1]];
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify([...new Set(folders)].toSorted(), null, 1));
}

function modulesOf(built: Built): readonly string[] {
  if ("on" in built) throw new Error("a build that goes on watching");
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap(({ output }) =>
    output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : [])),
  );
}
