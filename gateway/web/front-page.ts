/** What stands at / where the explorer is switched off: where things are, instead of "Cannot GET /". */
import express, { type Router } from "express";

const TEXT = `政务数据图谱 govgraph

GraphQL       POST /graphql
Schema        /schema.graphql
Operations    /operations
Negative list /negative-list
`;

/** Creates the route. */
export const createFrontPage = (): Router => {
  const router = express.Router();
  router.get("/", (_request, response) => {
    response.set("cache-control", "no-cache").type("text/plain").send(TEXT);
  });
  return router;
};
