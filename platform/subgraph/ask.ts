/** Answers signed operations of a subgraph: one context per request, its services made when they are first asked for. */
import type { ServerResponse } from "node:http";
import type { GraphQLSchema } from "graphql";
import type { Knex } from "knex";
import type { SignedContext } from "../auth/index.js";
import { runWork, type RequestWork } from "../database/index.js";
import { createDisclosureLog } from "../disclosure/enforcement/index.js";
import type { CodeKeys } from "../domain/index.js";
import type { ReadReceipt } from "../files/index.js";
import type { CursorCodec } from "../graphql/index.js";
import { sendJson } from "../http/index.js";
import type { Logger, Metrics, Tracing } from "../telemetry/index.js";
import { STATEMENT_FACTS, statementName } from "./statement-name.js";
import { operationIn } from "./asked-operation.js";
import { observe, writeAnswer, writeRefusal } from "./answer.js";
import type { ServiceDependencies, SubgraphContext } from "./definition.js";
import { createExecutor } from "./executor.js";
import { createFailureReport } from "./failure-report.js";
import { createOperations } from "./operations.js";
import { beginWork, type RequestLimits, type SignedRequest } from "./signed-request.js";

/** What all requests of a subgraph share. */
export interface RequestBasis {
  readonly db: Knex;
  readonly cursors: CursorCodec;
  readonly codeKeys: CodeKeys;
  readonly readReceipt: ReadReceipt;
  readonly log: Logger;
}

/** What services of one request are made from. Its log is made when something is logged. */
export const dependenciesOf = (basis: RequestBasis, signed: SignedContext): ServiceDependencies => {
  let log: Logger | undefined;
  return {
    db: basis.db,
    viewer: signed.viewer,
    asOf: new Date(signed.asOf),
    cursors: basis.cursors,
    codeKeys: basis.codeKeys,
    readReceipt: basis.readReceipt,
    get log() {
      return (log ??= basis.log.child({ requestId: signed.requestId, traceparent: signed.traceparent }));
    },
  };
};

/** How operations are answered. */
export interface AskOptions<Services> {
  readonly schema: GraphQLSchema;
  readonly basis: RequestBasis;
  readonly createServices: (dependencies: ServiceDependencies) => Services;
  readonly isOtherPolicy: (hash: string | undefined) => boolean;
  readonly limits: RequestLimits;
  readonly metrics: Metrics;
  /** Where spans go, and under which name. @default nowhere */
  readonly tracing?: { readonly tracing: Tracing; readonly service: string } | undefined;
}

/** Creates what answers signed requests of `/graphql`. Rejects with BodyRefused where the body is no operation. */
export const createAsk = <Services>({
  schema,
  basis,
  createServices,
  isOtherPolicy,
  limits,
  metrics,
  tracing,
}: AskOptions<Services>): ((request: SignedRequest, response: ServerResponse) => Promise<void>) => {
  const operationOf = createOperations(schema);
  const run = createExecutor<SubgraphContext<Services>>(schema);

  const contextOf = (signed: SignedContext, work: RequestWork): SubgraphContext<Services> => {
    const otherPolicy = isOtherPolicy(signed.policyHash);
    const dependencies = dependenciesOf(basis, signed);
    const { db, viewer, asOf, cursors, codeKeys, readReceipt } = dependencies;
    return {
      db,
      viewer,
      asOf,
      cursors,
      codeKeys,
      readReceipt,
      get log() {
        return dependencies.log;
      },
      requestId: signed.requestId,
      language: signed.language ?? "en",
      work,
      services: createServices(dependencies),
      otherPolicy,
      disclosure: createDisclosureLog({ otherPolicy }),
    };
  };

  return async ({ signed, body }, response) => {
    const startedAt = performance.now();
    const { query, variables, operationName } = operationIn(body);
    const work = beginWork(signed, limits, response);
    const span = tracing?.tracing.begin(tracing.service, "server", signed.traceparent);
    if (tracing && span?.isRecorded)
      work.observeStatement = (sql) => {
        const statement = tracing.tracing.begin(statementName(sql), "client", span.traceparent, STATEMENT_FACTS);
        return (failure) => statement.end({}, failure);
      };
    await runWork(work, async () => {
      const context = contextOf(signed, work);
      const report = createFailureReport(() => context.log);
      const operation = operationOf(query);
      const { answer, errors } =
        "document" in operation
          ? writeAnswer(await run({ document: operation.document, variables, operationName, context }), context, report)
          : writeRefusal(operation.errors, operation.code, report);
      observe({ metrics, isLogged: basis.log.isLevelEnabled("debug") }, context, errors, performance.now() - startedAt);
      span?.end({ "govgraph.nodes": work.nodes() }, errors && errors.length > 0 ? "GRAPHQL" : undefined);
      sendJson(response, answer.status, answer.text);
    });
  };
};
