import { join } from "node:path";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { unitProfileOf } from "../../../shared/submission/profiles.ts";
import { writeDurably } from "../../services/files/durable.ts";
import { describeWorkbookFault } from "../../services/workbooks/fault.ts";
import { writeUnitWorkbook } from "../../services/workbooks/write-documents.ts";
import { type Command, type Given, textIfAny } from "../command.ts";
import { CHECK_COMMANDS } from "../demo/check-commands.ts";
import { type DemoFolder, makeDemoFolder } from "../demo/demo-folder.ts";
import { DEMO_YEAR, decideDemo } from "../demo/demo-round.ts";
import {
  introduce,
  makeInstallation,
  PASSPHRASE_FILE,
  writeCheckKeys,
} from "../demo/demo-trust.ts";
import { checkedUnitFile, fileRefusal, readInput } from "../input.ts";
import { type Io, refused, writeLine } from "../io.ts";
import { openBureau } from "../shelves.ts";
import type { Installation } from "../unlock.ts";
import { importCommand } from "./import.ts";
import { packNew } from "./pack.ts";
import { makeReceiptFor } from "./receipt-make.ts";
import { readReceiptFor } from "./receipt-read.ts";
import { verifyAsBureau } from "./verify.ts";

const PEOPLE = 120;
/** A white dot: it stands for a scanned certificate. */
const SCAN =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";

export const demoCommand: Command = {
  usage: "demo",
  summary: "用一个虚构单位从导入演示到回执，结果放在临时文件夹",
  options: {
    to: {
      type: "string",
      requiresArg: true,
      describe: "在这个文件夹里另建一个文件夹放结果；不写则放在系统的临时文件夹",
    },
  },
  examples: [["$0 demo", "运行演示，并写明怎样用其他程序核验报送包"]],
  run: runDemo,
};

async function runDemo(given: Given, io: Io): Promise<void> {
  const folder = await placeDemo(textIfAny(given, "to"));
  const say = (...lines: readonly string[]) => writeLine(io.stdout, lines.join("\n"));
  await say(`演示：${PEOPLE}人的虚构单位，全部内容均为虚构。结果放在 ${folder.root}`);
  await say("", "一、生成人员信息采集表并导入");
  await importDemo(folder, io);
  await say("", `二、判定${DEMO_YEAR}年度申报资格`);
  const unitFile = await readUnit(folder);
  const round = decideDemo(unitFile);
  await say(...round.lines);
  await say("", "三、单位和人社局建立密钥，互相登记");
  const unit = await makeInstallation(folder.unitData, "unit", io);
  const bureau = await makeInstallation(folder.bureauData, "bureau", io);
  await introduce(unit, bureau, unitProfileOf(unitFile.unit), folder, io.now());
  await say(...keyLines(folder));
  await say("", "四、单位打包、签名、加密");
  await packNew(unit, packOptions(folder, round.candidates, round.firstPersonId), io);
  await say("", "五、人社局核验并收下");
  const file = join(folder.stick, "demo-unit-2026-r1.jcp");
  await verifyAsBureau(file, await openBureau(bureau, io), { "receipt-to": folder.receipt }, io);
  await say("", "六、人社局出具回执，单位核验回执");
  await exchangeReceipts(folder, unit, bureau, io);
  await writeCheckKeys(unit, bureau, folder);
  await say("", "七、不用本程序，任何一台 Linux 电脑都能核验这个报送包", ...checkLines(folder));
}

async function placeDemo(parent: string | undefined): Promise<DemoFolder> {
  try {
    return await makeDemoFolder(parent);
  } catch (error) {
    throw fileRefusal(parent ?? "", error);
  }
}

async function importDemo({ workbook, unitFile, scan }: DemoFolder, io: Io): Promise<void> {
  const written = await writeUnitWorkbook(workbook, inventUnit(PEOPLE));
  if (!written.ok) throw refused(`${workbook}：${describeWorkbookFault(written.code)}`);
  await writeDurably(scan, Buffer.from(SCAN, "base64"));
  await importCommand.run({ file: workbook, to: unitFile }, io);
}

async function readUnit({ unitFile }: DemoFolder) {
  return checkedUnitFile(unitFile, (await readInput(unitFile)).toString("utf8"));
}

function keyLines({ unitData, bureauData, stick }: DemoFolder): readonly string[] {
  return [
    `单位：${unitData}（口令在其中的 ${PASSPHRASE_FILE}）`,
    `人社局：${bureauData}（口令在其中的 ${PASSPHRASE_FILE}）`,
    `登记申请和信息卡：${stick}；密钥指纹由双方电话核对（演示中由程序代为核对）`,
  ];
}

function packOptions(
  { unitFile, stick, scan }: DemoFolder,
  candidate: readonly string[],
  personId: string,
): Given {
  return {
    file: unitFile,
    year: DEMO_YEAR,
    candidate,
    "confirmed-by": "演示审查人（虚构）",
    attachment: [`${personId}:title:${scan}`],
    to: stick,
  };
}

async function exchangeReceipts(
  { receipt, answer }: DemoFolder,
  unit: Installation,
  bureau: Installation,
  io: Io,
): Promise<void> {
  await readReceiptFor(unit, { file: receipt }, io);
  await makeReceiptFor(
    bureau,
    { package: "demo-unit-2026-r1", status: "accepted", to: answer },
    io,
  );
  await readReceiptFor(unit, { file: answer }, io);
}

function checkLines({ check }: DemoFolder): readonly string[] {
  return [
    `在 ${check} 中依次运行下列命令（需要 age、unzip、openssl）。其中 bureau.agekey 是演示用的人社局的阅读密钥；真实的人社局不导出这个密钥，只在需要时自行解密。`,
    `  $ cd ${check}`,
    ...CHECK_COMMANDS.flatMap(([meaning, command]) => [`  # ${meaning}`, `  $ ${command}`]),
  ];
}
