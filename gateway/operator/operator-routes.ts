/** The operator's endpoints on the admin port: which schema runs, reload it, change the log level. */
import express, { Router, type NextFunction, type Request, type Response } from "express";
import { TokenRefusal, createOperatorGuard } from "../../platform/auth/index.js";
import { logLevel } from "../../platform/config/index.js";
import { ERROR_CODES, ServiceError } from "../../platform/errors/index.js";
import { logEvent, type Logger } from "../../platform/telemetry/index.js";
import type { Editions } from "../generation/editions.js";
import type { Generation, GenerationLabel } from "../generation/generation.js";

/** What the endpoints work with. */
export interface OperatorOptions {
  readonly issuerUrl: string;
  /** RS256 public key of the realm. */
  readonly key: string;
  readonly editions: Pick<Editions, "generations" | "reload">;
  readonly log: Logger;
}

const labelOf = ({ number, hash, since }: Generation): GenerationLabel => ({ number, hash, since });

/** True for what express.json throws for a body that is malformed, too large or otherwise encoded: the client's mistake. */
const isUnreadableBody = (error: unknown): boolean =>
  error instanceof Error && "expose" in error && error.expose === true && "type" in error;

/** Creates the routes; each is for platform administrators alone. */
export const createOperatorRoutes = (options: OperatorOptions): Router => {
  const routes = Router();
  routes.use(createOperatorGuard({ issuerUrl: options.issuerUrl, realmPublicKeyPem: options.key }), express.json());
  routes.get(
    "/generation",
    (_request, response) => void response.json(labelOf(options.editions.generations.current())),
  );
  routes.post("/reload", (_request, response, next) => {
    const reload = async (): Promise<void> => {
      const generation = labelOf(await options.editions.reload());
      logEvent(options.log, "SCHEMA_RELOADED", { ...generation });
      response.json(generation);
    };
    reload().catch(next);
  });
  routes.post("/log-level", (request, response) => {
    const level = logLevel.safeParse((request.body as { level?: unknown } | undefined)?.level);
    if (!level.success)
      throw new ServiceError("BAD_USER_INPUT", "level is one of trace, debug, info, warn, error, fatal, silent.", {
        argument: "level",
        rule: "LOG_LEVEL",
      });
    options.log.level = level.data;
    response.json({ level: options.log.level });
  });
  routes.use((thrown: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const error = isUnreadableBody(thrown)
      ? new ServiceError("BAD_USER_INPUT", "The body is not readable as JSON.")
      : thrown;
    const code = error instanceof ServiceError ? error.code : "INTERNAL_SERVER_ERROR";
    if (error instanceof TokenRefusal)
      logEvent(options.log, "REQUEST_REFUSED", { refusal: code, reason: error.check }, ERROR_CODES[code].logLevel);
    if (!(error instanceof ServiceError)) logEvent(options.log, "OPERATOR_FAILED", { error });
    response
      .status(ERROR_CODES[code].httpStatus)
      .json({ errors: [{ message: ERROR_CODES[code].message.en, extensions: { code } }] });
  });
  return routes;
};
