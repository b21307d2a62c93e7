/** Doors of apps beside GraphQL: REST and tools. */
import { Router } from "express";
import { createMcpRoutes, type McpDoorOptions } from "./mcp/mcp-routes.js";
import { createRestRoutes } from "./rest/rest-routes.js";

/** Creates their routes. */
export const createDoorRoutes = (options: McpDoorOptions): Router => {
  const routes = Router();
  routes.use(createRestRoutes(options), createMcpRoutes(options));
  return routes;
};
