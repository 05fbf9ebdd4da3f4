import type { PackageManifest } from "./package-manifest.ts";

/** Names of the files that travel: ASCII, since ids are (promise 22). */

export const PACKAGE_EXTENSION = ".jcp";

/** `<unitId>-<year>-r<revision>`: one for each place in a unit's chain of a year. */
export function chainPlace({
  unit,
  cycle,
  revision,
}: Pick<PackageManifest, "unit" | "cycle" | "revision">): string {
  return `${unit.id}-${cycle.year}-r${revision}`;
}

/** The package's file name, `u-001-2026-r1.jcp`. */
export function packageFileName(
  manifest: Pick<PackageManifest, "unit" | "cycle" | "revision">,
): string {
  return chainPlace(manifest) + PACKAGE_EXTENSION;
}

/** The name of the cover sheet that goes to paper. */
export function coverFileName(
  manifest: Pick<PackageManifest, "unit" | "cycle" | "revision">,
  form: "page" | "workbook" = "page",
): string {
  return `${chainPlace(manifest)}-cover.${form === "page" ? "html" : "xlsx"}`;
}
