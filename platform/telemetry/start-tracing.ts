/** Sends spans to an OpenTelemetry collector (OTLP over HTTP, JSON), in batches and in the background. */
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  SamplingDecision,
  TracerProvider,
  type Sampler,
  type SpanExporter,
} from "@opentelemetry/sdk-trace";
import type { Span, SpanFacts, Tracing, TracingOptions } from "./span.js";
import { toldOnce } from "./told-once.js";

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

const parentOf = (traceparent: string | undefined): Context => {
  const [, traceId, spanId, flags] = traceparent?.split("-") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, isRemote: true },
    traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED,
  });
};

/** By lot, not by the trace's id, which its asker chose; what is asked of others belongs to a request that is recorded. */
const byLot = (share: number): Sampler => ({
  shouldSample: (_context, _traceId, _name, kind) => ({
    decision:
      kind === SpanKind.CLIENT || Math.random() < share
        ? SamplingDecision.RECORD_AND_SAMPLED
        : SamplingDecision.NOT_RECORD,
  }),
  toString: () => `ByLot{${share}}`,
});

/** The exporter, which tells where a batch is lost. */
const toldOf = (exporter: SpanExporter, onLost: TracingOptions["onLost"]): SpanExporter => {
  const tell = toldOnce(onLost);
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        tell(result);
        done(result);
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
};

/** Starts it. */
export const startTracing = ({
  service,
  onLost,
  followsAsker,
  endpoint,
  share,
}: TracingOptions & { readonly endpoint: string; readonly share: number }): Tracing => {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.namespace": "govgraph", "service.name": service }),
    sampler: followsAsker ? new ParentBasedSampler({ root: new AlwaysOffSampler() }) : byLot(share),
    spanProcessors: [new BatchSpanProcessor({ exporter: toldOf(exporter, onLost) })],
  });
  const tracer = provider.getTracer("govgraph");
  return {
    begin(name, kind, traceparent, facts = {}): Span {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: facts }, parentOf(traceparent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`,
        isRecorded: span.isRecording(),
        rename: (other) => void span.updateName(other),
        end(more: SpanFacts = {}, failure) {
          span.setAttributes(more);
          if (failure !== undefined) {
            span.setAttribute("error.type", failure);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
    },
    // What a collector that is away misses is lost, and has its line.
    stop: () => provider.shutdown().catch(() => undefined),
  };
};
