import { stat } from "node:fs/promises";
import { join } from "node:path";
import { coverSheet } from "../../../shared/submission/cover-sheet.ts";
import { coverFileName, packageFileName } from "../../../shared/submission/package-name.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import type { SentPackage } from "../../../shared/submission/sent-package.ts";
import { replaceFile, sweepUnfinished } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { type BuildRefusal, refuseBuild } from "./build-fault.ts";
import { copyFile } from "./copy-file.ts";

/** Where a package goes: a folder, a USB stick. */
export interface DeliveryTarget {
  readonly folder: string;
  /** Whether files of the same name may be replaced. */
  readonly isOverwriting: boolean;
}

export interface DeliveredPackage {
  readonly packagePath: string;
  /** For printing, sealing and signing. */
  readonly coverPath: string;
}

function pathsIn(folder: string, manifest: PackageManifest): DeliveredPackage {
  return {
    packagePath: join(folder, packageFileName(manifest)),
    coverPath: join(folder, coverFileName(manifest)),
  };
}

/** What is at the target already and may not be replaced; null for nothing. */
export async function findTargetFault(
  { folder, isOverwriting }: DeliveryTarget,
  manifest: PackageManifest,
): Promise<BuildRefusal | null> {
  if (isOverwriting) return null;
  const { packagePath, coverPath } = pathsIn(folder, manifest);
  for (const path of [packagePath, coverPath]) {
    if (await isThere(path)) return refuseBuild("target-exists", path);
  }
  return null;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Copies a package from the shelf to its target, with its cover sheet; failing, it leaves what was there before. */
export async function deliver(
  shelved: string,
  sent: SentPackage,
  { folder }: DeliveryTarget,
  signal?: AbortSignal,
): Promise<DeliveredPackage> {
  const paths = pathsIn(folder, sent.manifest);
  await sweepUnfinished(folder, packageFileName(sent.manifest));
  await sweepUnfinished(folder, coverFileName(sent.manifest));
  // The cover is written before and named after the package: nothing is in place before both are on the disk.
  await replaceFile(paths.coverPath, async (cover) => {
    await cover.writeFile(coverSheet(sent));
    await copyFile(shelved, paths.packagePath, { signal });
  });
  return paths;
}
