/** Serves /operations: a page for each shipped operation that the schema in use answers. */
import express, { type Router } from "express";
import type { Generation } from "../../generation/generation.js";
import { chosenLanguage, sendPage } from "../html-page.js";
import { operationFacts, type OperationFacts } from "./operation-facts.js";
import { operationPage, OPERATIONS_PATH, operationsPage } from "./operation-page.js";
import { readShippedOperations } from "./operations.js";

/** What the pages are made from. */
export interface OperationRoutesOptions {
  readonly generation: () => Pick<Generation, "schema" | "rules" | "costs" | "policy">;
  /** Whether / is the explorer. */
  readonly explorer: boolean;
}

/** Creates the routes. */
export const createOperationRoutes = ({ generation, explorer }: OperationRoutesOptions): Router => {
  const router = express.Router();
  const operations = readShippedOperations();
  const known = new WeakMap<object, ReadonlyMap<string, OperationFacts>>();
  /** What is known of them in the generation in use; it is the same as long as that is. */
  const facts = (): ReadonlyMap<string, OperationFacts> => {
    const current = generation();
    const made = known.get(current) ?? operationFacts(current, operations);
    known.set(current, made);
    return made;
  };
  router.get(OPERATIONS_PATH, (request, response) =>
    sendPage(response, operationsPage([...facts().values()], chosenLanguage(request))),
  );
  router.get(`${OPERATIONS_PATH}/:name`, (request, response, next) => {
    const found = facts().get(request.params.name);
    if (found === undefined) return next();
    const { table } = generation().policy;
    sendPage(response, operationPage(found, { language: chosenLanguage(request), table, explorer }));
  });
  return router;
};
