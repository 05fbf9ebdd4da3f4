import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";

/** What every view of a package works with. */
export interface PackageProps {
  readonly of: DeskPackage;
  readonly onChange: () => Promise<void>;
}
