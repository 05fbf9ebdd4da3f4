import type { Answer } from "../../../shared/bridge/method.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import type { PackageDraft } from "../../../shared/submission/package-draft.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { describeDraftFault, orderOfDraft } from "../outbox/order-of-draft.ts";
import { describeBuildFault } from "../packages/build-fault.ts";
import { buildOnShelf } from "../packages/build-package.ts";
import { sentShelf } from "../packages/sent-shelf.ts";
import { tidyShelf } from "../packages/shelf.ts";
import { readTrustedBureau } from "../trust/trusted-bureau.ts";
import { done, refuse } from "./answers.ts";
import type { Desk } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";
import { readKnownPacks } from "../statements/known-packs.ts";
import { refuseTrust } from "./trust-handlers.ts";
import { inFolderTurn } from "./unlocked.ts";

/** Packages being built, each cancelled by the id that the screen gave it. */

export interface BuildJobs {
  readonly build: (
    keys: UnlockedKeys,
    id: string,
    draft: PackageDraft,
  ) => Promise<Answer<OutputOf<"outbox.build">>>;
  readonly cancel: (id: string) => void;
}

/** No more than so many events a second; the last one always comes. */
const TELL_EVERY = 100;

/** Building over the bridge. */
export function openBuildJobs(desk: Desk): BuildJobs {
  const jobs = new Map<string, AbortController>();
  return {
    build: async (keys, id, draft) => {
      const job = new AbortController();
      jobs.set(id, job);
      try {
        const signal = AbortSignal.any([job.signal, desk.closing]);
        return await inFolderTurn(desk, () => build(desk, keys, { id, draft }, signal));
      } finally {
        jobs.delete(id);
      }
    },
    cancel: (id) => jobs.get(id)?.abort(),
  };
}

async function build(
  desk: Desk,
  keys: UnlockedKeys,
  { id, draft }: { readonly id: string; readonly draft: PackageDraft },
  signal: AbortSignal,
): Promise<Answer<OutputOf<"outbox.build">>> {
  const { dataFolder, now } = desk;
  const refusal = await refuseBelowFloor(desk);
  if (refusal !== null) return refusal;
  const trusted = await readTrustedBureau({ dataFolder, sealer: keys.sealer });
  if (!trusted.ok) return refuseTrust(trusted);
  const known = await readKnownPacks(dataFolder, keys);
  if (!known.ok) return refuseTrust(known);
  const ordered = orderOfDraft(draft, { dataFolder, keys }, known.packs);
  if (!ordered.ok) {
    return refuse(ordered.code, describeDraftFault(ordered.code), { place: ordered.place });
  }
  await tidyShelf(sentShelf(dataFolder, keys.sealer));
  const sender = { dataFolder, keys, bureau: trusted.bureau, now: now() };
  const built = await buildOnShelf(ordered.order, sender, {
    signal,
    onProgress: tellProgress(desk, id),
    // How long reading back takes, nobody counts.
    onRehearsal: () => desk.emit("progress", { id, done: 0, total: null }),
  });
  if (!built.ok) {
    const { code, place } = built;
    return refuse(code, describeBuildFault(code), place === undefined ? undefined : { place });
  }
  const { manifest, tagmanifest } = built.sent;
  return done({
    packageId: manifest.id,
    revision: manifest.revision,
    tagmanifest,
    builtAt: manifest.createdAt,
  });
}

function tellProgress({ emit }: Desk, id: string): (bytes: number, total: number) => void {
  let toldAt = 0;
  return (bytes, total) => {
    const at = performance.now();
    if (bytes < total && at - toldAt < TELL_EVERY) return;
    toldAt = at;
    emit("progress", { id, done: bytes, total });
  };
}
