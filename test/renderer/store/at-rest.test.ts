import { expect, test } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { bytesOf, dumpAll } from "./dump.ts";
import { openReady, until, written } from "./opened.ts";
import { makeCandidacy, makeRound } from "./rounds.ts";
import { freshIdb, StandInHost } from "./stand-in-host.ts";

const { unit, people } = inventUnit(40);
const label = { key: "test" };
const [someone] = people;
if (someone === undefined) throw new Error("nobody");
const round = makeRound(2025, { state: "archived" });

test("no name and no number of a person stands in a backup, the journal or the database in clear", async () => {
  const host = new StandInHost();
  const idb = freshIdb();
  const store = await openReady(host, idb);
  const numbered = { ...someone, id: "370101199001011232", name: "欧阳检索", training: [] };
  const reviewer = { id: "r-1", name: "欧阳检索", post: null, isAbsent: false };
  written(
    await store.commit({
      label,
      unit,
      putPeople: [...people, { ...numbered, idNumber: null }],
      putRounds: [{ ...round, reviewers: [reviewer] }],
      putCandidacies: [makeCandidacy("c-2", numbered.id, round.id)],
    }),
  );
  await until(store, ({ assessed }) => assessed.byPerson.size === people.length + 1);
  await store.keepDraft("people/new/欧阳检索", { name: "欧阳检索" });
  await store.makeBackup("asked");
  await store.close();
  const disk = bytesOf(
    new Map([
      ...(await dumpAll(idb)),
      ["journal", host.entries],
      [
        "journal, decoded",
        host.entries.map(({ sealed }) => new Uint8Array(Buffer.from(sealed, "base64"))),
      ],
      ["backups", [...host.backups.kept.values()]],
    ]),
  );
  // What was decided lies there too.
  expect((await dumpAll(idb)).get("jiceng-1/assessments")?.length).toBeGreaterThan(1);
  const secrets = [
    ...people.flatMap(({ name, idNumber }) => [name, idNumber ?? name]),
    "欧阳检索",
    "370101199001011232",
    unit.name,
  ];
  for (const secret of secrets) {
    for (const encoding of ["utf8", "utf16le"] as const) {
      const bytes = Buffer.from(secret, encoding).toString("latin1");
      expect(disk.includes(bytes), secret).toBe(false);
    }
  }
  // The search itself finds what does stand there.
  expect(disk.includes(host.entries[0]?.hash ?? "?")).toBe(true);
});
