/** The showcase operations: who asks each, with which variables, and how much work it may cause; one table for tests and benchmark. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import type { VIEWERS } from "./viewers.js";

/** An operation as its reader sends it. */
export interface ShowcaseOperation {
  readonly name: string;
  readonly viewer: keyof typeof VIEWERS;
  /** SQL statements of one request at most. */
  readonly statements: number;
  /** Requests to subgraphs of one request at most. */
  readonly subgraphRequests: number;
}

/** Every showcase operation; a test compares the list with schema/operations. */
export const SHOWCASE: readonly ShowcaseOperation[] = [
  { name: "restaurant-in-yanji", viewer: "anonymous", statements: 12, subgraphRequests: 8 },
  { name: "my-cases", viewer: "citizen-1", statements: 7, subgraphRequests: 3 },
  { name: "fund-policy-flow", viewer: "anonymous", statements: 16, subgraphRequests: 6 },
  { name: "our-credit", viewer: "agent-1", statements: 20, subgraphRequests: 6 },
  { name: "pick-an-assessor", viewer: "anonymous", statements: 14, subgraphRequests: 6 },
  { name: "red-lights", viewer: "supervisor-1", statements: 8, subgraphRequests: 3 },
  { name: "late-publication", viewer: "supervisor-1", statements: 10, subgraphRequests: 3 },
  { name: "follow-an-allotment", viewer: "anonymous", statements: 20, subgraphRequests: 5 },
  { name: "promise-against-practice", viewer: "anonymous", statements: 6, subgraphRequests: 4 },
  { name: "who-said-what", viewer: "anonymous", statements: 20, subgraphRequests: 8 },
  { name: "follow-the-changes", viewer: "app-open", statements: 12, subgraphRequests: 6 },
  { name: "office-gaps", viewer: "anonymous", statements: 12, subgraphRequests: 4 },
  { name: "powers-and-matters", viewer: "anonymous", statements: 12, subgraphRequests: 6 },
];

/** Text and variables of an operation of schema/operations, as the explorer shows them. */
export const showcaseRequest = (
  name: string,
): { readonly query: string; readonly variables: Record<string, unknown> } => ({
  query: readFileSync(projectPath(`schema/operations/${name}.graphql`), "utf8"),
  variables: JSON.parse(readFileSync(projectPath(`schema/operations/${name}.variables.json`), "utf8")) as Record<
    string,
    unknown
  >,
});
