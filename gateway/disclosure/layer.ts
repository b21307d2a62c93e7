/** The gateway's half of disclosure: prunes before the engine, shapes after it, and says what was withheld. */
import type { DocumentNode, GraphQLSchema } from "graphql";
import type { FieldRule } from "../../platform/disclosure/index.js";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import { CACHE_BYTES } from "../document/caches.js";
import type { EngineAnswer, QueryEngine } from "../engine/query-engine.js";
import { createLru } from "../lru.js";
import type { PolicyInForce } from "./policy-in-force.js";
import { pruneDocument, type PrunedDocument } from "./prune.js";
import { noticesOf, type Noted } from "./report.js";
import { createRuleIndex, type RuleIndex } from "./rule-index.js";
import { shape, stands, type Occurrence, type Variables } from "./shape.js";

/** A validated request. */
export interface LayerRequest {
  readonly document: DocumentNode;
  /** Hash of the text that the client sent. */
  readonly queryHash: string;
  readonly operationName?: string;
  readonly variables: Variables;
  readonly context: GatewayContext;
}

/** Stands between the server and the engine. */
export interface DisclosureLayer {
  /** Takes a schema into use; what was prepared for the last one is forgotten. */
  use(schema: GraphQLSchema): void;
  execute(request: LayerRequest): Promise<EngineAnswer>;
}

interface Analysed {
  /** Closed fields that the document asks for. */
  readonly occurrences: readonly Occurrence[];
  /** Their places in the answer. */
  readonly places: ReadonlySet<string>;
  /** Defaults of the operation's variables. */
  readonly defaults: Variables;
}

/** Class of a document in which nothing is closed: all viewers are alike. */
const ANY_CLASS = "any";

/** A schema in use, with the policy that came with it. */
interface Current {
  readonly schema: GraphQLSchema;
  readonly policy: PolicyInForce;
  readonly rules: RuleIndex;
}

/** Creates the layer over an engine; `policyOf` gives the policy in force when a schema is taken into use. */
export const createDisclosureLayer = (engine: QueryEngine, policyOf: () => PolicyInForce): DisclosureLayer => {
  const analysed = createLru<Analysed>(CACHE_BYTES.analysed);
  const pruned = createLru<PrunedDocument>(CACHE_BYTES.pruned);
  let current: Current | undefined;

  const analyse = ({ document, queryHash }: LayerRequest, { schema, rules }: Current): Analysed =>
    analysed.get(queryHash, () => {
      const { occurrences, defaults } = pruneDocument(document, { schema, rules, isDenied: () => false });
      return { occurrences, defaults, places: new Set(occurrences.map(({ path }) => path.join("."))) };
    });
  const prune = ({ document, queryHash, context: { viewer } }: LayerRequest, viewerClass: string, using: Current) =>
    pruned.get(`${queryHash} ${viewerClass}`, () => {
      const isDenied = (rule: FieldRule): boolean => using.policy.decider.ofAll(rule, viewer) === "WITHHELD";
      const result = pruneDocument(document, { schema: using.schema, rules: using.rules, isDenied });
      return result.denied.length === 0 ? { ...result, document } : result;
    });

  const executed = async (request: LayerRequest, analysis: Analysed, using: Current): Promise<EngineAnswer> => {
    const { context, operationName } = request;
    const { table, decider } = using.policy;
    const viewerClass = decider.classOf(context.viewer);
    const { document, shape: node, denied } = prune(request, viewerClass, using);
    const variables = { ...analysis.defaults, ...request.variables };
    const rejected = (withheld: readonly Noted[]): EngineAnswer => ({
      data: null,
      errors: [createGraphQLError("FORBIDDEN", undefined, { reason: "WITHHELD" }, 403)],
      extensions: noticesOf(table, context, withheld, []),
    });
    if (context.access === "reject") {
      const certain = denied.filter(({ conditions }) => stands(conditions, variables));
      if (certain.length > 0) return rejected(certain.map(({ path, rule }) => ({ path, rule, count: null })));
    }
    const answer: EngineAnswer = document
      ? await engine.execute({ document, operationName, variables: request.variables, viewerClass, context })
      : { data: {} };
    const shaped = denied.length === 0 ? { data: answer.data, counts: [] } : shape(node, answer.data, variables);
    const withheld = [
      ...[...shaped.counts].map(([{ path, rule }, count]) => ({ path, rule, count })),
      ...reported(context, analysis, using, "withheld"),
    ];
    if (context.access === "reject" && withheld.length > 0) return rejected(withheld);
    const extensions = noticesOf(table, context, withheld, reported(context, analysis, using, "masked"));
    return {
      data: shaped.data,
      ...(answer.errors ? { errors: answer.errors } : {}),
      ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    };
  };

  return {
    use(schema) {
      const policy = policyOf();
      current = { schema, policy, rules: createRuleIndex(policy.table, schema) };
      analysed.clear();
      pruned.clear();
    },
    async execute(request) {
      const using = current!;
      const analysis = analyse(request, using);
      if (request.context.access === "preview") return previewed(request, analysis, using);
      if (analysis.occurrences.length > 0) return executed(request, analysis, using);
      // Nothing closed is asked for, as in most requests.
      const { document, operationName, variables, context } = request;
      return engine.execute({ document, operationName, variables, viewerClass: ANY_CLASS, context });
    },
  };
};

/** What subgraphs reported at places that the client asked for; fields that a plan added are nobody's business. */
const reported = (
  { disclosure }: GatewayContext,
  { places }: Analysed,
  { rules }: Current,
  kind: "withheld" | "masked",
): Noted[] =>
  (disclosure.report()?.[kind] ?? []).flatMap(({ path, count, rule: name }) => {
    const rule = rules.named(name);
    return rule && places.has(path.join(".")) ? [{ path, count, rule }] : [];
  });

/** What would be withheld and masked; nothing is executed. */
const previewed = (request: LayerRequest, analysis: Analysed, { policy }: Current): EngineAnswer => {
  const { context } = request;
  const variables = { ...analysis.defaults, ...request.variables };
  const [withheld, masked]: [Noted[], Noted[]] = [[], []];
  for (const { path, rule, conditions } of analysis.occurrences) {
    const verdict = policy.decider.ofAll(rule, context.viewer);
    if (verdict === "FULL" || !stands(conditions, variables)) continue;
    const shown = verdict === "MASKED" || (verdict === "PER_RECORD" && rule.mask !== undefined);
    const when = verdict === "PER_RECORD" ? "PER_RECORD" : "ALWAYS";
    (shown ? masked : withheld).push({ path, count: null, rule, when });
  }
  return { data: null, extensions: { access: "preview", ...noticesOf(policy.table, context, withheld, masked) } };
};
