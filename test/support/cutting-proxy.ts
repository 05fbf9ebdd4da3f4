import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A poor link: bytes to a server go through here, and after so many of them the connection is cut. */
export class CuttingProxy {
  readonly #server: Server;
  readonly #cuts: number[];
  /** Bytes of the client that came through. */
  passed = 0;
  cutCount = 0;

  private constructor(server: Server, cuts: readonly number[]) {
    this.#server = server;
    this.#cuts = [...cuts];
  }

  /** `cuts`: after how many bytes in all each cut comes. */
  static async start(port: number, cuts: readonly number[]): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server, cuts);
    server.on("connection", (client) => {
      proxy.#carry(client, connect(port, "127.0.0.1"));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #carry(client: Socket, target: Socket): void {
    const end = () => {
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) {
      socket.on("error", end);
      socket.on("close", end);
    }
    target.pipe(client);
    client.on("data", (piece) => {
      this.passed += piece.length;
      target.write(piece);
      const next = this.#cuts[0];
      if (next === undefined || this.passed < next) return;
      this.#cuts.shift();
      this.cutCount += 1;
      end();
    });
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }
}
