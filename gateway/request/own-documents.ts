/** Documents that are ours: what our own processes and pages ask, and the showcase that the explorer offers. Figures may name their operations. */
import { readdirSync, readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { FEED_QUERY } from "../../platform/webhooks/feed-query.js";
import { APPS_QUERY, USE_QUERY } from "../web/my-use-query.js";

const showcase = (directory: string = projectPath("schema/operations")): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => readFileSync(`${directory}/${name}`, "utf8"));

let own: ReadonlySet<string> | undefined;

/** True of a document that is ours, letter by letter. */
export const isOwnDocument = (query: string): boolean =>
  (own ??= new Set([FEED_QUERY, APPS_QUERY, USE_QUERY, ...showcase()].flatMap((text) => [text, text.trim()]))).has(
    query,
  );
