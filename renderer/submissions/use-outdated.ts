import { useEffect, useState } from "react";
import { contentOfDraft } from "../../shared/recommendation/draft-package.ts";
import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import { sha256Hex } from "../store/seal/bytes.ts";
import { type DraftScene, draftOf } from "./draft-of.ts";
import { wasReceived } from "./item-words.ts";

/**
 * True where the records have become others since the last package was built, which the bureau does not have
 * yet; false while the answers are still worked out (`isWorking`), and where nobody noted what was built.
 */
export function useIsOutdated(
  scene: DraftScene,
  last: OutboxItem | undefined,
  isWorking: boolean,
): boolean {
  const [isOutdated, setIsOutdated] = useState(false);
  const { unit, records, context } = scene;
  const isOpen = last !== undefined && !wasReceived(last);
  const built = isOpen
    ? context.round.submissions.find(({ packageId }) => packageId === last.packageId)?.content
    : undefined;
  useEffect(() => {
    let isCurrent = true;
    const compare = async () => {
      const draft =
        built === undefined || isWorking ? null : draftOf({ unit, records, context }, false);
      const isOther = draft !== null && (await sha256Hex(contentOfDraft(draft))) !== built;
      if (isCurrent) setIsOutdated(isOther);
    };
    void compare();
    return () => {
      isCurrent = false;
    };
  }, [unit, records, context, built, isWorking]);
  return isOutdated;
}
