/** Plans documents with Hive's router planner (MIT) in a process of its own: it can end the process over a document. For `npm run bench -- planners`. */
import { runMain } from "../../platform/config/index.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";

/** What of a plan of Hive's is read here. */
export interface HiveNode {
  readonly kind: string;
  readonly serviceName?: string;
  readonly nodes?: readonly HiveNode[];
  readonly node?: HiveNode;
}

interface HivePlanner {
  plan(
    query: string,
    operationName: string | null,
    activeLabels: Set<string>,
    percentage: number,
  ): { readonly node?: HiveNode };
}

/** What became of a document. */
export interface HiveAnswer {
  readonly node?: HiveNode | undefined;
  /** Why it is not planned. */
  readonly refused?: string;
  readonly ms: number;
}

/** Not among our dependencies: it has no build for musl and Windows. */
const PACKAGE = "@graphql-hive/router-query-planner";

await runMain(async () => {
  const { QueryPlanner } = (await import(PACKAGE)) as { QueryPlanner: new (supergraph: string) => HivePlanner };
  const planner = new QueryPlanner(readSchemaFile("supergraph.graphql"));
  const answer = (document: string): HiveAnswer => {
    const started = performance.now();
    try {
      const { node } = planner.plan(document, null, new Set(), 0);
      return { node, ms: performance.now() - started };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error), ms: performance.now() - started };
    }
  };
  process.on("message", (document: string) => process.send!(answer(document)));
  process.send!("ready");
});
