import { hostError } from "../../../shared/bridge/method.ts";
import type { ShelvedPack, STATEMENTS_METHODS } from "../../../shared/bridge/statements-methods.ts";
import { describePackAdmission } from "../../../shared/policy/pack-admission.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import type { PackStatement } from "../../../shared/submission/pack-statement.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { packDigest } from "../packages/pack-digest.ts";
import {
  issuePack,
  keepPackDraft,
  type Publisher,
  readPublished,
  textOfPack,
} from "../statements/published.ts";
import { readOfferedPack, readTaken, takePack } from "../statements/taken.ts";
import { readOwnCard } from "../trust/own-statement.ts";
import type { TrustPlace } from "../trust/trust-file.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseTrust } from "./trust-handlers.ts";
import { inFolderTurn, withKeys } from "./unlocked.ts";

type PacksGroup = Pick<
  typeof STATEMENTS_METHODS,
  Extract<keyof typeof STATEMENTS_METHODS, `packs.${string}`>
>;

const CARD_MISSING = "还没有填写本局信息，不能签发；请先在“单位与密钥”里填写并保存信息卡";

/** Policy packs over the bridge. */
export function makePacksHandlers(desk: Desk): GroupHandlers<PacksGroup> {
  const { dataFolder } = desk;
  const placeOf = ({ sealer }: UnlockedKeys): TrustPlace => ({ dataFolder, sealer });
  return {
    "packs.list": () =>
      withKeys(desk, null, (keys) =>
        keys.role === "unit" ? listOfUnit(placeOf(keys)) : listOfBureau({ dataFolder, keys }),
      ),
    "packs.read": (_input, bytes) =>
      withKeys(desk, "unit", async (keys) => {
        if (bytes === null) return hostError("bad-input");
        const offered = await readOfferedPack(placeOf(keys), textOf(bytes));
        if (!offered.ok) return refuseTrust(offered);
        const { statement, admission } = offered;
        return done({
          offered: shelve(statement, "taken"),
          canBeTaken: admission.ok,
          reason: admission.ok ? null : describePackAdmission(admission),
        });
      }),
    "packs.take": (_input, bytes) =>
      withKeys(desk, "unit", (keys) =>
        inFolderTurn(desk, async () => {
          if (bytes === null) return hostError("bad-input");
          const taken = await takePack(placeOf(keys), textOf(bytes));
          if (!taken.ok) return refuseTrust(taken);
          const { statement, admission } = taken;
          if (!admission.ok) return refuse(admission.code, describePackAdmission(admission));
          return done({ taken: shelve(statement, "taken") });
        }),
      ),
    ...makeIssuingHandlers(desk),
  };
}

type IssuingGroup = Pick<
  typeof STATEMENTS_METHODS,
  "packs.keepDraft" | "packs.issue" | "packs.file"
>;

function makeIssuingHandlers(desk: Desk): GroupHandlers<IssuingGroup> {
  return {
    "packs.keepDraft": ({ id, draft }) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const kept = await keepPackDraft(publisherOf(desk, keys), id, draft);
          return kept.ok ? done({}) : refuseTrust(kept);
        }),
      ),
    "packs.issue": ({ pack }) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const own = await readOwnCard(desk.dataFolder, keys);
          if (!own.ok) return refuseTrust(own);
          if (own.card === null) return refuse("card-missing", CARD_MISSING);
          const issued = await issuePack(publisherOf(desk, keys), own.card.bureau, pack);
          if ("admission" in issued) {
            return refuse(issued.admission.code, describePackAdmission(issued.admission));
          }
          if (!issued.ok) return refuseTrust(issued);
          const { statement, text } = issued;
          const told = { fileName: fileNameOf(pack), issued: shelve(statement, "issued") };
          return done(told, Buffer.from(text));
        }),
      ),
    "packs.file": ({ id }) =>
      withKeys(desk, "bureau", async (keys) => {
        const publisher = publisherOf(desk, keys);
        const read = await readPublished(publisher);
        if (!read.ok) return refuseTrust(read);
        const statement = read.content.packs.find(({ pack }) => pack.id === id);
        if (statement === undefined) return refuse("pack-unknown", "没有签发过这个政策包");
        const text = await textOfPack(publisher, statement);
        return done({ fileName: fileNameOf(statement.pack) }, Buffer.from(text));
      }),
  };
}

export function publisherOf({ dataFolder, now }: Desk, keys: UnlockedKeys): Publisher {
  return { dataFolder, keys, now: now() };
}

async function listOfUnit(place: TrustPlace) {
  const taken = await readTaken(place);
  if (!taken.ok) return refuseTrust(taken);
  const packs = [...shipped(), ...taken.content.packs.map((one) => shelve(one, "taken"))];
  return done({ packs, drafts: [] });
}

async function listOfBureau(publisher: Omit<Publisher, "now">) {
  const read = await readPublished(publisher);
  if (!read.ok) return refuseTrust(read);
  const { packs, packDrafts } = read.content;
  return done({
    packs: [...shipped(), ...packs.map((one) => shelve(one, "issued"))],
    drafts: packDrafts,
  });
}

function shipped(): readonly ShelvedPack[] {
  return SHIPPED_PACKS.map((pack) => ({
    pack,
    sha256: packDigest(pack),
    origin: "shipped",
    bureauName: null,
    issuedAt: null,
  }));
}

function shelve(
  { pack, bureau, issuedAt }: PackStatement,
  origin: "issued" | "taken",
): ShelvedPack {
  return { pack, sha256: packDigest(pack), origin, bureauName: bureau.name, issuedAt };
}

function fileNameOf({ id }: Pack): string {
  return `${id}.jcy`;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
