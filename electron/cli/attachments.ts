import { basename, extname } from "node:path";
import { filledText, id } from "../../shared/records/fields.ts";
import {
  ATTACHMENT_KIND_LABELS,
  ATTACHMENT_KINDS,
  type AttachmentKind,
} from "../../shared/records/attachment-kind.ts";
import { type AttachmentInput, takeAttachment } from "../services/packages/attachment-files.ts";
import { type Given, textsOf } from "./command.ts";
import { fileRefusal } from "./input.ts";
import { refused, wrongUsage } from "./io.ts";

/** Attachments as they are written on the command line. */

const KINDS = ATTACHMENT_KINDS.map((kind) => `${kind}（${ATTACHMENT_KIND_LABELS[kind]}）`).join(
  "、",
);

export const ATTACHMENT_OPTION = {
  attachment: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: `附件：人员编号:类别:文件，如 p-001:title:证书.jpg，可重复；单位材料的人员编号不写（:publicity:公示.pdf）。类别：${KINDS}`,
  },
} as const;

/** Reads every attachment that the options name; its title is the file's name. */
export async function readAttachments(given: Given): Promise<readonly AttachmentInput[]> {
  const attachments: AttachmentInput[] = [];
  for (const written of textsOf(given, "attachment")) attachments.push(await readOne(written));
  return attachments;
}

async function readOne(written: string): Promise<AttachmentInput> {
  const [, person = "", kindName = "", path = ""] = /^([^:]*):([^:]*):(.+)$/.exec(written) ?? [];
  const kind = ATTACHMENT_KINDS.find((one) => one === kindName);
  if (path === "" || (person !== "" && !id().safeParse(person).success)) {
    throw wrongUsage(`--attachment 应写成 人员编号:类别:文件，现为“${written}”`);
  }
  if (kind === undefined) throw wrongUsage(`--attachment “${written}”：类别应为：${KINDS}`);
  return take(path, person === "" ? null : person, kind);
}

async function take(
  path: string,
  personId: string | null,
  kind: AttachmentKind,
): Promise<AttachmentInput> {
  const extension = extname(path).slice(1).toLowerCase();
  const title = basename(path, extname(path));
  if (!/^[a-z0-9]{1,8}$/.test(extension) || !filledText().safeParse(title).success) {
    throw refused(`${path}：附件的文件名应有扩展名，如 证书.jpg`);
  }
  try {
    return await takeAttachment(path, { extension, personId, kind, title });
  } catch (error) {
    throw fileRefusal(path, error);
  }
}
