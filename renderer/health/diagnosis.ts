import { formatInstant } from "../../shared/calendar/instant.ts";
import { PRODUCT } from "../../shared/product.ts";
import type { SafetyFacts } from "../widgets/use-safety.ts";
import type { HealthLine, ScreenFacts } from "./health-lines.ts";

/**
 * What somebody who helps needs to know, and no more: versions, states, counts and sizes. No name, no
 * number of a person, no path (it may hold the clerk's name), no fingerprint.
 */
export function writeDiagnosis(
  facts: SafetyFacts,
  screen: ScreenFacts,
  lines: readonly HealthLine[],
  userAgent: string,
): string {
  const { info, health, journal, backups, keys } = facts;
  const report = {
    format: "jiceng.diagnosis/1",
    at: info.ok ? formatInstant(info.output.now) : null,
    product: PRODUCT,
    userAgent,
    host: info.ok
      ? { version: info.output.version, platform: info.output.platform, host: info.output.host }
      : null,
    states: Object.fromEntries(
      lines.map(({ part, state, sentence }) => [part, { state, sentence }]),
    ),
    database: { people: screen.people, entries: screen.entries },
    browser: screen.browser,
    disk: health.ok ? health.output : null,
    journal: journal.ok
      ? {
          head: journal.output.head,
          bytes: journal.output.bytes,
          lastAt: journal.output.lastAt,
          fault: journal.output.fault,
        }
      : null,
    backups: backups.ok ? backups.output.backups : null,
    keys: keys.ok
      ? {
          state: keys.output.state,
          rehearsedAt: keys.output.rehearsedAt,
          hasOsSlot: keys.output.hasOsSlot,
          osStore: keys.output.osStore,
        }
      : null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
