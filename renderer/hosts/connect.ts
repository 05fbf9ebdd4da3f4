import type { Bridge } from "../../shared/bridge/methods.ts";
import { checkedBridge } from "./checked-bridge.ts";
import { connectElectron } from "./electron-host.ts";
import { connectLoopback } from "./loopback-host.ts";

/** Why the screen has no bridge. */
export type ConnectFaultCode =
  /** The page was opened by hand or its session has ended: only a new start lets it in. */
  "not-paired" | "host-gone";

const SENTENCES = {
  "not-paired": "这个页面没有与后台程序配对，或配对已失效。请关闭此页面，重新启动“基层职称”。",
  "host-gone": "连接不上后台程序。请关闭此页面，重新启动“基层职称”。",
} as const satisfies Record<ConnectFaultCode, string>;

/** Thrown where there is no way to Node; `message` is a sentence for the clerk. */
export class ConnectFault extends Error {
  readonly code: ConnectFaultCode;

  constructor(code: ConnectFaultCode) {
    super(SENTENCES[code]);
    this.name = "ConnectFault";
    this.code = code;
  }
}

/** The bridge of the host that opened this page; rejects with a `ConnectFault`. */
export async function connectBridge(): Promise<Bridge> {
  if (window.jiceng !== undefined) return checkedBridge(connectElectron(window.jiceng));
  const connected = await connectLoopback(window);
  if (!connected.ok) throw new ConnectFault(connected.code);
  return checkedBridge(connected.host);
}
