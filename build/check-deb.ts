import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXECUTABLE } from "./pack-config.ts";

/** What Debian's package tells the system: starter, icons, and which files are ours. */

const ICONS = [16, 24, 32, 48, 64, 128, 256, 512];
const MIME = "application/x-jiceng-package";

/** Gives what is wrong with the deb in a folder. */
export function checkDeb(folder: string): readonly string[] {
  const deb = readdirSync(folder).find((name) => name.endsWith(".deb"));
  if (deb === undefined) return ["there is no deb"];
  const root = mkdtempSync(join(tmpdir(), "jiceng-deb-"));
  try {
    execFileSync("dpkg-deb", ["--raw-extract", join(folder, deb), root]);
    return [
      ...(deb.includes("-stub") ? [] : [`${deb} does not say that it is a stub`]),
      ...checkRoot(root),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function checkRoot(root: string): readonly string[] {
  const read = (...parts: string[]) => readFileSync(join(root, ...parts), "utf8");
  const desktop = read("usr", "share", "applications", `${EXECUTABLE}.desktop`);
  const mime = read("usr", "share", "mime", "packages", `${EXECUTABLE}.xml`);
  const control = read("DEBIAN", "control");
  const facts: readonly (readonly [string, boolean])[] = [
    ["the starter has no Chinese name", /^Name=基层职称$/m.test(desktop)],
    ["the starter opens no .jcp files", desktop.includes(`MimeType=${MIME};`)],
    ["the starter takes no file", /^Exec=.*%[UF]$/m.test(desktop)],
    ["the starter is in no category", /^Categories=Office;$/m.test(desktop)],
    ["the system is not told of .jcp files", mime.includes('<glob pattern="*.jcp"/>')],
    ["the package has another name", /^Package: jiceng$/m.test(control)],
    ["the package is for another machine", /^Architecture: amd64$/m.test(control)],
    ["the package asks for no key store", control.includes("libsecret-1-0")],
  ];
  const icons = ICONS.filter((size) => {
    const folder = join(root, "usr", "share", "icons", "hicolor", `${size}x${size}`, "apps");
    return !readdirSync(folder).includes(`${EXECUTABLE}.png`);
  });
  return [
    ...facts.flatMap(([fault, isRight]) => (isRight ? [] : [fault])),
    ...icons.map((size) => `the icon of ${size} points is missing`),
  ];
}
