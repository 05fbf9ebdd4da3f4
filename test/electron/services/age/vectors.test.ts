import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import * as vectors from "cctv-age";
import { describe, expect, it } from "vitest";
import {
  type DecryptedBytes,
  decryptBytes,
} from "../../../../electron/services/age/small-files.ts";

/** The published test vectors of the age format (C2SP/CCTV). */
interface Vector {
  readonly name: string;
  readonly expected: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly isArmored: boolean;
  readonly file: Uint8Array;
}

function readVector(name: string, bytes: Uint8Array): Vector {
  const whole = Buffer.from(bytes);
  const end = whole.indexOf("\n\n");
  const fields = whole
    .toString("utf8", 0, end)
    .split("\n")
    .map((line) => line.split(": ") as [string, string]);
  const first = (key: string) => fields.find(([field]) => field === key)?.[1];
  const body = whole.subarray(end + 2);
  return {
    name,
    expected: first("expect") ?? "",
    payload: first("payload"),
    identities: fields.filter(([field]) => field === "identity").map(([, identity]) => identity),
    isArmored: first("armored") === "yes",
    file: first("compressed") === "zlib" ? inflateSync(body) : body,
  };
}

const ALL = Object.entries(vectors).map(([name, bytes]) => readVector(name, bytes));
const OURS = ALL.filter(({ identities, isArmored }) => identities.length > 0 && !isArmored);
const NOT_OURS = ALL.filter((vector) => !OURS.includes(vector));

/** Digest or code, as a vector has it. */
function outcomeOf(result: DecryptedBytes): string {
  if (!result.ok) return result.code;
  return createHash("sha256").update(result.bytes).digest("hex");
}

function expectedOf({ expected, payload, file }: Vector): string {
  if (expected === "success") return payload ?? "";
  if (expected === "no match") return "wrong-recipient";
  const isOfVersion = Buffer.from(file).toString("latin1").startsWith("age-encryption.org/v1\n");
  return isOfVersion ? "corrupt" : "not-age";
}

describe("the published test vectors of age", () => {
  it("are all here", () => {
    expect(OURS.length).toBeGreaterThan(70);
    expect(OURS.filter(({ expected }) => expected === "payload failure").length).toBeGreaterThan(
      10,
    );
  });

  it.each(OURS)("are read as $expected: $name", async (vector) => {
    const result = await decryptBytes(vector.identities, vector.file);
    expect(outcomeOf(result)).toBe(expectedOf(vector));
  });

  it.each(NOT_OURS)("are refused where they want armor or a passphrase: $name", async (vector) => {
    const result = await decryptBytes(vector.identities, vector.file);
    expect(result).toMatchObject({ ok: false });
  });
});
