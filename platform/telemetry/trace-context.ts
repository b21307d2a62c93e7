/** Where a request stands in a trace that runs through several systems (W3C Trace Context, level 1). */
import { randomBytes } from "node:crypto";

/** A trace as the header `traceparent` carries it. */
export interface TraceContext {
  /** 32 hexadecimal digits, the same in all systems of a trace. */
  readonly traceId: string;
  /** Two hexadecimal digits; the lowest bit says that the caller records the trace. */
  readonly flags: string;
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The trace of a header; undefined where it is none, so that a new one begins (section 2.2.3 and 3.2 of the recommendation). */
export const readTraceparent = (header: string | undefined): TraceContext | undefined => {
  const [, version, traceId, parentId, flags, more] = TRACEPARENT.exec(header ?? "") ?? [];
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId!) || /^0+$/.test(parentId!)) return undefined;
  return { traceId: traceId!, flags: flags! };
};

/** A trace that begins here and that nobody records yet. */
export const beginTrace = (): TraceContext => ({ traceId: randomBytes(16).toString("hex"), flags: "00" });

/** The header for one call: the trace goes on, the caller's part of it is new. */
export const writeTraceparent = ({ traceId, flags }: TraceContext): string =>
  `00-${traceId}-${randomBytes(8).toString("hex")}-${flags}`;
