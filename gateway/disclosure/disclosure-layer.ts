/** The gateway's half of disclosure: prunes before the engine, shapes after it, and says what was withheld. */
import { OperationTypeNode, type DocumentNode, type GraphQLError } from "graphql";
import type { FieldRule } from "../../platform/disclosure/table/index.js";
import { createGraphQLError } from "../../platform/errors/index.js";
import { CACHE_BYTES } from "../document/caches.js";
import { compileDocument, engineVariables, type CompiledDocument } from "../document/compile.js";
import { decidingVariables, deferringVariables, type Variables } from "../document/conditions.js";
import type { EngineAnswer } from "../engine/query-engine.js";
import { createLru } from "../lru.js";
import { noticesOf, type Noted } from "../notices/notices.js";
import { answerInParts } from "./answer-in-parts.js";
import { reported, shaped } from "./client-answer.js";
import { lackingBefore, previewed } from "./expected-notices.js";
import type { ClientAnswer, LayerRequest } from "./layer-request.js";

export type { ClientAnswer, LayerRequest } from "./layer-request.js";

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

/** Creates the layer; what it prepares is kept by generation, in its share of the bounds. */
export const createDisclosureLayer = (share = 1): DisclosureLayer => {
  const analysed = createLru<CompiledDocument>(CACHE_BYTES.analysed * share);
  const pruned = createLru<CompiledDocument>(CACHE_BYTES.pruned * share);

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
    const asked = compiled.document && {
      document: compiled.document,
      variables: engineVariables(compiled, request.variables),
      viewerClass,
      context,
    };
    const { engine } = generation;
    const whole = (answer: EngineAnswer): ClientAnswer => told({ request, compiled, answer, rejected });
    if (asked && comesInParts(request, compiled) && engine.begin) {
      const coming = await engine.begin(asked);
      return answerInParts({ request, compiled, first: compiled.first!, coming, whole: () => whole(coming.soFar()) });
    }
    const answer = whole(asked ? await engine.execute(asked) : NOTHING_ASKED);
    if (!context.showsPlan || !engine.explain) return answer;
    const requests = asked ? await engine.explain(asked) : [];
    return { ...answer, extensions: { ...answer.extensions, plan: { requests } } };
  };

  return {
    async execute(request) {
      const { generation, context } = request;
      const variables = request.coerced;
      const { deciding, deferring } = decidingOf(request.document);
      // A default lets the type of a variable allow null where a condition does not.
      const undecided = [
        ...deciding.filter((name) => typeof variables[name] !== "boolean"),
        // What is deferred where nothing is given is so by default.
        ...deferring.filter((name) => !["boolean", "undefined"].includes(typeof variables[name])),
      ][0];
      if (undecided !== undefined) return { errors: [undecidable(undecided)] };
      const key = `${generation.number} ${request.queryHash} ${[...deciding, ...deferring].map((name) => Number(variables[name] ?? true)).join("")}`;
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

/** What is told once all that the engine gives is there. */
const told = ({
  request,
  compiled,
  answer,
  rejected,
}: {
  readonly request: LayerRequest;
  readonly compiled: CompiledDocument;
  readonly answer: EngineAnswer;
  readonly rejected: (withheld: readonly Noted[]) => ClientAnswer;
}): ClientAnswer => {
  const { context, generation } = request;
  if (answer.fetches.length === 0 && answer.complaints.length > 0)
    return { errors: answer.complaints as readonly GraphQLError[] };
  const { data, counts, errors } = shaped(answer, { request, compiled });
  const withheld = [
    ...[...counts].map(([{ path, rule }, count]) => ({ path, rule, count })),
    ...reported(answer, compiled, "withheld"),
  ];
  if (context.access === "reject" && withheld.length > 0) return rejected(withheld);
  const extensions = noticesOf(generation.policy.table, context, withheld, reported(answer, compiled, "masked"));
  return {
    data,
    ...(errors.length > 0 ? { errors } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
};

/**
 * True where the client would have something later, and takes it so. A mutation is answered as one; so is a request that refuses
 * an answer which lacks anything: that is known at the end.
 */
const comesInParts = ({ context }: LayerRequest, { first, operation }: CompiledDocument): boolean =>
  first !== undefined &&
  context.parts !== undefined &&
  context.access === "enforce" &&
  operation.operation === OperationTypeNode.QUERY;

/** What decides the conditions of a document; documents are kept and come again. */
const decidingOf = (document: DocumentNode): Deciding => {
  const known = readDocuments.get(document);
  if (known) return known;
  const made = { deciding: decidingVariables(document), deferring: deferringVariables(document) };
  readDocuments.set(document, made);
  return made;
};

/** Names of variables: those that decide what is asked for, and those that decide what comes later. */
interface Deciding {
  readonly deciding: readonly string[];
  readonly deferring: readonly string[];
}

const readDocuments = new WeakMap<DocumentNode, Deciding>();

const undecidable = (variable: string): GraphQLError =>
  createGraphQLError("BAD_USER_INPUT", `The variable $${variable} decides a condition: it is true or false.`, {
    argument: variable,
    rule: "BOOLEAN",
  });

const NOTHING_ASKED: EngineAnswer = { data: {}, fetches: [], errors: [], complaints: [] };
