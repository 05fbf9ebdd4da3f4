import { createContext, useContext } from "react";
import type { Role } from "../../shared/bridge/keys-methods.ts";

/** Who works with this data folder; behind the lock only. */
export const RoleContext = createContext<Role>("unit");

export function useRole(): Role {
  return useContext(RoleContext);
}
