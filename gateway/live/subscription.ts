/** One subscription: asks for the payload at first and whenever it may have changed, and ends where the viewer may read none. */
import { createHash } from "node:crypto";
import type { GraphQLFormattedError } from "graphql";
import { ERROR_CODES, ServiceError, type ErrorCode } from "../../platform/errors/index.js";
import type { JournalPlace } from "../../platform/write/journal-feed.js";
import type { ServerAnswer } from "../request/server-answer.js";
import type { EventStream } from "./event-stream.js";
import type { LiveQuery } from "./live-query.js";

/** What it is made from. */
export interface SubscriptionOptions {
  readonly live: LiveQuery;
  readonly stream: EventStream;
  /** Least time between two events, in milliseconds. */
  readonly pauseMs: number;
  /** Where its journals were read to. */
  readonly placesOf: () => readonly JournalPlace[];
  /** Executes the query as the viewer, as of now. */
  readonly execute: () => Promise<ServerAnswer>;
  readonly idOf: (places: readonly JournalPlace[]) => string;
  /** Called once, when it is over. */
  readonly onEnd: () => void;
  /** Told of what nobody expected; the client comes again. */
  readonly onFailure: (error: unknown) => void;
}

/** Pause before something is tried again that may succeed later, in milliseconds. */
const AGAIN_MS = 5_000;

/** A subscription. Phases: it waits, it asks and tells, it is over. */
export class Subscription {
  private phase: "waiting" | "telling" | "over" = "waiting";
  private isDue = false;
  private pause: { readonly timer: NodeJS.Timeout; readonly over: () => void } | undefined;
  private again: NodeJS.Timeout | undefined;
  /** SHA-256 of the last payload: only another one is told. */
  private last: string | undefined;

  constructor(private readonly options: SubscriptionOptions) {}

  /** Authorises it; `isQuiet` where the client has the present payload already. */
  begin(isQuiet: boolean): void {
    this.isDue = true;
    this.run(isQuiet).catch(this.breakDown);
  }

  /** The payload may have changed. */
  told(): void {
    this.isDue = true;
    this.run(false).catch(this.breakDown);
  }

  /** Ends it: with `answer` as the last event, with `complete`, or without a word, after which the client comes again. */
  async end(how: { readonly answer: Pick<ServerAnswer, "body"> } | "complete" | "break off"): Promise<void> {
    if (this.phase === "over") return;
    this.phase = "over";
    this.pause?.over();
    clearTimeout(this.again);
    this.options.onEnd();
    const { stream } = this.options;
    if (how === "break off") return stream.breakOff();
    if (how !== "complete") await stream.next(how.answer);
    stream.complete();
  }

  private readonly breakDown = (error: unknown): void => {
    this.options.onFailure(error);
    void this.end("break off");
  };

  private async run(isQuiet: boolean): Promise<void> {
    if (this.phase !== "waiting") return;
    this.phase = "telling";
    let quiet = isQuiet;
    while (this.isDue && this.isGoingOn()) {
      this.isDue = false;
      const again = await this.tell(quiet);
      if (again) this.isDue = true;
      else quiet = false;
      await this.wait(again ? AGAIN_MS : this.options.pauseMs);
    }
    if (!this.isGoingOn()) return;
    this.phase = "waiting";
    this.lookAgain();
  }

  /** What time alone changes is looked at after a while. */
  private lookAgain(): void {
    const { againMs } = this.options.live.field;
    if (againMs === undefined) return;
    clearTimeout(this.again);
    this.again = setTimeout(() => this.told(), againMs);
    this.again.unref();
  }

  private isGoingOn(): boolean {
    return this.phase !== "over";
  }

  /** Tells the payload as it is now; true where it is to be tried again. */
  private async tell(isQuiet: boolean): Promise<boolean> {
    const { live, stream, placesOf, execute, idOf } = this.options;
    // What the journals tell of after this is told with another event.
    const places = placesOf();
    let answer: ServerAnswer;
    try {
      answer = await execute();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (ERROR_CODES[error.code].retryable) return true;
      await this.end({ answer: refused(error) });
      return false;
    }
    if (!this.isGoingOn()) return false;
    const payload = answer.body.data?.[live.name];
    if (payload === undefined || payload === null) {
      if (isForNow(answer.body.errors)) return true;
      await this.end({ answer });
      return false;
    }
    const isNews = this.isNews(payload);
    if (isNews && !isQuiet) await stream.next(answer, idOf(places));
    return false;
  }

  private isNews(payload: unknown): boolean {
    const hash = createHash("sha256").update(JSON.stringify(payload)).digest("base64");
    const isNews = hash !== this.last;
    this.last = hash;
    return isNews;
  }

  private async wait(ms: number): Promise<void> {
    if (!this.isGoingOn()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      this.pause = {
        timer,
        over: () => {
          clearTimeout(timer);
          resolve();
        },
      };
    });
    this.pause = undefined;
  }
}

/** True where the same may succeed later: a service that does not answer ends no subscription. */
const isForNow = (errors: readonly GraphQLFormattedError[] | undefined): boolean =>
  errors !== undefined &&
  errors.length > 0 &&
  errors.every(({ extensions }) => ERROR_CODES[extensions?.["code"] as ErrorCode]?.retryable === true);

/** The answer of a subscription that goes on no longer. */
const refused = ({ code, message, details: { reason } }: ServiceError): Pick<ServerAnswer, "body"> => ({
  body: { errors: [{ message, extensions: { code, ...(reason === undefined ? {} : { reason }) } }] },
});
