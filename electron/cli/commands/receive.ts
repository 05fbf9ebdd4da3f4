import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { ALL_NETWORKS, USUAL_RECEIVER_PORT } from "../../../shared/bridge/receiver-methods.ts";
import { formatBeijing, formatInstant } from "../../../shared/calendar/instant.ts";
import { chainPlace } from "../../../shared/submission/package-name.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import { reachableAddresses } from "../../services/receiver/addresses.ts";
import { openReceiver, type Receiver } from "../../services/receiver/open-receiver.ts";
import type { ReadUpload, ReceiverBase } from "../../services/receiver/receiver-base.ts";
import {
  describeReceiverFault,
  type ReceiverFault,
} from "../../services/receiver/receiver-fault.ts";
import { describeStartFault, startFaultOf } from "../../services/receiver/start-fault.ts";
import { type Command, type Given, isOn, numberOf, textIfAny, textOf } from "../command.ts";
import { fileRefusal } from "../input.ts";
import { type Io, refused, writeLine, wrongUsage } from "../io.ts";
import { exchange, openOwn, openShared, publish, sharedPlaceOf } from "../receiving-place.ts";
import { unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const receiveCommand: Command = {
  usage: "receive",
  summary: "人社局：在网络上接收单位上传的报送包，按 Ctrl-C 结束",
  options: {
    port: { type: "number", requiresArg: true, default: USUAL_RECEIVER_PORT, describe: "端口" },
    host: {
      type: "string",
      requiresArg: true,
      default: ALL_NETWORKS,
      describe: "在哪个网络地址上接收；0.0.0.0 表示本机的所有网络，127.0.0.1 表示只供本机",
    },
    store: {
      type: "string",
      requiresArg: true,
      describe:
        "多台接收机共用的 S3 存储桶，如 s3://jiceng；地址和密钥写在环境变量 AWS_ENDPOINT_URL、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY 中；须同时有 --ledger",
    },
    ledger: {
      type: "string",
      requiresArg: true,
      describe:
        "多台接收机共用的 PostgreSQL，如 postgres://用户@主机/库；也可写在 JICENG_LEDGER 中",
    },
    publish: {
      type: "boolean",
      describe: "把本机的信息卡和单位登记发布给各接收机，然后结束；每次登记或停用单位后运行",
    },
    exchange: {
      type: "boolean",
      describe:
        "业务电脑与各接收机交换，然后结束：取来新收下的报送包，送出本机收下的报送包和出具的回执；可定时运行",
    },
    cert: { type: "string", requiresArg: true, describe: "TLS 证书（PEM），与 --key 一起使用" },
    key: { type: "string", requiresArg: true, describe: "TLS 私钥（PEM）" },
    json: { type: "boolean", describe: "每个报送包输出一行 JSON，供其他程序读取" },
    ...UNLOCK_OPTIONS,
  },
  examples: [
    ["$0 receive --passphrase-file 口令.txt", "在所有网络上接收"],
    ["$0 receive --host 127.0.0.1 --port 8080", "只供本机的反向代理转来"],
    ["$0 receive --store s3://jiceng --ledger postgres://jiceng@db/jiceng", "与其他接收机共用存储"],
  ],
  run: runReceive,
};

/** What is done once, for the receivers of a shared store, instead of receiving. */
const ERRANDS = [
  { option: "publish", run: publish },
  { option: "exchange", run: exchange },
] as const;

async function runReceive(given: Given, io: Io): Promise<void> {
  const tls = await readTls(given);
  const shared = sharedPlaceOf(given, io);
  const errand = ERRANDS.find(({ option }) => isOn(given, option));
  if (errand !== undefined && shared === null) {
    throw wrongUsage(`--${errand.option} 须与 --store、--ledger 一起使用`);
  }
  const installation = await unlock(given, io, "bureau");
  const bureau = { ...installation, now: io.now };
  if (errand !== undefined && shared !== null) {
    await errand.run(bureau, shared, io);
    return;
  }
  const base = shared === null ? await openOwn(bureau) : await openShared(bureau, shared);
  const receiver = await start(base, tls, given, io);
  for (const address of reachableAddresses(receiver.address)) {
    await say(given, io, { address }, `正在接收：${address}`);
  }
  if (!io.signal.aborted) await once(io.signal, "abort");
  await receiver.close();
  await say(given, io, { ended: true }, "已停止接收");
}

type Tls = { readonly cert: string; readonly key: string } | undefined;

async function readTls(given: Given): Promise<Tls> {
  const [cert, key] = [textIfAny(given, "cert"), textIfAny(given, "key")];
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw wrongUsage("--cert 与 --key 须一起写明");
  return { cert: await readPem(cert), key: await readPem(key) };
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw fileRefusal(path, error);
  }
}

async function start(base: ReceiverBase, tls: Tls, given: Given, io: Io): Promise<Receiver> {
  const [host, port] = [textOf(given, "host"), numberOf(given, "port")];
  try {
    return await openReceiver({
      base,
      host,
      port,
      tls,
      now: io.now,
      onRead: (read) => tell(given, io, read),
      onFault: (fault) => void tellFault(io, fault),
    });
  } catch (error) {
    await base.close();
    const fault = startFaultOf(error) ?? tlsFaultOf(error);
    if (fault === null) throw error;
    throw refused(`${host}:${port}：${fault === "tls" ? TLS_SENTENCE : describeStartFault(fault)}`);
  }
}

const TLS_SENTENCE = "证书或私钥不能使用；请核对 --cert 与 --key 是否为成对的 PEM 文件";

/** What OpenSSL says of a certificate or key. */
function tlsFaultOf(error: unknown): "tls" | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("ERR_OSSL_") ? "tls" : null;
}

async function tell(given: Given, io: Io, read: ReadUpload): Promise<void> {
  const at = formatBeijing(formatInstant(io.now()));
  if (read.kind === "received") {
    const { manifest } = read.entry;
    const place = chainPlace(manifest);
    const said = read.isNew ? "收下" : "以前已收下";
    await say(
      given,
      io,
      { at, kind: read.isNew ? "received" : "already-received", packageId: manifest.id, place },
      `${at}　${said}　${place}　${manifest.unit.name}　${manifest.counts.people}人`,
    );
    return;
  }
  const { unitId, packageId, code } = read;
  const sentence = describePackageRefusal(code);
  await say(
    given,
    io,
    { at, kind: "refused", packageId, unitId, code },
    `${at}　隔离　${unitId}　${packageId}　${sentence}（${code}）`,
  );
}

async function tellFault(io: Io, fault: ReceiverFault | null): Promise<void> {
  if (fault !== null) await writeLine(io.stderr, describeReceiverFault(fault));
}

async function say(given: Given, io: Io, data: unknown, line: string): Promise<void> {
  await writeLine(io.stdout, isOn(given, "json") ? JSON.stringify(data) : line);
}
