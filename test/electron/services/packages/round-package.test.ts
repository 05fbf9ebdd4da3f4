import { SHIPPED_PACKS } from "../../../../shared/policy/pack-shelf.ts";
import { describe, expect, it } from "vitest";
import { orderOfDraft } from "../../../../electron/services/outbox/order-of-draft.ts";
import { checkPackage } from "../../../../electron/services/packages/receive-package.ts";
import { packageDraftSchema } from "../../../../shared/submission/package-draft.ts";
import { readRecommendationFile } from "../../../../shared/submission/recommendation-file.ts";
import { draftWith, PEOPLE } from "../../../shared/recommendation/drafts.ts";
import { CraftedPackage } from "../../../support/crafted-package.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makePair, packFor } from "../../../support/offices.ts";
import { unitFileWith } from "../../../support/unit-file.ts";

const FOLDER = temporaryFolder();

describe("the package of a round", () => {
  it("carries its proceedings and forms, and the bureau finds it in order", async () => {
    const unitFile = unitFileWith(PEOPLE);
    const pair = await makePair(FOLDER, { unitFile });
    const { draft } = draftWith();
    // As it comes over the bridge.
    const sent = packageDraftSchema.parse(JSON.parse(JSON.stringify(draft)));
    const { dataFolder, keys } = pair.sender;
    const ordered = orderOfDraft(sent, { dataFolder, keys }, SHIPPED_PACKS);
    if (!ordered.ok) throw new Error(ordered.code);
    const { packagePath } = await packFor(pair, ordered.order);
    const checked = await checkPackage(packagePath, pair.office);
    expect(checked).toMatchObject({ ok: true });
    const crafted = await CraftedPackage.from(packagePath, pair.office.keys.ageIdentity);
    const forms = ["recommendation", "minutes", "posts", "certificate"];
    const names = [...crafted.files.keys()];
    expect(names).toEqual(expect.arrayContaining(forms.map((form) => `data/forms/${form}.xlsx`)));
    const read = readRecommendationFile(crafted.text("data/recommendation.json"));
    expect(read.ok && read.value.proceedings).toEqual(draft.proceedings);
    expect(read.ok && read.value.candidates.map((one) => one.proceedings)).toEqual(
      draft.candidates.map((one) => one.proceedings),
    );
  });
});
