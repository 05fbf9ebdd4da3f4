import { expect, test } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { openReady, written } from "./opened.ts";
import { freshIdb, StandInHost } from "./stand-in-host.ts";

const { unit, people } = inventUnit(12);
const label = { key: "test" };
const [someone] = people;
if (someone === undefined) throw new Error("nobody");

test("an edit made of the records as they are in its turn loses nothing of one that is underway", async () => {
  const store = await openReady(new StandInHost(), freshIdb());
  written(await store.commit({ label, unit, putPeople: people }));
  const renameTo = (change: Partial<typeof someone>) =>
    store.commit((records) => ({
      label,
      putPeople: [{ ...(records.people.get(someone.id) ?? someone), ...change }],
    }));
  const [first, second] = [renameTo({ name: "改名" }), renameTo({ appraisals: [] })];
  written(await first);
  written(await second);
  expect(store.getState().records?.people.get(someone.id)).toMatchObject({
    name: "改名",
    appraisals: [],
  });
  await store.close();
});
