import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Server as TusServer } from "@tus/server";
import type { Office } from "../packages/office.ts";
import { answerReceipts } from "./answers-route.ts";
import { type Admitted, Gate } from "./gate.ts";
import { type ReceiverLimits, TransferCounter } from "./limits.ts";
import type { ReceiverBase } from "./receiver-base.ts";
import type { ReceiverFault } from "./receiver-fault.ts";
import { type Refusal, refuse, sendJson, sendRefusal, setCommonHeaders } from "./refusal.ts";
import { type Route, routeOf } from "./routes.ts";
import { UploadRules } from "./upload-rules.ts";

interface HandlerSetting {
  readonly base: ReceiverBase;
  readonly tus: TusServer;
  readonly limits: ReceiverLimits;
  readonly now: () => number;
  readonly onFault: (fault: ReceiverFault, error: unknown) => void;
}

/** A request comes to a refusal, or to what sends its answer. */
type Outcome = Refusal | { readonly ok: true; readonly send: Send };
type Send = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Seconds after which a transfer may be free. */
const TRANSFER_PAUSE = 5;

/** Handles requests: who asks, what for, whether it may be, and only then the body. */
export class RequestHandler {
  readonly #setting: HandlerSetting;
  readonly #gate: Gate;
  readonly #rules: UploadRules;
  readonly #transfers: TransferCounter;

  constructor(setting: HandlerSetting) {
    const { base, limits } = setting;
    const clock = () => performance.now();
    this.#setting = setting;
    this.#gate = new Gate(limits, clock);
    this.#rules = new UploadRules(base.uploads, limits, clock);
    this.#transfers = new TransferCounter(limits);
  }

  /** Transfers under way. */
  get transfers(): number {
    return this.#transfers.count;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { now, onFault } = this.#setting;
    setCommonHeaders(response, now());
    try {
      const outcome = await this.#decide(request);
      if (outcome.ok) await outcome.send(request, response);
      else sendRefusal(response, outcome, now());
    } catch (error) {
      onFault("store", error);
      if (response.headersSent) response.destroy();
      else sendRefusal(response, refuse("server-fault"), now());
    }
  }

  async #decide(request: IncomingMessage): Promise<Outcome> {
    const slow = this.#gate.slowDown(request);
    if (slow !== null) return slow;
    const route = routeOf(request);
    if (route === null) return refuse("not-found");
    const read = await this.#setting.base.office();
    if (!read.ok) {
      this.#setting.onFault("office", read.code);
      return refuse("server-fault");
    }
    const admitted = await this.#gate.admit(request, read.office);
    return admitted.ok ? this.#route(route, request, admitted, read.office) : admitted;
  }

  async #route(
    route: Route,
    request: IncomingMessage,
    admitted: Admitted,
    office: Office,
  ): Promise<Outcome> {
    switch (route.name) {
      case "begin":
        return (await this.#rules.mayBegin(request, admitted, office)) ?? this.#transfer(admitted);
      case "touch":
        return (await this.#rules.mayTouch(route.id, admitted)) ?? this.#transfer(admitted);
      case "receipts":
        return this.#answerReceipts(route, admitted);
      case "statements":
        if (admitted.token.purpose !== "statements") return refuse("token-other");
        return answerWith(await this.#setting.base.statements());
      default:
        return route satisfies never;
    }
  }

  async #answerReceipts(
    { packageId, after }: Extract<Route, { readonly name: "receipts" }>,
    admitted: Admitted,
  ): Promise<Outcome> {
    const answered = await answerReceipts(this.#setting.base, admitted, packageId, after);
    return answered.ok ? answerWith(answered.answer) : answered;
  }

  #transfer({ unit }: Admitted): Outcome {
    const end = this.#transfers.begin(unit.id);
    if (end === null) return refuse("too-many", TRANSFER_PAUSE);
    return {
      ok: true,
      send: (request, response) => {
        response.once("close", end);
        return this.#setting.tus.handle(request, response);
      },
    };
  }
}

function answerWith(answer: unknown): Outcome {
  return {
    ok: true,
    send: (_request, response) => {
      sendJson(response, 200, JSON.stringify(answer));
    },
  };
}
