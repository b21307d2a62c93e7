/** What a door of apps is made from. */
import type { AskGraph } from "../request/ask-graph.js";
import type { Door, GraphQLRouteOptions } from "../request/door.js";
import type { DoorsOfApps } from "../trusted/app-doors.js";

/** What the gateway gives it. */
export interface AppDoorOptions extends Pick<
  GraphQLRouteOptions,
  "verifier" | "apps" | "rate" | "findDocument" | "trustedProxies"
> {
  readonly doors: DoorsOfApps;
  readonly ask: AskGraph;
  /** The whole graph. */
  readonly door: Door;
  /** Who issues tokens. */
  readonly issuerUrl: string;
}
