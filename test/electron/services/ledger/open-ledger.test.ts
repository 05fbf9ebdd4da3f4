import { expect, it } from "vitest";
import { z } from "zod";
import { migrate } from "../../../../electron/services/ledger/migrate.ts";
import { MIGRATIONS } from "../../../../electron/services/ledger/migrations.ts";
import { openLedger } from "../../../../electron/services/ledger/open-ledger.ts";
import { describeLedgers } from "../../../support/ledgers.ts";

const number = z.object({ number: z.number() });
const bytes = z.object({ bytes: z.instanceof(Uint8Array) });

describeLedgers("A ledger", ({ open, makePlace }) => {
  it("gives back numbers, texts and bytes as they were put in", async () => {
    const ledger = await open();
    await ledger.run("CREATE TABLE things (number integer, bytes bytea)");
    await ledger.run("INSERT INTO things VALUES ($1, $2)", [7, new Uint8Array([0, 1, 255])]);
    expect(await ledger.query("SELECT number FROM things", [], number)).toEqual([{ number: 7 }]);
    const [row] = await ledger.query("SELECT bytes FROM things", [], bytes);
    expect([...(row?.bytes ?? [])]).toEqual([0, 1, 255]);
  });

  it("keeps nothing of a transaction that throws", async () => {
    const ledger = await open();
    await ledger.run("CREATE TABLE things (number integer)");
    const failing = ledger.transaction(async ({ run }) => {
      await run("INSERT INTO things VALUES (1)");
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await ledger.query("SELECT number FROM things", [], number)).toEqual([]);
  });

  it("has its tables up to date after each opening, and is refused to an older program", async () => {
    const place = await makePlace();
    for (const time of [1, 2]) {
      const opened = await openLedger(place);
      if (!opened.ok) throw new Error(`not opened the ${time}. time: ${opened.code}`);
      const done = await opened.ledger.query("SELECT number FROM ledger_migrations", [], number);
      expect(done.length).toBe(MIGRATIONS.length);
      if (time === 2) {
        expect(await migrate(opened.ledger, MIGRATIONS.slice(1))).toEqual({
          ok: false,
          code: "ledger-newer",
        });
      }
      await opened.ledger.close();
    }
  });
});
