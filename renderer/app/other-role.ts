import type { Role } from "../../shared/bridge/keys-methods.ts";

/** The first step of each address that one side alone has. */
const PLACES = {
  unit: [
    "people",
    "training",
    "service",
    "eligibility",
    "posts",
    "round",
    "submissions",
    "policy",
    "import",
    "export",
  ],
  bureau: [
    "inbox",
    "units",
    "summary",
    "statistics",
    "plan",
    "samples",
    "results",
    "catalogue",
    "packs",
  ],
} as const satisfies Record<Role, readonly string[]>;

/** True for an address that stands on the other side alone. */
export function isOfOtherRole(pathname: string, role: Role): boolean {
  const place = pathname.split("/")[1] ?? "";
  const others: readonly string[] = PLACES[role === "unit" ? "bureau" : "unit"];
  return others.includes(place);
}
