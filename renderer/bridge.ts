import { createContext, useContext } from "react";
import type { Bridge } from "../shared/bridge/methods.ts";

/** The bridge to Node, of whichever host. */
export const BridgeContext = createContext<Bridge | null>(null);

/** The bridge; outside the app's root it is a bug. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error("the bridge is used outside the app");
  return bridge;
}
