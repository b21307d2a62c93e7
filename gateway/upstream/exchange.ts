/** One exchange with a service over a kept connection, without the streams and signals of undici's `request`: these cost more than the exchange. */
import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher, Pool } from "undici";
import type { Gone } from "../waiters.js";
import { Gathered } from "./gathered.js";

/** What is sent, and how long and how much is waited for. */
export interface ExchangeRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds until it is given up. */
  readonly waitMs: number;
  /** Given up as well once it is aborted. */
  readonly gone: Gone;
  /** Largest answer, in bytes. */
  readonly mostBytes: number;
}

/** What came back. */
export interface Exchanged {
  readonly status: number;
  readonly text: string;
}

/** Given up: the time was over, or the client had left. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
  constructor(
    message: string,
    /** True where the client had left. */
    readonly isLeft = false,
  ) {
    super(message);
  }
}

/** An answer of more than the limit. */
export class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
}

/** An answer in an encoding: none was asked for, and what it would become is not known before it is there. */
export class AnswerEncoded extends Error {
  override readonly name = "AnswerEncoded";
}

/** Posts the body. Throws GivenUp, AnswerTooLarge and AnswerEncoded, and what undici throws where no answer came. */
export const exchange = (pool: Pool, request: ExchangeRequest): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const reading = new Reading(request, resolve, reject);
    if (request.gone.aborted) return reading.leave();
    const { path, headers, body } = request;
    pool.dispatch({ method: "POST", path, headers, body }, reading);
  });

class Reading implements Dispatcher.DispatchHandler {
  private readonly body = new Gathered();
  private status = 0;
  private controller: Dispatcher.DispatchController | undefined;
  private ended: Error | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly request: ExchangeRequest,
    private readonly resolve: (answer: Exchanged) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.timer = setTimeout(this.giveUp, request.waitMs);
    request.gone.addEventListener("abort", this.leave);
  }

  readonly giveUp = (): void => this.abort(new GivenUp("No answer in time."));
  readonly leave = (): void => this.abort(new GivenUp("The client hung up.", true));

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // Given up while it waited for a connection.
    if (this.ended) controller.abort(this.ended);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    { "content-encoding": encoding }: IncomingHttpHeaders,
  ): void {
    this.status = status;
    if (encoding !== undefined && encoding !== "identity") this.abort(new AnswerEncoded());
  }

  onResponseData(_controller: Dispatcher.DispatchController, part: Buffer): void {
    // The connection ends: what more there is, is neither read nor kept.
    if (this.body.add(part) > this.request.mostBytes) this.abort(new AnswerTooLarge());
  }

  onResponseEnd(): void {
    if (this.ended) return;
    this.settle();
    this.resolve({ status: this.status, text: this.body.text() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  private abort(error: Error): void {
    this.fail(error);
    this.controller?.abort(error);
  }

  private fail(error: Error): void {
    if (this.ended) return;
    this.ended = error;
    this.settle();
    this.reject(error);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.request.gone.removeEventListener("abort", this.leave);
  }
}
