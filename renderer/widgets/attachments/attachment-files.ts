import type { Pack } from "../../../shared/policy/pack.ts";
import { cleanText } from "../../../shared/workbook/text.ts";

/** Which files may stand beside a person's records. What a file is, its first bytes say; its name only claims it. */

export const FILE_TYPES = {
  jpg: { media: "image/jpeg", names: ["jpg", "jpeg"], magic: [[0xff, 0xd8, 0xff]] },
  png: {
    media: "image/png",
    names: ["png"],
    magic: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  },
  gif: {
    media: "image/gif",
    names: ["gif"],
    magic: [
      [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
      [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
    ],
  },
  pdf: { media: "application/pdf", names: ["pdf"], magic: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
} as const satisfies Record<
  string,
  {
    readonly media: string;
    readonly names: readonly string[];
    readonly magic: readonly (readonly number[])[];
  }
>;
export type FileType = keyof typeof FILE_TYPES;

/** What files the pack takes. */
export interface FileRules {
  readonly types: readonly FileType[];
  readonly maxBytes: number;
}

/** The pack's rules, as far as the program can show such files. */
export function fileRulesOf({ parameters }: Pick<Pack, "parameters">): FileRules {
  return {
    types: parameters["attachments.types"].value.filter((type): type is FileType =>
      Object.hasOwn(FILE_TYPES, type),
    ),
    maxBytes: parameters["attachments.maxBytes"].value,
  };
}

/** The type that the first bytes tell; null for anything else. */
export function sniffType(bytes: Uint8Array): FileType | null {
  const types = Object.keys(FILE_TYPES) as FileType[];
  return (
    types.find((type) =>
      FILE_TYPES[type].magic.some((magic) => magic.every((byte, at) => bytes[at] === byte)),
    ) ?? null
  );
}

export type FileRefusal = "empty" | "too-large" | "not-allowed" | "disguised";

export type CheckedFile =
  | { readonly ok: true; readonly type: FileType }
  | { readonly ok: false; readonly why: FileRefusal };

/** Whether a file may be taken in: something in it, small enough, of a type allowed, and truly of the type its name claims. */
export function checkFile(name: string, bytes: Uint8Array, rules: FileRules): CheckedFile {
  if (bytes.length === 0) return { ok: false, why: "empty" };
  if (bytes.length > rules.maxBytes) return { ok: false, why: "too-large" };
  const type = sniffType(bytes);
  const claimed = extensionOf(name);
  if (type === null || !rules.types.includes(type)) {
    // A photograph of a telephone named .jpg is often another format in truth.
    const claimsAllowed = rules.types.some((one) => isNamedAs(one, claimed));
    return { ok: false, why: claimsAllowed ? "disguised" : "not-allowed" };
  }
  return claimed === "" || isNamedAs(type, claimed)
    ? { ok: true, type }
    : { ok: false, why: "disguised" };
}

function isNamedAs(type: FileType, extension: string): boolean {
  const names: readonly string[] = FILE_TYPES[type].names;
  return names.includes(extension);
}

function extensionOf(name: string): string {
  const at = name.lastIndexOf(".");
  return at === -1 ? "" : name.slice(at + 1).toLowerCase();
}

const LONGEST_NAME = 200;

/** A file's name for keeping: without its ending and without what no line can hold. */
export function attachmentName(fileName: string): string {
  const at = fileName.lastIndexOf(".");
  const bare = at > 0 ? fileName.slice(0, at) : fileName;
  return cleanText(bare).slice(0, LONGEST_NAME);
}

/** A size in words: `1.2 MB`, `340 KB`. */
export function sayBytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** The types of some rules as people write them: `JPG、PNG、PDF`. */
export function sayTypes({ types }: FileRules): string {
  return types.map((type) => type.toUpperCase()).join("、");
}

/** The type of a media type; null for one that is not ours. */
export function typeOfMedia(media: string): FileType | null {
  const types = Object.keys(FILE_TYPES) as FileType[];
  return types.find((type) => FILE_TYPES[type].media === media) ?? null;
}
