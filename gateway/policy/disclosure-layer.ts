/** The gateway's half of disclosure: prunes before the engine, shapes after it, and says what was withheld. */
import { OperationTypeNode, type DocumentNode, type GraphQLError } from "graphql";
import { type FieldRule, ruleName } from "../../platform/disclosure/table/index.js";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import { AnswerErrors } from "../answer/answer-errors.js";
import { CACHE_BYTES } from "../document/caches.js";
import { compileDocument, type CompiledDocument } from "../document/compile.js";
import { decidingVariables, type Variables } from "../document/conditions.js";
import { introspect } from "../document/introspection.js";
import { shapeAnswer, type Shaped } from "../answer/shape.js";
import type { EngineAnswer } from "../engine/query-engine.js";
import type { Generation } from "../generation/generation.js";
import { createLru } from "../lru.js";
import { noticesOf, type Noted } from "../notices/notices.js";

/** A validated request. */
export interface LayerRequest {
  readonly document: DocumentNode;
  /** Hash of the text that the client sent. */
  readonly queryHash: string;
  /** As the client sent them. */
  readonly variables: Variables;
  /** Coerced, defaults filled in. */
  readonly coerced: Variables;
  /** In which it was validated; it is executed in the same. */
  readonly generation: Generation;
  readonly context: GatewayContext;
}

/** What the client is answered. */
export interface ClientAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Stands between the server and the engine. */
export interface DisclosureLayer {
  execute(request: LayerRequest): Promise<ClientAnswer>;
}

/** Class of a document in which nothing is closed: all viewers are alike. */
const ANY_CLASS = "any";

/** A document as it is executed, with the request's variables. */
interface Prepared {
  readonly request: LayerRequest;
  readonly compiled: CompiledDocument;
  readonly viewerClass: string;
}

/** A document, compiled for these values of its conditions. */
interface Conditional {
  readonly request: LayerRequest;
  /** Names document and values in caches. */
  readonly key: string;
  /** Coerced, defaults filled in. */
  readonly variables: Variables;
}

/** Creates the layer; what it prepares is kept by generation. */
export const createDisclosureLayer = (): DisclosureLayer => {
  const analysed = createLru<CompiledDocument>(CACHE_BYTES.analysed);
  const pruned = createLru<CompiledDocument>(CACHE_BYTES.pruned);

  const analyse = ({ request: { document, generation }, key, variables }: Conditional): CompiledDocument => {
    const { schema, rules } = generation;
    return analysed.get(key, () => compileDocument(document, { schema, rules, variables, isDenied: () => false }));
  };

  /** What is executed for viewers of the class: as analysed, where nothing in it is denied them. */
  const prune = ({ request, key, variables }: Conditional, viewerClass: string, whole: CompiledDocument) =>
    pruned.get(`${key} ${viewerClass}`, () => {
      const { schema, rules, policy } = request.generation;
      const isDenied = (rule: FieldRule): boolean => policy.decider.ofAll(rule, request.context.viewer) === "WITHHELD";
      const compiled = compileDocument(request.document, { schema, rules, variables, isDenied });
      return compiled.denied.length === 0 ? whole : compiled;
    });

  const executed = async ({ request, compiled, viewerClass }: Prepared): Promise<ClientAnswer> => {
    const { context, generation } = request;
    const { table } = generation.policy;
    const rejected = (withheld: readonly Noted[]): ClientAnswer => ({
      data: null,
      errors: [createGraphQLError("FORBIDDEN", undefined, { reason: "WITHHELD" }, 403)],
      extensions: noticesOf(table, context, withheld, []),
    });
    if (context.access === "reject") {
      const lacking = lackingBefore(request, compiled);
      if (lacking.length > 0) return rejected(lacking);
    }
    const answer = compiled.document
      ? await generation.engine.execute({
          document: compiled.document,
          variables: renamed(request.variables, compiled.variables),
          viewerClass,
          context,
        })
      : NOTHING_ASKED;
    if (answer.fetches.length === 0 && answer.complaints.length > 0)
      return { errors: answer.complaints as readonly GraphQLError[] };
    const { data, counts, errors } = shaped(answer, { request, compiled, viewerClass });
    const withheld = [
      ...[...counts].map(([{ path, rule }, count]) => ({ path, rule, count })),
      ...reported(answer, compiled, "withheld"),
    ];
    if (context.access === "reject" && withheld.length > 0) return rejected(withheld);
    const extensions = noticesOf(table, context, withheld, reported(answer, compiled, "masked"));
    return {
      data,
      ...(errors.length > 0 ? { errors } : {}),
      ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    };
  };

  return {
    async execute(request) {
      const { generation, context } = request;
      const variables = request.coerced;
      const deciding = decidingOf(request.document);
      // A default lets the type of a variable allow null where a condition does not.
      const undecided = deciding.find((name) => typeof variables[name] !== "boolean");
      if (undecided !== undefined) return { errors: [undecidable(undecided)] };
      const key = `${generation.number} ${request.queryHash} ${deciding.map((name) => Number(variables[name])).join("")}`;
      const conditional = { request, key, variables };
      const whole = analyse(conditional);
      if (context.access === "preview") return previewed(request, whole);
      // Nothing closed is asked for, as in most requests.
      const isOpen = whole.occurrences.length === 0;
      const viewerClass = isOpen ? ANY_CLASS : generation.policy.decider.classOf(context.viewer);
      const compiled = isOpen ? whole : prune(conditional, viewerClass, whole);
      return executed({ request, compiled, viewerClass });
    },
  };
};

/**
 * What an answer is sure to lack, or may lack, before anything is executed. A query is refused beforehand for what it is sure
 * to lack, and else once it is known; a mutation for what it may lack, because its effect would stay.
 */
const lackingBefore = (request: LayerRequest, compiled: CompiledDocument): Noted[] => {
  const denied: Noted[] = compiled.denied.map(({ path, rule }) => ({ path, rule, count: null }));
  if (compiled.operation.operation !== OperationTypeNode.MUTATION) return denied;
  return [...denied, ...expected(request, compiled).withheld.filter(({ when }) => when === "PER_RECORD")];
};

/** What decides the conditions of a document; documents are kept and come again. */
const decidingOf = (document: DocumentNode): readonly string[] => {
  const known = readDocuments.get(document);
  if (known) return known;
  const made = decidingVariables(document);
  readDocuments.set(document, made);
  return made;
};

const readDocuments = new WeakMap<DocumentNode, readonly string[]>();

const undecidable = (variable: string): GraphQLError =>
  createGraphQLError("BAD_USER_INPUT", `The variable $${variable} decides a condition: it is true or false.`, {
    argument: variable,
    rule: "BOOLEAN",
  });

const NOTHING_ASKED: EngineAnswer = { data: {}, fetches: [], errors: [], complaints: [] };

/** Variables by the engine's names; those that a client did not send stay out. */
const renamed = (given: Variables, names: ReadonlyMap<string, string>): Variables =>
  Object.fromEntries(
    [...names].flatMap(([client, name]) => (Object.hasOwn(given, client) ? [[name, given[client]]] : [])),
  );

/** The client's answer, and its errors. */
const shaped = (
  answer: EngineAnswer,
  { request, compiled }: Prepared,
): Shaped & { errors: readonly GraphQLError[] } => {
  const { shape } = compiled;
  const { schema, ownersOf } = request.generation;
  const rootType = schema.getRootType(compiled.operation.operation)!.name;
  const { data: introspection, errors } = compiled.introspection
    ? introspect(compiled.introspection, schema, request.variables)
    : { data: {}, errors: [] };
  const undecided = new AnswerErrors({ shape, rootType, answer, ownersOf });
  const made = shapeAnswer({ shape, rootType, data: answer.data, introspection, undecided });
  return { ...made, errors: [...undecided.list(), ...errors] };
};

/** What subgraphs reported, at places that the client asked for; fields that a plan added are nobody's business. */
const reported = (
  { disclosure }: EngineAnswer,
  { occurrences }: CompiledDocument,
  kind: "withheld" | "masked",
): Noted[] =>
  (disclosure?.[kind] ?? []).flatMap(({ path, count, rule: name }) => {
    const place = path.join(".");
    const places = occurrences.filter(({ enginePath, rule }) => enginePath === place && ruleName(rule) === name);
    return [
      ...new Map(places.map(({ path: client, rule }) => [client.join("."), { path: client, count, rule }])).values(),
    ];
  });

/** What would be withheld and masked, and whether it is so in every record. */
const expected = (
  { context, generation }: LayerRequest,
  { occurrences }: CompiledDocument,
): { readonly withheld: readonly Noted[]; readonly masked: readonly Noted[] } => {
  const [withheld, masked]: [Noted[], Noted[]] = [[], []];
  for (const { path, rule } of occurrences) {
    const verdict = generation.policy.decider.ofAll(rule, context.viewer);
    if (verdict === "FULL") continue;
    const shown = verdict === "MASKED" || (verdict === "PER_RECORD" && rule.mask !== undefined);
    const when = verdict === "PER_RECORD" ? "PER_RECORD" : "ALWAYS";
    (shown ? masked : withheld).push({ path, count: null, rule, when });
  }
  return { withheld, masked };
};

/** What is expected of a request; nothing is executed. */
const previewed = (request: LayerRequest, compiled: CompiledDocument): ClientAnswer => {
  const { withheld, masked } = expected(request, compiled);
  const { context, generation } = request;
  return {
    data: null,
    extensions: { access: "preview", ...noticesOf(generation.policy.table, context, withheld, masked) },
  };
};
