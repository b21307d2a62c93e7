/** The paths of contracts: which there are, the schema of each, and the graph as each shows it. */
import type { ServerResponse } from "node:http";
import { Router } from "express";
import type { ContractDoors } from "./contract-doors.js";
import type { Door } from "./door.js";
import type { GatewayRequest } from "./http-request.js";

/** Answers GraphQL behind a door. */
export type AnswerGraphQL = (
  request: GatewayRequest,
  response: ServerResponse,
  open: () => Door | Promise<Door>,
) => void;

/** Where they are, and the documents among them, which are read and nothing else. */
export const CONTRACTS_PATH = "/contracts";
export const CONTRACT_DOCUMENTS = [CONTRACTS_PATH, `${CONTRACTS_PATH}/:name/schema.graphql`];

/** Creates the routes. */
export const createContractRoutes = (doors: ContractDoors, graphql: AnswerGraphQL): Router => {
  const routes = Router();
  routes.get(CONTRACT_DOCUMENTS[0]!, (_request, response) => {
    const contracts = [...doors.list()].map(([name, { description }]) => ({
      name,
      description,
      graphql: `${CONTRACTS_PATH}/${name}/graphql`,
      schema: `${CONTRACTS_PATH}/${name}/schema.graphql`,
    }));
    response.json({ contracts });
  });
  routes.get(CONTRACT_DOCUMENTS[1]!, (request, response) => {
    response.type("text/plain").send(doors.find(String(request.params["name"])).publicSchema);
  });
  routes.use(`${CONTRACTS_PATH}/:name/graphql`, (request, response) =>
    graphql(request, response, () => doors.open(String(request.params["name"]))),
  );
  return routes;
};
