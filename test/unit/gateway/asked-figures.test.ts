/** Figures by operation and app: names that are known, bounded; codes of the table alone. */
import { Registry } from "prom-client";
import {
  appOf,
  createAskedCounters,
  MOST_TOLD_APART,
  type AskedFigures,
} from "../../../gateway/request/asked-figures.js";
import { isOwnDocument } from "../../../gateway/request/own-documents.js";
import { FEED_QUERY } from "../../../platform/webhooks/feed-query.js";
import { showcaseRequest } from "../../support/showcase.js";
import { VIEWERS } from "../../support/viewers.js";

const asking = () => {
  const registry = new Registry();
  const counters = createAskedCounters(registry);
  const ask = (more: Partial<AskedFigures> = {}): void =>
    counters.asked({ operation: undefined, app: "other", errors: undefined, points: 1, seconds: 0.01, ...more });
  const linesOf = async (name: string): Promise<string[]> =>
    (await registry.metrics()).split("\n").filter((line) => line.startsWith(`${name}{`));
  return { counters, ask, linesOf };
};

const error = (code: unknown) => ({ message: "", extensions: { code } });

it("counts requests, points, durations and each code of an answer once", async () => {
  const { ask, linesOf } = asking();
  ask({ operation: "Search", app: "app-1", points: 40 });
  ask({ operation: "Search", app: "app-2", points: 2, errors: [error("NOT_FOUND"), error("NOT_FOUND"), error("no")] });
  expect(await linesOf("govgraph_operation_requests_total")).toEqual([
    'govgraph_operation_requests_total{operation="Search",outcome="ok"} 1',
    'govgraph_operation_requests_total{operation="Search",outcome="error"} 1',
  ]);
  expect(await linesOf("govgraph_operation_errors_total")).toEqual([
    'govgraph_operation_errors_total{operation="Search",code="NOT_FOUND"} 1',
    'govgraph_operation_errors_total{operation="Search",code="BAD_USER_INPUT"} 1',
  ]);
  expect(await linesOf("govgraph_app_points_total")).toEqual([
    'govgraph_app_points_total{app="app-1"} 40',
    'govgraph_app_points_total{app="app-2"} 2',
  ]);
  expect(await linesOf("govgraph_operation_seconds_count")).toEqual([
    'govgraph_operation_seconds_count{operation="Search"} 2',
  ]);
});

it("counts what was refused by the app and its code", async () => {
  const { counters, linesOf } = asking();
  counters.refused("app-1", "RATE_LIMITED");
  expect(await linesOf("govgraph_app_requests_total")).toEqual([
    'govgraph_app_requests_total{app="app-1",outcome="refused"} 1',
  ]);
  expect(await linesOf("govgraph_app_errors_total")).toEqual([
    'govgraph_app_errors_total{app="app-1",code="RATE_LIMITED"} 1',
  ]);
});

it("tells so many apart and no more, whatever comes", async () => {
  const { ask, linesOf } = asking();
  for (let index = 0; index < MOST_TOLD_APART + 50; index++) ask({ operation: `Op${index}`, app: `app-${index}` });
  ask({ operation: "Op0" });
  const lines = await linesOf("govgraph_operation_requests_total");
  expect(lines).toHaveLength(MOST_TOLD_APART + 1);
  expect(lines).toContain('govgraph_operation_requests_total{operation="Op0",outcome="ok"} 2');
  expect(lines).toContain('govgraph_operation_requests_total{operation="other",outcome="ok"} 50');
  expect(await linesOf("govgraph_app_seconds_count")).toHaveLength(MOST_TOLD_APART + 1);
});

it("knows an app that is registered and approved by its client id, and no other client", () => {
  const viewer = { ...VIEWERS["app-open"], clientId: "app-1" };
  const quota = { aMinute: 1, aDay: 1 };
  expect(appOf({})).toBe("anonymous");
  expect(appOf({ viewer: VIEWERS.anonymous })).toBe("anonymous");
  expect(appOf({ viewer })).toBe("other");
  expect(appOf({ viewer, registered: { isOpen: true } })).toBe("other");
  expect(appOf({ viewer, registered: { isOpen: true, quota } })).toBe("app-1");
});

it("knows what the product itself asks, letter by letter", () => {
  expect(isOwnDocument(FEED_QUERY)).toBe(true);
  expect(isOwnDocument(showcaseRequest("restaurant-in-yanji").query)).toBe(true);
  expect(isOwnDocument(FEED_QUERY.replace("Pushed", "Zhang"))).toBe(false);
});
