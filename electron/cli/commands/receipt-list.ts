import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { ledgerStateOf } from "../../../shared/submission/ledger-entry.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import { RECEIPT_STATUS_LABELS } from "../../../shared/submission/receipt.ts";
import { type SentState, sentStateOf } from "../../../shared/submission/sent-package.ts";
import { type Command, type Given, isOn } from "../command.ts";
import { type Io, writeLine } from "../io.ts";
import { openReceived, openSent } from "../shelves.ts";
import { formatTable } from "../table.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const listReceiptsCommand: Command = {
  usage: "list",
  summary: "列出报送包及其结果：单位列出生成的，人社局列出收下的",
  options: {
    ...UNLOCK_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 receipt list", "查看各报送包的结果"]],
  run: runList,
};

const STATE_LABELS = {
  packed: "已生成，还没有回执",
  ...RECEIPT_STATUS_LABELS,
} as const satisfies Record<SentState, string>;

interface Row {
  readonly name: string;
  readonly manifest: PackageManifest;
  readonly state: SentState;
}

async function runList(given: Given, io: Io): Promise<void> {
  const rows = await rowsOf(await unlock(given, io));
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify(rows));
    return;
  }
  if (rows.length === 0) {
    await writeLine(io.stdout, "还没有报送包");
    return;
  }
  const table = [
    ["名称", "单位", "年度", "版次", "人数", "生成时间（北京时间）", "结果", "报送包编号"],
    ...rows.map(({ name, manifest, state }) => [
      name,
      manifest.unit.name,
      String(manifest.cycle.year),
      `第${manifest.revision}版`,
      String(manifest.counts.people),
      formatBeijing(manifest.createdAt),
      STATE_LABELS[state],
      manifest.id,
    ]),
  ];
  for (const line of formatTable(table)) await writeLine(io.stdout, line);
}

async function rowsOf(installation: Installation): Promise<readonly Row[]> {
  if (installation.keys.role === "unit") {
    const sent = await openSent(installation);
    return sent.map(({ name, entry }) => ({
      name,
      manifest: entry.manifest,
      state: sentStateOf(entry),
    }));
  }
  const received = await openReceived(installation);
  return received.map(({ name, entry }) => ({
    name,
    manifest: entry.manifest,
    state: ledgerStateOf(entry),
  }));
}
