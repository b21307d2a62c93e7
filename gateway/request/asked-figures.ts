/** Figures of what is asked, by operation and by app: names that are known beforehand alone, and so many of them, so that no client makes series. */
import type { GraphQLFormattedError } from "graphql";
import { Counter, Histogram, type Registry } from "prom-client";
import { isErrorCode, type ErrorCode } from "../../platform/errors/index.js";
import { REQUEST_BUCKETS } from "../../platform/telemetry/index.js";
import { ANONYMOUS_CLIENT } from "../../platform/use/index.js";
import type { GatewayContext } from "../context.js";
import type { GatewayRequest } from "./http-request.js";

/** Most operations, and most apps, that one process tells apart (docs/limits.md); those that come later are `other`. */
export const MOST_TOLD_APART = 200;

/** All that is not told apart. */
export const OTHER = "other";

/** A request that was executed. */
export interface AskedFigures {
  /** Name of an operation that is known beforehand; undefined for any other. */
  readonly operation: string | undefined;
  /** As `appOf` tells it. */
  readonly app: string;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** Points that it took. */
  readonly points: number;
  readonly seconds: number;
}

/** Where they are counted. */
export interface AskedCounters {
  asked(asked: AskedFigures): void;
  /** Counts a request that was refused before it was executed. */
  refused(app: string, code: ErrorCode): void;
}

/** Client id of the app that asks, where it is registered and was approved; `anonymous` without a token, `other` for any other client. */
export const appOf = ({ viewer, registered }: Pick<GatewayRequest, "viewer" | "registered">): string => {
  if (viewer === undefined || viewer.kind === "anonymous") return ANONYMOUS_CLIENT;
  return (registered?.quota && viewer.clientId) || OTHER;
};

/** What a request took, or would take where there is no limit. */
export const pointsOf = ({ paid, cost }: Pick<GatewayContext, "paid" | "cost">): number =>
  paid?.actual ?? Math.max(1, cost.weighted);

/** Codes of the answer, each once; a code of GraphQL's own says that the request was wrong. */
const codesOf = (errors: AskedFigures["errors"]): ReadonlySet<ErrorCode> =>
  new Set((errors ?? []).map(({ extensions }) => toCode(extensions?.["code"])));

const toCode = (code: unknown): ErrorCode => (isErrorCode(code) ? code : "BAD_USER_INPUT");

/** Names by which one kind of figure is told apart: the first that come, up to the bound. */
const createNames = (): ((name: string | undefined) => string) => {
  const names = new Set<string>();
  return (name = OTHER) => {
    if (name === OTHER || names.has(name)) return name;
    if (names.size >= MOST_TOLD_APART) return OTHER;
    names.add(name);
    return name;
  };
};

const createFamily = (registry: Registry, label: "operation" | "app") => {
  const registers = [registry];
  const name = (what: string): string => `govgraph_${label}_${what}`;
  const requests = new Counter({
    ...{ name: name("requests_total"), help: `GraphQL requests by ${label}`, registers },
    labelNames: [label, "outcome"],
  });
  const errors = new Counter({
    ...{ name: name("errors_total"), help: `GraphQL requests with an error of the code, by ${label}`, registers },
    labelNames: [label, "code"],
  });
  const points = new Counter({
    ...{ name: name("points_total"), help: `Points of cost that requests took, by ${label}`, registers },
    labelNames: [label],
  });
  const seconds = new Histogram({
    ...{ name: name("seconds"), help: `Duration of GraphQL requests by ${label}`, registers },
    ...{ labelNames: [label], buckets: [...REQUEST_BUCKETS] },
  });
  const known = createNames();
  return {
    asked(named: string | undefined, asked: AskedFigures): void {
      const value = known(named);
      const codes = codesOf(asked.errors);
      requests.inc({ [label]: value, outcome: codes.size > 0 ? "error" : "ok" });
      for (const code of codes) errors.inc({ [label]: value, code });
      points.inc({ [label]: value }, asked.points);
      seconds.observe({ [label]: value }, asked.seconds);
    },
    refused(named: string, code: ErrorCode): void {
      const value = known(named);
      requests.inc({ [label]: value, outcome: "refused" });
      errors.inc({ [label]: value, code });
    },
  };
};

/** Creates them among the metrics of the process. */
export const createAskedCounters = (registry: Registry): AskedCounters => {
  const byOperation = createFamily(registry, "operation");
  const byApp = createFamily(registry, "app");
  return {
    asked(asked) {
      byOperation.asked(asked.operation, asked);
      byApp.asked(asked.app, asked);
    },
    refused: byApp.refused,
  };
};
