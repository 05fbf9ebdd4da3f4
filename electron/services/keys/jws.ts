import {
  CompactSign,
  type CryptoKey,
  compactVerify,
  decodeProtectedHeader,
  errors,
  importJWK,
} from "jose";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import type { SignatureType } from "../../../shared/submission/signature-types.ts";

/**
 * Signatures as JWS in compact form (RFC 7515), Ed25519 (RFC 8037). The algorithm comes from the enrolled
 * key, never from the header; a header can neither bring a key along nor change how its payload is read.
 */

const ALGORITHM = "EdDSA";
/** Parameters that bring or point to a key: RFC 7515 §4.1.2 to §4.1.8. */
const KEY_PARAMETERS = ["jwk", "jku", "x5c", "x5u", "x5t", "x5t#S256"] as const;
/** All that a header of ours holds. `crit` and `b64` (RFC 7797) are refused like anything else beyond it. */
const OUR_PARAMETERS = ["alg", "kid", "typ"] as const;
const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]*)$/;

/** A secret signing key with the thumbprint that it signs under. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/**
 * `syntax`: no compact JWS in its one spelling · `embedded-key`: the header brings a key along · `header`:
 * it holds more than ours do, or no texts · `alg`: not the algorithm of the enrolled key · `typ`: made for
 * another use · `kid`: made with another key · `bad-signature`: does not verify · `payload`: verifies, but
 * is no JSON.
 */
export type JwsFault =
  | "syntax"
  | "embedded-key"
  | "header"
  | "alg"
  | "typ"
  | "kid"
  | "bad-signature"
  | "payload";

export interface JwsRefusal {
  readonly ok: false;
  readonly code: JwsFault;
}

/** Takes the Ed25519 secret (`d` of its JWK) into the form that signs; it cannot be taken out again. */
export async function importSigningKey(
  kid: string,
  publicKey: string,
  secret: string,
): Promise<SigningKey> {
  const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey, d: secret };
  return { kid, key: await importKey(jwk) };
}

async function importKey(jwk: Readonly<Record<string, string>>): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new TypeError("an Ed25519 key is no secret of bytes");
  return key;
}

/** A compact JWS over some data as JSON. */
export async function signAttached(
  { kid, key }: SigningKey,
  typ: SignatureType,
  data: unknown,
): Promise<string> {
  return signBytes({ kid, key }, typ, Buffer.from(JSON.stringify(data)));
}

/** A compact JWS over bytes that travel beside it: its payload part is empty (RFC 7515 appendix F). */
export async function signDetached(
  key: SigningKey,
  typ: SignatureType,
  bytes: Uint8Array,
): Promise<string> {
  const [header = "", , signature = ""] = (await signBytes(key, typ, bytes)).split(".");
  return `${header}..${signature}`;
}

async function signBytes(
  { kid, key }: SigningKey,
  typ: SignatureType,
  bytes: Uint8Array,
): Promise<string> {
  return new CompactSign(bytes).setProtectedHeader({ alg: ALGORITHM, kid, typ }).sign(key);
}

/** The key that a JWS claims to be made with; null where it is no JWS. It proves nothing yet. */
export function readKid(jws: string): string | null {
  const header = splitCompact(jws)?.header;
  return typeof header?.["kid"] === "string" ? header["kid"] : null;
}

/** What is wrong with the header of a JWS, whoever signed it; null for one that an enrolled key may verify. */
export function findHeaderFault(jws: string, typ: SignatureType): JwsFault | null {
  const header = splitCompact(jws)?.header;
  return header === undefined ? "syntax" : headerFault(header, typ, header["kid"]);
}

/** Checks a detached JWS over some bytes against an enrolled key. */
export async function verifyDetached(
  jws: string,
  bytes: Uint8Array,
  typ: SignatureType,
  keys: PublicKeys,
): Promise<{ readonly ok: true } | JwsRefusal> {
  const parts = splitCompact(jws);
  if (parts === null || parts.payload !== "") return refuse("syntax");
  const fault = headerFault(parts.header, typ, keys.kid);
  if (fault !== null) return refuse(fault);
  const [header = "", , signature = ""] = jws.split(".");
  const payload = Buffer.from(bytes).toString("base64url");
  return (await isSigned(`${header}.${payload}.${signature}`, keys))
    ? { ok: true }
    : refuse("bad-signature");
}

/** Checks a JWS against an enrolled key and gives the data in it, which its schema has still to check. */
export async function verifyAttached(
  jws: string,
  typ: SignatureType,
  keys: PublicKeys,
): Promise<{ readonly ok: true; readonly data: unknown } | JwsRefusal> {
  const parts = splitCompact(jws);
  if (parts === null || parts.payload === "") return refuse("syntax");
  const fault = headerFault(parts.header, typ, keys.kid);
  if (fault !== null) return refuse(fault);
  if (!(await isSigned(jws, keys))) return refuse("bad-signature");
  const data = parseJson(parts.payload);
  return data === undefined ? refuse("payload") : { ok: true, data };
}

/**
 * The data of a JWS, unproven. For files that bring the keys of their signer along: whoever reads one
 * verifies it with those keys and then compares the fingerprint. Undefined where there is none.
 */
export function readUnproven(jws: string): unknown {
  const payload = splitCompact(jws)?.payload ?? "";
  return payload === "" ? undefined : parseJson(payload);
}

function refuse(code: JwsFault): JwsRefusal {
  return { ok: false, code };
}

interface CompactParts {
  readonly header: Readonly<Record<string, unknown>>;
  /** base64url; empty where detached. */
  readonly payload: string;
}

/** Header and payload of a JWS whose parts are written in their one canonical spelling; else null. */
function splitCompact(jws: string): CompactParts | null {
  const match = COMPACT.exec(jws);
  if (match === null || !match.slice(1).every(isCanonical)) return null;
  try {
    return { header: decodeProtectedHeader(jws), payload: match[2] ?? "" };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Bits that a lenient decoder drops would let one signature be written in several ways. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, "base64url").toString("base64url") === part;
}

function headerFault(
  header: Readonly<Record<string, unknown>>,
  typ: SignatureType,
  kid: unknown,
): JwsFault | null {
  if (KEY_PARAMETERS.some((name) => Object.hasOwn(header, name))) return "embedded-key";
  if (header["alg"] !== ALGORITHM) return "alg";
  if (Object.keys(header).length !== OUR_PARAMETERS.length) return "header";
  if (header["typ"] !== typ) return "typ";
  return header["kid"] === kid ? null : "kid";
}

async function isSigned(jws: string, { signing }: PublicKeys): Promise<boolean> {
  const key = await importKey({ kty: "OKP", crv: "Ed25519", x: signing });
  try {
    await compactVerify(jws, key, { algorithms: [ALGORITHM] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}

function parseJson(part: string): unknown {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return JSON.parse(decoder.decode(Buffer.from(part, "base64url")));
  } catch {
    return undefined;
  }
}
