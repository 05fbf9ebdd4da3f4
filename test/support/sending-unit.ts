import { readFileSync } from "node:fs";
import { signUploadToken } from "../../electron/services/keys/upload-token.ts";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import {
  CODE_HEADER,
  receiptsAnswerSchema,
  receiptsUrl,
  statementsAnswerSchema,
  statementsUrl,
  uploadsUrl,
} from "../../shared/submission/receiver-answer.ts";
import {
  type TokenFile,
  type TokenPurpose,
  type UploadToken,
  usualExpiry,
} from "../../shared/submission/upload-token.ts";

interface Setting {
  readonly keys: UnlockedKeys;
  /** The bureau's. */
  readonly kid: string;
  readonly unitId: string;
  readonly path: string;
  readonly file: TokenFile;
  /** The unit's. */
  readonly clock: () => number;
}

interface Asking {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What an answer came to, as a tus client sees it. */
export interface Said {
  readonly status: number;
  readonly code: string | null;
  readonly offset: number | null;
  readonly location: string | null;
  readonly headers: Headers;
  readonly body: string;
}

/** A unit that speaks tus 1.0 by hand, step by step, so that each step can be spoilt. */
export class SendingUnit {
  readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** The same unit with something else about it. */
  with(given: Partial<Setting>): SendingUnit {
    return new SendingUnit({ ...this.setting, ...given });
  }

  get bytes(): Buffer {
    return readFileSync(this.setting.path);
  }

  token(purpose: TokenPurpose = "upload", given: Partial<TokenFile> = {}): Promise<string> {
    const { keys, kid: aud, file, clock } = this.setting;
    const exp = usualExpiry(clock());
    const token: UploadToken =
      purpose === "statements" ? { purpose, aud, exp } : { purpose, aud, exp, ...file, ...given };
    return signUploadToken(keys, token);
  }

  async ask(url: string, init: Asking, token?: string): Promise<Said> {
    const response = await fetch(url, {
      ...init,
      headers: {
        "Tus-Resumable": "1.0.0",
        Authorization: `Bearer ${token ?? (await this.token())}`,
        ...init.headers,
      },
    });
    const { status, headers } = response;
    const offset = headers.get("Upload-Offset");
    return {
      status,
      code: headers.get(CODE_HEADER),
      offset: offset === null ? null : Number(offset),
      location: headers.get("Location"),
      headers,
      body: await response.text(),
    };
  }

  /** Begins an upload; gives its address. */
  async begin(address: string, given: Record<string, string> = {}, token?: string): Promise<Said> {
    const { unitId, file } = this.setting;
    const { packageId, sha256 } = file;
    const metadata = Object.entries({ packageId, unitId, sha256, ...given })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
      .join(",");
    const headers = { "Upload-Length": String(file.size), "Upload-Metadata": metadata };
    return this.ask(uploadsUrl(address), { method: "POST", headers }, token);
  }

  /** Begins an upload that is expected to be let in. */
  async beginAt(address: string): Promise<string> {
    const begun = await this.begin(address);
    if (begun.location === null) throw new Error(`${begun.status} ${begun.body}`);
    return new URL(begun.location, uploadsUrl(address)).href;
  }

  /** Sends some bytes. */
  patch(url: string, offset: number, bytes: Uint8Array, token?: string): Promise<Said> {
    const headers = {
      "Upload-Offset": String(offset),
      "Content-Type": "application/offset+octet-stream",
    };
    return this.ask(url, { method: "PATCH", headers, body: bytes }, token);
  }

  head(url: string, token?: string): Promise<Said> {
    return this.ask(url, { method: "HEAD" }, token);
  }

  /** Sends the whole package in two pieces. */
  async send(address: string): Promise<Said> {
    const url = await this.beginAt(address);
    const { bytes } = this;
    const half = Math.floor(bytes.length / 2);
    await this.patch(url, 0, bytes.subarray(0, half));
    return this.patch(url, half, bytes.subarray(half));
  }

  /** What the bureau has answered. */
  async receipts(address: string, after = -1) {
    const url = receiptsUrl(address, this.setting.file.packageId, after);
    const said = await this.ask(url, { method: "GET" }, await this.token("receipts"));
    if (said.status !== 200) throw new Error(`${said.status} ${said.code ?? ""}`);
    return receiptsAnswerSchema.parse(JSON.parse(said.body));
  }

  async statements(address: string) {
    const token = await this.token("statements");
    const said = await this.ask(statementsUrl(address), { method: "GET" }, token);
    if (said.status !== 200) throw new Error(`${said.status} ${said.code ?? ""}`);
    return statementsAnswerSchema.parse(JSON.parse(said.body));
  }
}
