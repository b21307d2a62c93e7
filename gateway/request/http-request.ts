/** A request to the gateway as its steps read it: node's own, with what the first steps found out. */
import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import proxyAddress from "proxy-addr";
import type { Viewer } from "../../platform/auth/index.js";
import type { AppInForce } from "../../platform/subgraph/wire.js";
import type { Span } from "../../platform/telemetry/index.js";

/** Names of a request. */
export interface RequestTrace {
  readonly requestId: string;
  /** Version, trace, this gateway's span and flags. */
  readonly traceparent: string;
  /** Its span, where this process traces and the trace is recorded. */
  readonly span?: Span;
}

/** A request that was given its names. */
export type GatewayRequest = IncomingMessage & {
  trace?: RequestTrace;
  viewer?: Viewer;
  /** Who is charged and counted, where nobody reads for it: the process that pushes changes. */
  asker?: Viewer;
  /** The registered app of the token's client. */
  registered?: AppInForce | undefined;
  /** Where the client is. */
  address?: string | undefined;
  charged?: boolean;
};

/** The value of a header that comes once. */
export const headerOf = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === "string" ? value : value?.[0];
};

/** The query of the URL, whole: a reader that stops after some parameters would not see what it has to refuse. */
export const queryOf = ({ url = "/" }: IncomingMessage): Readonly<Record<string, unknown>> => {
  const start = url.indexOf("?");
  return start < 0 ? {} : parse(url.slice(start + 1), "&", "=", { maxKeys: 0 });
};

/** The client's address: what the outermost of so many proxies says. */
export const addressOf = (request: IncomingMessage, trustedProxies: number): string | undefined =>
  trustedProxies === 0
    ? request.socket.remoteAddress
    : proxyAddress(request, (_address, index) => index < trustedProxies);
