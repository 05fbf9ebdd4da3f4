import type { OutputOf } from "../../shared/bridge/methods.ts";

/** A request that was read and not taken yet, with its bytes. */
export interface ReadRequest {
  readonly request: OutputOf<"registry.readRequest">;
  readonly bytes: Uint8Array;
}
