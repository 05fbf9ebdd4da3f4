import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { readReceipt } from "../../../../electron/services/receipts/read-receipt.ts";
import {
  statementsAnswerSchema,
  statementsUrl,
} from "../../../../shared/submission/receiver-answer.ts";
import { TIME_HEADER } from "../../../../shared/submission/upload-token.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";

const FOLDER = temporaryFolder();
const TEN_YEARS = 315_360_000_000;
let unitKeys: UnlockedKeys;
let bureauKeys: UnlockedKeys;
let bureau: ReceivingBureau;

beforeAll(async () => {
  unitKeys = await makeKeys("unit");
  bureauKeys = await makeKeys("bureau");
});

beforeEach(async () => {
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, bureauKeys);
});

afterEach(async () => {
  await bureau.stop();
});

/** The receipts that a unit fetched, opened and verified. */
async function openReceipts(unit: SendingUnit, after = -1) {
  const { receipts } = await unit.receipts(bureau.address, after);
  const signers = [{ keys: bureauKeys.publicKeys, revokedAt: null }];
  return Promise.all(
    receipts.map(async (one) => {
      const bytes = Buffer.from(one, "base64");
      const read = await readReceipt(bytes, unitKeys.ageIdentities, signers);
      if (!read.ok) throw new Error(read.code);
      return read.receipt;
    }),
  );
}

/** What lies there but for the ticket of the receiver at work. */
function uploads(): readonly string[] {
  const names = readdirSync(join(bureau.pair.office.dataFolder, "uploads"));
  return names.filter((name) => !name.startsWith(".turn-"));
}

describe("a receiver", () => {
  it("takes a package in and gives its receipt out", async () => {
    const { address } = await bureau.start();
    const unit = await bureau.pack();
    expect((await unit.receipts(address)).state).toBe("unknown");
    expect(await unit.send(address)).toMatchObject({ status: 204 });
    const [read] = await bureau.untilRead(1);
    expect(read).toMatchObject({ kind: "received", isNew: true });
    expect(await openReceipts(unit)).toMatchObject([
      { status: "received", serial: 1, packageId: unit.setting.file.packageId },
    ]);
    expect(await openReceipts(unit, 1)).toEqual([]);
    await bureau.stop();
    expect(uploads()).toEqual([]);
    expect(bureau.faults).toEqual([]);
  });

  it("resumes an upload after it was stopped and started again", async () => {
    await bureau.start();
    const unit = await bureau.pack();
    const url = new URL(await unit.beginAt(bureau.address));
    const { bytes } = unit;
    await unit.patch(url.href, 0, bytes.subarray(0, 1_000));
    await bureau.stop();
    await bureau.start();
    url.port = new URL(bureau.address).port;
    expect((await unit.head(url.href)).offset).toBe(1_000);
    await unit.patch(url.href, 1_000, bytes.subarray(1_000));
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "received" }]);
  });

  it("answers a package that comes again with the first receipt", async () => {
    const { address } = await bureau.start();
    const unit = await bureau.pack();
    await unit.send(address);
    await bureau.untilRead(1);
    const first = await unit.receipts(address);
    bureau.now += 86_400_000;
    await unit.send(address);
    expect(await bureau.untilRead(2)).toMatchObject([{ isNew: true }, { isNew: false }]);
    expect(await unit.receipts(address)).toEqual(first);
  });

  it("holds up nobody with a bad package, and answers its signer", async () => {
    const { address } = await bureau.start();
    const first = await bureau.pack();
    const second = await bureau.pack();
    await second.send(address);
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "refused", code: "revision-gap" }]);
    expect(await second.receipts(address)).toMatchObject({
      state: "refused",
      refusal: { code: "revision-gap" },
    });
    expect(await openReceipts(second)).toMatchObject([
      { status: "refused", serial: 0, remarks: [{ code: "revision-gap" }, {}] },
    ]);
    await first.send(address);
    await second.send(address);
    expect(await bureau.untilRead(3)).toMatchObject([{}, { isNew: true }, { isNew: true }]);
    expect(await second.receipts(address)).toMatchObject({ state: "received", refusal: null });
  });

  it("says plainly what is wrong with a file whose signer cannot be told", async () => {
    const { address } = await bureau.start();
    const unit = await bureau.pack();
    const path = join(FOLDER, "no-package.jcp");
    const bytes = randomBytes(3_000);
    writeFileSync(path, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const file = { ...unit.setting.file, sha256, size: bytes.length };
    const broken = unit.with({ path, file });
    await broken.send(address);
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "refused", code: "not-age" }]);
    expect(await broken.receipts(address)).toMatchObject({
      state: "refused",
      receipts: [],
      refusal: { code: "not-age" },
    });
  });

  it("deletes what came with another hash, and takes it when it is sent again", async () => {
    const { address } = await bureau.start();
    const unit = await bureau.pack();
    const url = await unit.beginAt(address);
    const spoilt = Buffer.from(unit.bytes);
    spoilt[500] = (spoilt[500] ?? 0) ^ 1;
    expect(await unit.patch(url, 0, spoilt)).toMatchObject({ status: 460, code: "wrong-hash" });
    expect(uploads()).toEqual([]);
    expect((await unit.receipts(address)).state).toBe("unknown");
    await unit.send(address);
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "received" }]);
  });

  it("reads at its start what was complete and not read", async () => {
    const unit = await bureau.pack();
    const isRead = new Promise<void>((resolve) => {
      void bureau
        .start({
          onRead: () => {
            resolve();
            return Promise.reject(new Error("the index is shut"));
          },
        })
        .then(() => unit.send(bureau.address));
    });
    await isRead;
    await bureau.stop();
    expect(uploads()).toHaveLength(2);
    await bureau.start();
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "received", isNew: false }]);
  });

  it("is alone on its data folder", async () => {
    await bureau.start();
    await expect(bureau.openBase()).rejects.toThrow("receiver-running");
    await bureau.stop();
    await (await bureau.openBase()).close();
  });

  it("gives its card to enrolled units", async () => {
    const { address } = await bureau.start();
    const unit = await bureau.pack();
    const { card } = await unit.statements(address);
    expect(card).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const stranger = unit.with({ keys: await makeKeys("unit") });
    await expect(stranger.statements(address)).rejects.toThrow("403 unknown-unit");
  });
});

describe("a receiver with a certificate", () => {
  it("speaks TLS", async () => {
    const [key, cert] = [join(FOLDER, "key.pem"), join(FOLDER, "cert.pem")];
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
    const files = ["-keyout", key, "-out", cert, "-days", "30"];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...files, ...subject],
      {
        stdio: "ignore",
      },
    );
    const tls = { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
    const { address } = await bureau.start({ tls });
    expect(address).toMatch(/^https:/);
    const unit = await bureau.pack();
    const headers = { Authorization: `Bearer ${await unit.token("statements")}` };
    const asked = request(statementsUrl(address), { ca: tls.cert, headers }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    const said = statementsAnswerSchema.parse(JSON.parse(await text(answer)));
    expect(said.card).not.toBeNull();
  });
});

describe("a clock ten years off", () => {
  it.each([TEN_YEARS, -TEN_YEARS])(
    "at the unit is told with the bureau's time: %#",
    async (off) => {
      const { address } = await bureau.start();
      const unit = await bureau.pack();
      const wrong = unit.with({ clock: () => bureau.now + off });
      const said = await wrong.begin(address);
      expect(said).toMatchObject({ status: 401, code: "clock-off" });
      const time = Date.parse(said.headers.get(TIME_HEADER) ?? "");
      expect(time).toBe(Math.floor(bureau.now / 1_000) * 1_000);
      expect(uploads()).toEqual([]);
      await wrong.with({ clock: () => time }).send(address);
      expect(await bureau.untilRead(1)).toMatchObject([{ kind: "received" }]);
    },
  );

  it("at the bureau changes neither who is let in nor the order of revisions", async () => {
    bureau.now -= TEN_YEARS;
    const { address } = await bureau.start();
    const first = await bureau.pack();
    await first.send(address);
    await bureau.untilRead(1);
    bureau.now += 2 * TEN_YEARS;
    const second = await bureau.pack();
    await second.send(address);
    bureau.now -= TEN_YEARS;
    expect(await bureau.untilRead(2)).toMatchObject([{ isNew: true }, { isNew: true }]);
    await bureau.revoke();
    bureau.now -= TEN_YEARS;
    expect(await second.begin(address)).toMatchObject({ status: 403, code: "key-revoked" });
  });
});

describe("attachments of some size", () => {
  it("come whole", async () => {
    const { address } = await bureau.start();
    const attachments = [await scanOf(bureau.folder, "a.jpg", randomBytes(3_000_000))];
    const unit = await bureau.pack(orderWith({ attachments }));
    await unit.send(address);
    expect(await bureau.untilRead(1)).toMatchObject([
      { entry: { file: { sha256: unit.setting.file.sha256 } } },
    ]);
  });
});
