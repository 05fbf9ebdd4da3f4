import type { Bridge } from "../../shared/bridge/methods.ts";
import { packsInOrder } from "../widgets/pack.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";

/**
 * The packs on file. Where they cannot be read, the shipped ones: records stay at hand, and the page 政策
 * says what is wrong.
 */
export async function readPacks(bridge: Bridge): Promise<readonly Pack[]> {
  const answer = await bridge.call("packs.list", {});
  return answer.ok ? packsInOrder(answer.output.packs) : SHIPPED_PACKS;
}
