/** Writes server-sent events as GraphQL over SSE names them, in "distinct connections mode": `next` with an answer, `complete` at the end. */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import vary from "vary";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { inLanguage } from "../../platform/errors/index.js";
import { EVENTS_TYPE } from "../request/media-type.js";
import type { ServerAnswer } from "../request/server-answer.js";

/** A comment, by which both sides see that the other is there. */
const HEARTBEAT = ":\n\n";

/** A stream of events to one client. */
export class EventStream {
  /** True where what was written before the last heartbeat had not gone out by then. */
  private isStuck = false;

  /** Begins it; headers that were set before are sent with it. */
  constructor(
    private readonly response: ServerResponse,
    private readonly language: Language,
  ) {
    vary(response, "accept, accept-language");
    response.writeHead(200, {
      "content-type": `${EVENTS_TYPE}; charset=utf-8`,
      "cache-control": "no-store, no-transform",
      "content-language": language === "zh" ? "zh-CN" : "en",
      // Proxies such as nginx pass events on as they come.
      "x-accel-buffering": "no",
    });
    response.flushHeaders();
  }

  get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  /** Writes an answer, and waits until the client has taken it; `id` is what the client names to go on behind it. */
  async next({ body, encoded }: Pick<ServerAnswer, "body" | "encoded">, id?: string): Promise<void> {
    if (!this.isOpen) return;
    const text = encoded?.toString("utf8") ?? JSON.stringify(this.told(body, id));
    const isTaken = this.response.write(`${id === undefined ? "" : `id: ${id}\n`}event: next\ndata: ${text}\n\n`);
    if (!isTaken && this.isOpen) await Promise.race([once(this.response, "drain"), once(this.response, "close")]);
  }

  /** Says that nothing more comes, and ends. */
  complete(): void {
    if (this.isOpen) this.response.end("event: complete\ndata: \n\n");
  }

  /** Ends without a word: the client comes again. */
  breakOff(): void {
    if (this.isOpen) this.response.end();
  }

  /** Shows that it is alive; a client that took nothing since the last one is left. */
  beat(): void {
    if (!this.isOpen) return;
    if (!this.response.writableNeedDrain) {
      this.isStuck = false;
      this.response.write(HEARTBEAT);
    } else if (this.isStuck) this.response.destroy();
    else this.isStuck = true;
  }

  private told({ errors, ...rest }: ServerAnswer["body"], id: string | undefined): object {
    return {
      ...(errors ? { errors: errors.map((error) => inLanguage(error, this.language)) } : {}),
      ...rest,
      ...(id === undefined ? {} : { extensions: { ...rest.extensions, eventId: id } }),
    };
  }
}
