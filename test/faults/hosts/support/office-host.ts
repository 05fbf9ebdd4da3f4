import { mkdirSync } from "node:fs";
import { splitFrame } from "../../../../shared/bridge/framing.ts";
import type { Answer } from "../../../../shared/bridge/method.ts";
import type { InputOf, Method, OutputOf } from "../../../../shared/bridge/methods.ts";
import type { Role } from "../../../../shared/bridge/keys-methods.ts";
import { freePort } from "../../../e2e/support/free-port.ts";
import { type HostProcess, startHost } from "../../../e2e/support/host-process.ts";
import { askForBytes, frameOf, ownHeaders, pairWith } from "../../../electron/loopback/asking.ts";

/** An installation without its screen: the host that people start, in its own process, asked over its bridge. */

export const PASSPHRASE = "海边的卫生院有三棵梧桐树";

type Done<M extends Method> = Extract<Answer<OutputOf<M>>, { readonly ok: true }>;

interface Place {
  readonly dataFolder: string;
  readonly port: number;
  readonly floorBytes?: number;
}

export class OfficeHost {
  readonly dataFolder: string;
  readonly #place: Place;
  #process: HostProcess | null = null;
  #token = "";

  private constructor(place: Place) {
    this.#place = place;
    this.dataFolder = place.dataFolder;
  }

  /** A new installation with its keys, unlocked. */
  static async install(role: Role, dataFolder: string, floorBytes?: number): Promise<OfficeHost> {
    mkdirSync(dataFolder, { recursive: true });
    const floor = floorBytes === undefined ? {} : { floorBytes };
    const office = new OfficeHost({ dataFolder, port: await freePort(), ...floor });
    await office.#begin();
    await office.ok("keys.create", { passphrase: PASSPHRASE, role });
    return office;
  }

  /** The same installation on another machine: a data folder that was copied. */
  static async open(dataFolder: string): Promise<OfficeHost> {
    const office = new OfficeHost({ dataFolder, port: await freePort() });
    await office.start();
    return office;
  }

  /** Starts it again as a clerk does, keys unlocked; its clock off by so many milliseconds. */
  async start(clockShift = 0): Promise<void> {
    await this.#begin(clockShift);
    await this.ok("keys.unlock", { passphrase: PASSPHRASE });
  }

  async #begin(clockShift = 0): Promise<void> {
    this.#process = await startHost({ ...this.#place, clockShift });
    const token = await pairWith(this.#place.port, this.#process.address);
    if (token === null) throw new Error("not paired");
    this.#token = token;
  }

  /** As a power switch does. */
  async kill(): Promise<void> {
    await this.#process?.kill();
    this.#process = null;
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    this.#process = null;
  }

  /** A call as the screen makes it; throws where nobody answers. */
  async call<M extends Method>(
    method: M,
    input: InputOf<M>,
    bytes: Uint8Array | null = null,
  ): Promise<Answer<OutputOf<M>>> {
    const { port } = this.#place;
    const { status, body } = await askForBytes(port, {
      method: "POST",
      path: `/call/${method}`,
      headers: ownHeaders(port, this.#token),
      body: frameOf(input, bytes),
    });
    const frame = status === 200 ? splitFrame(body) : null;
    if (frame === null) throw new Error(`${method}: ${status}`);
    const said = JSON.parse(new TextDecoder().decode(frame.head)) as {
      readonly answer: Answer<OutputOf<M>>;
      readonly hasBytes: boolean;
    };
    return said.answer.ok
      ? { ...said.answer, bytes: said.hasBytes ? frame.bytes : null }
      : said.answer;
  }

  /** What a call gives that has to succeed. */
  async ok<M extends Method>(
    method: M,
    input: InputOf<M>,
    bytes: Uint8Array | null = null,
  ): Promise<Done<M>> {
    const answer = await this.call(method, input, bytes);
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`);
    return answer;
  }
}
