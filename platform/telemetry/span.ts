/** Spans of a request on its way from gateway to SQL: what code that makes them knows. Where a process traces nothing there is none, and nothing is paid. */
/** What a span may say of itself: names of ours, codes and counts, never what a record or a viewer says. */
export type SpanFacts = Readonly<Record<string, string | number>>;

/** A step of a request. */
export interface Span {
  /** W3C Trace Context of what this span asks of others. */
  readonly traceparent: string;
  /** False where the trace is not among the share that is recorded: nothing below it needs a span of its own. */
  readonly isRecorded: boolean;
  /** Gives it another name, once more is known. */
  rename(name: string): void;
  /** Ends it; a failure is told by its code alone. */
  end(facts?: SpanFacts, failure?: string): void;
}

/** Where spans go. */
export interface Tracing {
  /** Begins a span under the one of `traceparent`, or a trace of its own. */
  begin(name: string, kind: "server" | "client", traceparent?: string, facts?: SpanFacts): Span;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Whose spans they are, and which are recorded. */
export interface TracingOptions {
  /** Name of the process. */
  readonly service: string;
  /** Told where spans are lost, once a minute at most. */
  readonly onLost: (error: unknown) => void;
  /** True where the asker says which traces are recorded: a service goes by its gateway, and a gateway by nobody outside. */
  readonly followsAsker: boolean;
}
