import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import type { OUTBOX_METHODS } from "../../../shared/bridge/outbox-methods.ts";
import { coverSheet } from "../../../shared/submission/cover-sheet.ts";
import { coverFileName } from "../../../shared/submission/package-name.ts";
import { type SentPackage, sentStateOf } from "../../../shared/submission/sent-package.ts";
import { coverList } from "../../../shared/workbook/lists/cover-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { exportPackage } from "../outbox/export-package.ts";
import { describeOutboxFault, isOutboxFault } from "../outbox/fault.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { describeKeepFault } from "../packages/keep-receipt.ts";
import { packWorkbook } from "../workbooks/write-workbook.ts";
import { done, refuse } from "./answers.ts";
import { openBuildJobs } from "./build-jobs.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { withKeys } from "./unlocked.ts";

type OutboxRefusal = Extract<
  Awaited<ReturnType<Outbox["find" | "send"]>>,
  { readonly ok: false }
>["code"];

const SENTENCES = {
  "package-unknown": "找不到这个报送包；请刷新后重试",
  "not-to-send": "这个报送包已有回执或已被代替，不用再发送",
  "records-damaged": describeOutboxFault("records-damaged"),
} as const satisfies Record<Exclude<OutboxRefusal, "locked">, string>;

/** 报送, the unit's side. Nothing here waits for the network. */
export function makeOutboxHandlers(desk: Desk): GroupHandlers<typeof OUTBOX_METHODS> {
  const { outbox } = desk;
  const jobs = openBuildJobs(desk);
  const doing = async (work: Promise<{ readonly ok: true } | Refused>): Promise<Answer<{}>> => {
    const result = await work;
    return result.ok ? done({}) : refuseOutbox(result.code);
  };
  return {
    "outbox.build": ({ id, draft }) =>
      withKeys(desk, "unit", (keys) => jobs.build(keys, id, draft)),
    "outbox.cancel": ({ id }) => {
      jobs.cancel(id);
      return Promise.resolve(done({}));
    },
    "outbox.list": () =>
      withKeys(desk, "unit", async () => {
        const listed = await outbox.list();
        if (!listed.ok) return refuseOutbox(listed.code);
        const { items, hasAddress, clock, lastContactAt } = listed;
        return done({ items: [...items], hasAddress, clock, lastContactAt });
      }),
    "outbox.send": ({ packageId }) => withKeys(desk, "unit", () => doing(outbox.send(packageId))),
    "outbox.pause": ({ packageId }) => withKeys(desk, "unit", () => doing(outbox.pause(packageId))),
    "outbox.refresh": () =>
      withKeys(desk, "unit", () => {
        outbox.wake();
        return Promise.resolve(done({}));
      }),
    "outbox.export": ({ packageId }) =>
      withKeys(desk, "unit", () => saveElsewhere(desk, packageId)),
    "outbox.exported": ({ packageId }) =>
      withKeys(desk, "unit", () => doing(outbox.noteExport(packageId))),
    "outbox.cover": ({ packageId, form }) =>
      withKeys(desk, "unit", async () => {
        const found = await outbox.find(packageId);
        if (!found.ok) return refuseOutbox(found.code);
        const fileName = coverFileName(found.sent.manifest, form);
        return done({ fileName }, await drawCover(found.sent, form));
      }),
    "outbox.takeReceipt": (_input, bytes) =>
      withKeys(desk, "unit", async () => {
        if (bytes === null) return hostError("bad-input");
        const kept = await outbox.takeReceipt(bytes);
        if (!kept.ok) return refuseReceipt(kept.code);
        const state = sentStateOf(kept.sent);
        if (state === "packed") throw new Error("a kept receipt that left no trace");
        return done({ packageId: kept.sent.manifest.id, isNew: kept.isNew, step: state });
      }),
  };
}

/** The cover as a page, or as a workbook with the same rows. */
async function drawCover(sent: SentPackage, form: "page" | "workbook"): Promise<Uint8Array> {
  return form === "page" ? Buffer.from(coverSheet(sent)) : packWorkbook(listPlan(coverList(sent)));
}

interface Refused {
  readonly ok: false;
  readonly code: OutboxRefusal;
}

function refuseOutbox(code: OutboxRefusal) {
  return code === "locked" ? hostError("locked") : refuse(code, SENTENCES[code]);
}

function refuseReceipt(
  code: Extract<Awaited<ReturnType<Outbox["takeReceipt"]>>, { readonly ok: false }>["code"],
) {
  const isOurs = code !== "records-damaged" && isOutboxFault(code);
  return refuse(code, isOurs ? describeOutboxFault(code) : describeKeepFault(code));
}

/** Where the host has no dialog of its own, the screen reads the package by the spool. */
async function saveElsewhere(
  { given, outbox }: Desk,
  packageId: string,
): Promise<Answer<OutputOf<"outbox.export">>> {
  const found = await outbox.find(packageId);
  if (!found.ok) return refuseOutbox(found.code);
  if (given.chooseTarget === undefined) return done({ how: "browser", path: null });
  const path = await given.chooseTarget(found.sent.file.name);
  if (path === null) return done({ how: "cancelled", path: null });
  const exported = await exportPackage(found, path);
  if (!exported.ok) return refuse(exported.code, describeOutboxFault(exported.code));
  const noted = await outbox.noteExport(packageId);
  return noted.ok ? done({ how: "saved", path }) : refuseOutbox(noted.code);
}
