import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Upload } from "tus-js-client";
import { expect, it } from "vitest";
import { uploadsUrl } from "../../../../shared/submission/receiver-answer.ts";
import { CuttingProxy } from "../../../support/cutting-proxy.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";

/** Sends a package as a tus client does that was written elsewhere. */
async function sendByTus(unit: SendingUnit, endpoint: string): Promise<void> {
  const { packageId, sha256 } = unit.setting.file;
  const { unitId } = unit.setting;
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(unit.bytes, {
      endpoint,
      metadata: { packageId, unitId, sha256 },
      retryDelays: [0, 0, 0, 0, 0],
      onBeforeRequest: async (request) => {
        request.setHeader("Authorization", `Bearer ${await unit.token()}`);
      },
      onSuccess: () => {
        resolve();
      },
      onError: reject,
    });
    upload.start();
  });
}

it("a package whose link is cut three times comes whole, with little sent twice", async () => {
  const folder = temporaryFolder();
  const bureau = await ReceivingBureau.prepare(
    folder,
    await makeKeys("unit"),
    await makeKeys("bureau"),
  );
  const { port } = await bureau.start();
  const attachments = [await scanOf(folder, "a.jpg", randomBytes(8_000_000))];
  const unit = await bureau.pack(orderWith({ attachments }));
  const proxy = await CuttingProxy.start(port, [2_000_000, 4_000_000, 6_000_000]);
  try {
    await sendByTus(unit, uploadsUrl(`http://127.0.0.1:${proxy.port}`));
    expect(proxy.cutCount).toBe(3);
    expect(await bureau.untilRead(1)).toMatchObject([
      { kind: "received", entry: { file: { sha256: unit.setting.file.sha256 } } },
    ]);
    // What was on its way when the link was cut, three times; not what had arrived.
    expect(proxy.passed - unit.setting.file.size).toBeLessThan(3_000_000);
  } finally {
    await proxy.close();
    await bureau.stop();
  }
  const names = readdirSync(join(bureau.pair.office.dataFolder, "uploads"));
  expect(names).toEqual([]);
});
