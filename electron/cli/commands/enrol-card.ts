import { type Asks, type BureauCard, USUAL_ASKS } from "../../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { issueBureauCard, readOwnCard } from "../../services/trust/own-statement.ts";
import { type Command, type Given, numberIfAny, textIfAny, textOf, textsOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { writeForOthers } from "../input.ts";
import { type Io, writeLine, wrongUsage } from "../io.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { unlock, UNLOCK_OPTIONS } from "../unlock.ts";

const MEBIBYTE = 1_048_576;

export const cardCommand: Command = {
  usage: "card",
  summary: "人社局：生成信息卡（.jcb），发给各单位；没有写的项目沿用上一张",
  options: {
    to: {
      type: "string",
      requiresArg: true,
      demandOption: true,
      describe: "要生成的文件，如 人社局.jcb",
    },
    id: { type: "string", requiresArg: true, describe: "人社局编号（英文字母、数字）" },
    name: { type: "string", requiresArg: true, describe: "人社局名称" },
    address: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "接收报送包的网址，可重复；只用U盘报送的不写",
    },
    sm2: { type: "boolean", describe: "要求报送包另附 SM2 签名（--no-sm2 为不要求）" },
    "largest-attachment": {
      type: "number",
      requiresArg: true,
      describe: "单个附件最大多少 MB；不写为20",
    },
    "largest-package": {
      type: "number",
      requiresArg: true,
      describe: "报送包最大多少 MB；不写为2048",
    },
    ...UNLOCK_OPTIONS,
    ...OVERWRITE_OPTION,
  },
  examples: [
    [
      "$0 enrol card --to 人社局.jcb --id rc-hrss --name 荣成市人力资源和社会保障局",
      "第一张信息卡",
    ],
    ["$0 enrol card --to 人社局.jcb --sm2 --overwrite", "改为要求 SM2 签名，其余不变"],
  ],
  run: runCard,
};

async function runCard(given: Given, io: Io): Promise<void> {
  const target = textOf(given, "to");
  await refuseExisting(target, given);
  const { dataFolder, keys } = await unlock(given, io, "bureau");
  const issued = await inTurn(dataFolder, io, async () => {
    const own = await readOwnCard(dataFolder, keys);
    if (!own.ok) throw trustRefusal(dataFolder, own);
    return issueBureauCard(dataFolder, keys, contentOf(given, own.card), io.now());
  });
  if (!issued.ok) throw trustRefusal(target, issued);
  await writeForOthers(target, issued.text);
  const lines = [
    `${target}：已生成信息卡`,
    `密钥指纹：${fingerprintOf(keys.publicKeys.kid)}`,
    "请把文件发给各单位，并在单位来电时逐组读出上面的指纹。",
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}

type CardContent = Pick<BureauCard, "bureau" | "addresses" | "asks">;

function contentOf(given: Given, last: BureauCard | null): CardContent {
  const id = textIfAny(given, "id") ?? last?.bureau.id;
  const name = textIfAny(given, "name") ?? last?.bureau.name;
  if (id === undefined || name === undefined) {
    throw wrongUsage("第一张信息卡请用 --id 和 --name 写明人社局的编号和名称");
  }
  const addresses = textsOf(given, "address");
  return {
    bureau: { id, name },
    addresses: addresses.length > 0 ? [...addresses] : (last?.addresses ?? []),
    asks: asksOf(given, last?.asks ?? USUAL_ASKS),
  };
}

function asksOf(given: Given, last: Asks): Asks {
  const sm2 = given["sm2"];
  return {
    sm2: typeof sm2 === "boolean" ? sm2 : last.sm2,
    largestAttachment: bytesOf(given, "largest-attachment") ?? last.largestAttachment,
    largestPackage: bytesOf(given, "largest-package") ?? last.largestPackage,
  };
}

function bytesOf(given: Given, name: string): number | undefined {
  const megabytes = numberIfAny(given, name);
  if (megabytes === undefined) return undefined;
  if (!Number.isInteger(megabytes) || megabytes < 1) {
    throw wrongUsage(`--${name} 应为不小于1的整数（MB），现为“${megabytes}”`);
  }
  return megabytes * MEBIBYTE;
}
