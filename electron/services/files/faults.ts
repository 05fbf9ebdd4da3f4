/** What can go wrong with disks and sticks in an office. Everything else that a system call says is a bug and throws. */

export const FILE_FAULTS = [
  "disk-full",
  "too-large-for-disk",
  "not-writable",
  "disk-gone",
  "name-too-long",
  "in-use",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EFBIG: "too-large-for-disk",
  EACCES: "not-writable",
  EPERM: "not-writable",
  EROFS: "not-writable",
  ENOENT: "disk-gone",
  ENOTDIR: "disk-gone",
  ENODEV: "disk-gone",
  ENXIO: "disk-gone",
  EIO: "disk-gone",
  ELOOP: "disk-gone",
  ESTALE: "disk-gone",
  EHOSTDOWN: "disk-gone",
  ENAMETOOLONG: "name-too-long",
  EBUSY: "in-use",
  ETXTBSY: "in-use",
};

const SENTENCES = {
  "disk-full": "磁盘空间不足；请清理磁盘或换一个位置后重试",
  "too-large-for-disk":
    "文件超过这个磁盘允许的单个文件大小（常见于 FAT32 格式的U盘，最大4GB）；请换一个U盘或位置",
  "not-writable": "这个位置不能写入；请换一个位置，或检查U盘的写保护开关和文件夹权限",
  "disk-gone": "找不到这个位置，或磁盘已断开；请检查U盘是否插好、文件夹是否还在，然后重试",
  "name-too-long": "文件名或路径太长；请把文件名改短，或换一个层次少的文件夹后重试",
  "in-use": "文件正被其他程序打开；请先关闭它，然后重试",
} as const satisfies Record<FileFault, string>;

/** The same of the data folder, which no clerk chooses each time. */
const FOLDER_SENTENCES = {
  "disk-full": "数据文件夹所在的磁盘空间不足；请清理磁盘后重试",
  "too-large-for-disk":
    "文件超过数据文件夹所在磁盘允许的单个文件大小（常见于 FAT32 格式）；请找管理员换一个磁盘",
  "not-writable": "数据文件夹不能写入；请检查磁盘的写保护和文件夹权限，然后重试",
  "disk-gone": "找不到数据文件夹，或磁盘已断开；请检查磁盘是否接好、文件夹是否还在，然后重试",
  "name-too-long": "数据文件夹的路径太长；请找管理员把它移到层次少的位置",
  "in-use": "数据文件夹里的文件正被其他程序占用（常见于杀毒或同步软件）；请先关闭它，然后重试",
} as const satisfies Record<FileFault, string>;

/** One sentence for a clerk about the data folder: what is wrong with it, and what to do. */
export function describeFolderFault(fault: FileFault): string {
  return FOLDER_SENTENCES[fault];
}

/** One sentence for a clerk: what is wrong, and what to do. */
export function describeFileFault(fault: FileFault): string {
  return SENTENCES[fault];
}

/** The fault behind what a system call threw; null for anything else. */
export function fileFaultOf(error: unknown): FileFault | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return FAULTS[String(error.code)] ?? null;
}

/** True where a system call found no file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Runs work on files; a disk that is full, gone or shut is an answer, anything else throws. */
export async function orFileFault<Result>(
  work: () => Promise<Result>,
): Promise<Result | { readonly ok: false; readonly code: FileFault }> {
  try {
    return await work();
  } catch (error) {
    const code = fileFaultOf(error);
    if (code === null) throw error;
    return { ok: false, code };
  }
}

/** True where a folder could not be renamed, since another one has the name. */
export function isTaken(error: unknown): boolean {
  const codes: readonly unknown[] = ["ENOTEMPTY", "EEXIST"];
  return error instanceof Error && "code" in error && codes.includes(error.code);
}
