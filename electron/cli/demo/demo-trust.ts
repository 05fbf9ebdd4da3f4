import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { USUAL_ASKS } from "../../../shared/submission/bureau-card.ts";
import type { UnitProfile } from "../../../shared/submission/profiles.ts";
import { writeDurably } from "../../services/files/durable.ts";
import type { Role } from "../../services/keys/key-file.ts";
import { createKeyStore } from "../../services/keys/key-store.ts";
import { signingPem, sm2Pem } from "../../services/keys/pem.ts";
import { enrolUnit } from "../../services/trust/enrolled-units.ts";
import { issueBureauCard, issueEnrolment } from "../../services/trust/own-statement.ts";
import { readBureauCardFile, readEnrolmentFile } from "../../services/trust/statement-file.ts";
import { trustBureau } from "../../services/trust/trusted-bureau.ts";
import type { Io } from "../io.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, keyRefusal } from "../unlock.ts";
import type { DemoFolder } from "./demo-folder.ts";

/** Makes a fictitious unit and bureau and lets them know each other, as two clerks would by telephone. */

export const PASSPHRASE_FILE = "口令.txt";
const BUREAU = { id: "demo-bureau", name: "虚构县人力资源和社会保障局" };
const PASSPHRASE_BYTES = 15;

/** New keys under a random passphrase, which lies in a file beside them: it guards fictitious people only. */
export async function makeInstallation(
  dataFolder: string,
  role: Role,
  io: Io,
): Promise<Installation> {
  const passphrase = randomBytes(PASSPHRASE_BYTES).toString("base64url");
  const created = await createKeyStore(dataFolder, { role, passphrase, now: io.now() });
  if (!created.ok) throw keyRefusal(dataFolder, created);
  await writeDurably(join(dataFolder, PASSPHRASE_FILE), `${passphrase}\n`);
  return { dataFolder, keys: created.keys };
}

/** The unit applies and is enrolled; the bureau's card is trusted. */
export async function introduce(
  unit: Installation,
  bureau: Installation,
  profile: UnitProfile,
  { stick }: DemoFolder,
  now: number,
): Promise<void> {
  const request = await issueEnrolment(unit.dataFolder, unit.keys, profile, now);
  if (!request.ok) throw trustRefusal(unit.dataFolder, request);
  const asks = { ...USUAL_ASKS, sm2: true };
  const content = { bureau: BUREAU, addresses: [], asks };
  const card = await issueBureauCard(bureau.dataFolder, bureau.keys, content, now);
  if (!card.ok) throw trustRefusal(bureau.dataFolder, card);
  await writeDurably(join(stick, "登记申请.jce"), request.text);
  await writeDurably(join(stick, "人社局.jcb"), card.text);
  await acceptRequest(bureau, request.text, unit, now);
  await acceptCard(unit, card.text, bureau, now);
}

async function acceptRequest(bureau: Installation, text: string, unit: Installation, now: number) {
  const read = await readEnrolmentFile(text);
  if (!read.ok) throw trustRefusal(bureau.dataFolder, read);
  const place = { dataFolder: bureau.dataFolder, sealer: bureau.keys.sealer };
  const taken = await enrolUnit(place, read.statement, heardFrom(unit), now);
  if (!taken.ok) throw trustRefusal(bureau.dataFolder, taken);
}

async function acceptCard(unit: Installation, text: string, bureau: Installation, now: number) {
  const read = await readBureauCardFile(text);
  if (!read.ok) throw trustRefusal(unit.dataFolder, read);
  const place = { dataFolder: unit.dataFolder, sealer: unit.keys.sealer };
  const taken = await trustBureau(place, read.statement, heardFrom(bureau), now);
  if (!taken.ok) throw trustRefusal(unit.dataFolder, taken);
}

/** What the other side reads out on the telephone. */
function heardFrom({ keys }: Installation) {
  return { fingerprint: fingerprintOf(keys.publicKeys.kid), isChangeConfirmed: false };
}

/** What other programs need to check the package: public keys, and the demo bureau's own reading key. */
export async function writeCheckKeys(
  unit: Installation,
  bureau: Installation,
  { check }: DemoFolder,
): Promise<void> {
  const { publicKeys } = unit.keys;
  await writeDurably(join(check, "unit.pem"), signingPem(publicKeys));
  await writeDurably(join(check, "unit-sm2.pem"), sm2Pem(publicKeys) ?? "");
  await writeDurably(join(check, "bureau.agekey"), `${bureau.keys.ageIdentity}\n`);
}
