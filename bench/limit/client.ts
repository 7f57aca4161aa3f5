import { Agent, request } from "node:http";

/** One request of the loop; `body` is sent as JSON. */
export type LoopRequest = {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: unknown;
};

/** The least a client can do: connections that stay open, each answer read to its end and parsed. */
export class Client {
  readonly #agent: Agent;
  #token = "";

  constructor(
    readonly url: string,
    readonly concurrency: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  }

  /** Gets the token that all other requests carry. */
  async signOn(environmentId: string, clientId: string, clientSecret: string): Promise<void> {
    const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    const answer = await this.#exchange(
      { method: "POST", path: `/${environmentId}/as/token`, type: "application/x-www-form-urlencoded" },
      "grant_type=client_credentials",
      `Basic ${credentials}`,
    );
    this.#token = String(answer["access_token"]);
  }

  /** Makes all requests, so many at once, and answers in their order. @throws Error for the first one that is refused */
  async all(requests: readonly LoopRequest[]): Promise<Record<string, unknown>[]> {
    const answers: Record<string, unknown>[] = [];
    const queue = requests.entries();
    const work = async () => {
      for (const [index, next] of queue) {
        const text = next.body === undefined ? "" : JSON.stringify(next.body);
        answers[index] = await this.#exchange(next, text, `Bearer ${this.#token}`);
      }
    };
    await Promise.all(Array.from({ length: this.concurrency }, work));
    return answers;
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(
    { method, path, type }: LoopRequest,
    text: string,
    authorization: string,
  ): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const headers = { authorization, ...(type === undefined ? {} : { "content-type": type }) };
      const sent = request(`${this.url}${path}`, { method, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const answer = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          if (status < 200 || status > 299) {
            reject(new Error(`${method} ${path} was answered ${status}`));
          } else {
            resolve(answer === "" ? {} : (JSON.parse(answer) as Record<string, unknown>));
          }
        });
      });
      sent.once("error", reject);
      sent.end(text);
    });
  }
}
