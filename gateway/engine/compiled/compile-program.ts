/** Compiles a plan: its fetches in waves, those of a wave to one service joined, each with what it waits for. */
import { Kind, parse, visit } from "graphql";
import { createSubgraphOperation } from "../../upstream/subgraph.js";
import { createAsksFor } from "../asked-fields.js";
import type { EnginePolicy } from "../query-engine.js";
import { joinOperations, type JoinedPart } from "./join-operations.js";
import type { FetchNode, PlanNode } from "./plan.js";
import type { Part, Program, ProgramRequest, ServiceRequest } from "./program.js";
import { compileRepresentation, type RepresentationTypes } from "./representations.js";
import { compileRewrites } from "./rewrites.js";

/** What plans are compiled with. */
export interface CompileTypes extends EnginePolicy, RepresentationTypes {}

/** A fetch of the plan. */
interface Step {
  readonly fetch: FetchNode;
  readonly place: readonly string[];
  /** Its wave: one more than the latest that it waits for. */
  readonly wave: number;
  readonly after: ReadonlySet<Step>;
}

/** Compiles a plan. */
export const compileProgram = (plan: PlanNode | undefined, types: CompileTypes): Program => {
  const groups = joinable(plan ? stepsOf(plan, [], new Set()).all : []);
  const groupOf = new Map(groups.flatMap((steps, index) => steps.map((step) => [step, index] as const)));
  const after = groups.map(
    (steps) => new Set(steps.flatMap((step) => [...step.after].map((one) => groupOf.get(one)!))),
  );
  const requests = groups.map((steps, index): ProgramRequest => ({
    ...compileRequest(steps, types),
    ...(steps.length > 1 ? { alone: steps.map((step) => compileRequest([step], types)) } : {}),
    waitsFor: after[index]!.size,
    before: after.flatMap((needed, other) => (needed.has(index) ? [other] : [])),
  }));
  return { requests, bytes: bytesOf(groups) };
};

/** The fetches of a node, and those that end it. */
const stepsOf = (
  node: PlanNode,
  place: readonly string[],
  after: ReadonlySet<Step>,
): { readonly all: Step[]; readonly last: ReadonlySet<Step> } => {
  if (node.kind === "Fetch") {
    const wave = Math.max(0, ...[...after].map((step) => step.wave + 1));
    const step = { fetch: node, place, wave, after };
    return { all: [step], last: new Set([step]) };
  }
  if (node.kind === "Flatten") return stepsOf(node.node, [...place, ...node.path], after);
  if (node.kind === "Sequence") {
    const all: Step[] = [];
    let last = after;
    for (const child of node.nodes) {
      const made = stepsOf(child, place, last);
      all.push(...made.all);
      last = made.last;
    }
    return { all, last };
  }
  const parts = node.nodes.map((child) => stepsOf(child, place, after));
  return { all: parts.flatMap(({ all }) => all), last: new Set(parts.flatMap(({ last }) => [...last])) };
};

/** Fetches that are asked in one request: of one service and one wave. What changes something is asked by itself. */
const joinable = (steps: readonly Step[]): Step[][] => {
  const groups = new Map<string, Step[]>();
  steps.forEach((step, index) => {
    const { requires, serviceName, operationKind } = step.fetch;
    const alone = operationKind !== "query" || (!requires && step.place.length > 0);
    const key = alone ? `${index}` : `${step.wave} ${requires ? "" : `root ${index} `}${serviceName}`;
    groups.set(key, [...(groups.get(key) ?? []), step]);
  });
  return [...groups.values()];
};

const compileRequest = (steps: readonly Step[], types: CompileTypes): ServiceRequest => {
  const { serviceName: service, operationName } = steps[0]!.fetch;
  const { text, parts } = joinOperations(steps.map(({ fetch }) => fetch.operation));
  return {
    service,
    operation: { ...createSubgraphOperation(text, operationName), sameForAll: types.isSameForAll(service, text) },
    variables: [...new Set(steps.flatMap(({ fetch }) => fetch.variableUsages ?? []))],
    parts: steps.map((step, index) => compilePart(step, parts[index]!, types)),
  };
};

const compilePart = ({ fetch, place }: Step, { key, variable }: JoinedPart, types: CompileTypes): Part => {
  const { isOfType, closedFields } = types;
  const common = {
    place,
    asksFor: createAsksFor(fetch.operation),
    rewriteAnswer: compileRewrites(fetch.outputRewrites, isOfType),
  };
  if (!fetch.requires || key === undefined) return { ...common, kind: "root" };
  return {
    ...common,
    kind: "entities",
    key,
    variable: `${JSON.stringify(variable)}:`,
    represent: compileRepresentation(fetch.requires, types, compileRewrites(fetch.inputRewrites, isOfType)),
    shares: !namesOf(fetch.operation).some((name) => closedFields.has(name)),
  };
};

/** Names of the fields that a request asks for. */
const namesOf = (text: string): string[] => {
  const names: string[] = [];
  visit(parse(text, { noLocation: true }), { [Kind.FIELD]: ({ name }) => void names.push(name.value) });
  return names;
};

/** Texts are kept twice, and compiled about as large again. */
const bytesOf = (groups: readonly (readonly Step[])[]): number =>
  1_000 + groups.flat().reduce((sum, { fetch }) => sum + 8 * fetch.operation.length + 1_000, 0);
