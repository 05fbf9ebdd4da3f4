import { hostError } from "../../../shared/bridge/method.ts";
import type { OutputOf } from "../../../shared/bridge/methods.ts";
import type { STATEMENTS_METHODS } from "../../../shared/bridge/statements-methods.ts";
import type { Catalogue } from "../../../shared/bureau/catalogue.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import {
  issueCatalogue,
  keepCatalogueDraft,
  readPublished,
  textOfCatalogue,
} from "../statements/published.ts";
import { readOfferedCatalogue, readTaken, takeCatalogue } from "../statements/taken.ts";
import { readOwnCard } from "../trust/own-statement.ts";
import type { TrustPlace } from "../trust/trust-file.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { publisherOf } from "./packs-handlers.ts";
import { refuseTrust } from "./trust-handlers.ts";
import { inFolderTurn, withKeys } from "./unlocked.ts";

type CatalogueGroup = Pick<
  typeof STATEMENTS_METHODS,
  Extract<keyof typeof STATEMENTS_METHODS, `catalogue.${string}`>
>;

const CARD_MISSING = "还没有填写本局信息，不能发布；请先在“单位与密钥”里填写并保存信息卡";

/** The catalogue over the bridge. */
export function makeCatalogueHandlers(desk: Desk): GroupHandlers<CatalogueGroup> {
  const { dataFolder } = desk;
  const placeOf = ({ sealer }: UnlockedKeys): TrustPlace => ({ dataFolder, sealer });
  return {
    "catalogue.state": () =>
      withKeys<OutputOf<"catalogue.state">>(desk, null, async (keys) => {
        if (keys.role === "unit") {
          const taken = await readTaken(placeOf(keys));
          if (!taken.ok) return refuseTrust(taken);
          return done({ drafts: [], issued: [], taken: taken.content.catalogue });
        }
        const read = await readPublished({ dataFolder, keys });
        if (!read.ok) return refuseTrust(read);
        const { drafts, catalogues } = read.content;
        return done({ drafts, issued: catalogues, taken: null });
      }),
    ...makeIssuingHandlers(desk),
    "catalogue.read": (_input, bytes) =>
      withKeys(desk, "unit", async (keys) => {
        if (bytes === null) return hostError("bad-input");
        const offered = await readOfferedCatalogue(placeOf(keys), textOf(bytes));
        if (!offered.ok) return refuseTrust(offered);
        const { catalogue, standing } = offered;
        return done({ catalogue, standing });
      }),
    "catalogue.take": (_input, bytes) =>
      withKeys(desk, "unit", (keys) =>
        inFolderTurn(desk, async () => {
          if (bytes === null) return hostError("bad-input");
          const taken = await takeCatalogue(placeOf(keys), textOf(bytes));
          return taken.ok ? done({ catalogue: taken.catalogue }) : refuseTrust(taken);
        }),
      ),
  };
}

type IssuingGroup = Pick<
  typeof STATEMENTS_METHODS,
  "catalogue.keepDraft" | "catalogue.issue" | "catalogue.file"
>;

function makeIssuingHandlers(desk: Desk): GroupHandlers<IssuingGroup> {
  return {
    "catalogue.keepDraft": ({ draft }) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const kept = await keepCatalogueDraft(publisherOf(desk, keys), draft);
          return kept.ok ? done({}) : refuseTrust(kept);
        }),
      ),
    "catalogue.issue": ({ draft }) =>
      withKeys(desk, "bureau", (keys) =>
        inFolderTurn(desk, async () => {
          const own = await readOwnCard(desk.dataFolder, keys);
          if (!own.ok) return refuseTrust(own);
          if (own.card === null) return refuse("card-missing", CARD_MISSING);
          const issued = await issueCatalogue(publisherOf(desk, keys), own.card.bureau, draft);
          if (!issued.ok) return refuseTrust(issued);
          const { catalogue, text } = issued;
          return done({ fileName: fileNameOf(catalogue), catalogue }, Buffer.from(text));
        }),
      ),
    "catalogue.file": ({ serial }) =>
      withKeys(desk, "bureau", async (keys) => {
        const publisher = publisherOf(desk, keys);
        const read = await readPublished(publisher);
        if (!read.ok) return refuseTrust(read);
        const catalogue = read.content.catalogues.find((one) => one.serial === serial);
        if (catalogue === undefined) return refuse("catalogue-unknown", "没有发布过这一版目录清单");
        const text = await textOfCatalogue(publisher, catalogue);
        return done({ fileName: fileNameOf(catalogue) }, Buffer.from(text));
      }),
  };
}

function fileNameOf({ county, year, serial }: Catalogue): string {
  return `${county}基层单位目录清单${year}-${serial}.jcc`;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
