/** Executes a program: asks each service once what it waits for is there, merges what comes, and keeps what did not. */
import type { GraphQLFormattedError } from "graphql";
import { createDisclosureLog, type DisclosureReport } from "../../../platform/disclosure/enforcement/index.js";
import { createGraphQLError } from "../../../platform/errors/index.js";
import type { GatewayContext } from "../../context.js";
import type { Subgraph, SubgraphAnswer } from "../../upstream/subgraph.js";
import { withoutPlannersAliases } from "../planners-aliases.js";
import type { AskedField, ComingAnswer, EngineAnswer, Fetch, ServiceError } from "../query-engine.js";
import { mergeInto, type Row } from "./merge.js";
import { objectsAt, pathsAt } from "./places.js";
import { KnownEntities } from "./known-entities.js";
import type { EntityPart, Part, Program, RootPart, ServiceRequest } from "./program.js";

/** Errors that are kept of one request; clients are told fewer. */
const MOST_ERRORS = 10_000;

/** What a program is executed with. */
export interface RunRequest {
  readonly program: Program;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly subgraphOf: (name: string) => Subgraph;
}

/** The objects of a part that a request is about. */
interface Asked {
  readonly part: EntityPart;
  /** JSON texts, each as often as it is sent. */
  readonly representations: readonly string[];
  readonly objects: readonly Row[];
  /** For each object the index of its representation; -1 where it has none. */
  readonly indexOf: readonly number[];
}

/** Executes it; a service that fails is in the answer. */
export const runProgram = async (request: RunRequest): Promise<EngineAnswer> => {
  const run = new Run(request);
  await run.all();
  return run.soFar();
};

/** Executes it, and tells of the answer while it comes. */
export const beginProgram = (request: RunRequest): ComingAnswer => {
  const { requests } = request.program;
  const run = new Run(request);
  const ended = requests.map(() => createSignal());
  const all = run.all((index) => ended[index]!.give());
  // Whoever waits for a part of it is told.
  all.catch(() => undefined);
  return {
    when: (fields) =>
      fields === undefined
        ? all
        : Promise.race([
            all,
            Promise.all(ended.flatMap(({ given }, index) => (asksForAny(requests[index]!, fields) ? [given] : []))),
          ]).then(() => undefined),
    soFar: () => run.soFar(),
  };
};

const createSignal = (): { readonly given: Promise<void>; readonly give: () => void } => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
};

/** True where the request asks its service for one of the fields, for objects of whatever type. */
const asksForAny = ({ parts }: ServiceRequest, fields: readonly AskedField[]): boolean =>
  parts.some((part) =>
    fields.some(
      ({ place, key }) =>
        part.place.every((step, index) => step === place[index]) &&
        part.asksFor([...place.slice(part.place.length).filter((step) => step !== "@"), key]),
    ),
  );

class Run {
  private readonly data: Row = Object.create(null);
  private readonly fetches: Fetch[] = [];
  private readonly errors: ServiceError[] = [];
  private disclosure: ReturnType<typeof createDisclosureLog> | undefined;

  constructor(private readonly request: RunRequest) {}

  soFar(): EngineAnswer {
    const { data, fetches, errors, disclosure } = this;
    return { data, fetches, errors, disclosure: disclosure?.report(), complaints: [] };
  }

  /** Begins every request once those before it have ended; `ended` is told of each that has. */
  all(ended: (index: number) => void = () => undefined): Promise<void> {
    const { requests } = this.request.program;
    const left = requests.map(({ waitsFor }) => waitsFor);
    let open = requests.length;
    return new Promise((resolve, reject) => {
      if (open === 0) return resolve();
      const begin = (index: number): void => {
        this.ask(requests[index]!).then(() => {
          open -= 1;
          ended(index);
          if (open === 0) return resolve();
          for (const next of requests[index]!.before) if (--left[next]! === 0) begin(next);
        }, reject);
      };
      left.forEach((waits, index) => {
        if (waits === 0) begin(index);
      });
    });
  }

  private async ask(asked: ServiceRequest): Promise<void> {
    const { service, operation, parts } = asked;
    const about = parts.map((part) => (part.kind === "root" ? part : this.objectsOf(part)));
    const isAsked = (one: RootPart | Asked): boolean => !("representations" in one) || one.representations.length > 0;
    if (!about.some(isAsked)) return;
    const { context, subgraphOf } = this.request;
    let answer: SubgraphAnswer;
    try {
      answer = await subgraphOf(service).ask({ operation, variables: this.variablesText(asked, about), context });
    } catch (error) {
      for (const one of about.filter(isAsked))
        this.fetched(service, "representations" in one ? one.part : one, { failure: error as GraphQLFormattedError });
      return;
    }
    // What one part could not bear took the others with it: `_entities` may not be null.
    if (!answer.data && asked.alone) {
      await Promise.all(asked.alone.map((one) => this.ask(one)));
      return;
    }
    for (const part of about)
      if ("representations" in part) this.mergeEntities(service, part, answer, parts.length);
      else this.mergeRoot(service, part, answer);
    if (answer.disclosure) this.note(answer.disclosure, parts);
  }

  /** Objects of one representation are asked for once, where nothing of them is counted one by one. */
  private objectsOf(part: EntityPart): Asked {
    const objects = objectsAt(this.data, part.place);
    const known = new KnownEntities(part);
    const indexOf = objects.map((object) => known.indexOf(object));
    return { part, representations: known.representations, objects, indexOf };
  }

  private variablesText({ variables }: ServiceRequest, about: readonly (RootPart | Asked)[]): string {
    const given = this.request.variables;
    const texts: string[] = [];
    for (const name of variables) {
      const text = Object.hasOwn(given, name) ? JSON.stringify(given[name]) : undefined;
      if (text !== undefined) texts.push(`${JSON.stringify(name)}:${text}`);
    }
    for (const one of about)
      if ("representations" in one) texts.push(`${one.part.variable}[${one.representations.join()}]`);
    return `{${texts.join()}}`;
  }

  private mergeRoot(service: string, part: RootPart, { data, errors = [] }: SubgraphAnswer): void {
    for (const error of errors) {
      if (!error.path && !data) continue;
      this.errors.push({ service, error, path: error.path && [...part.place, ...withoutPlannersAliases(error.path)] });
    }
    if (data) {
      part.rewriteAnswer?.(data);
      for (const object of part.place.length === 0 ? [this.data] : objectsAt(this.data, part.place))
        mergeInto(object, data);
    }
    this.fetched(service, part, data ? {} : { failure: errors[0] ?? invalid(service) });
  }

  private mergeEntities(service: string, asked: Asked, answer: SubgraphAnswer, of: number): void {
    const { part, representations, objects, indexOf } = asked;
    if (representations.length === 0) return;
    const errors = (answer.errors ?? []).filter(({ path }) => of === 1 || !path || path[0] === part.key);
    const entities: unknown = answer.data?.[part.key];
    if (!Array.isArray(entities) || entities.length !== representations.length)
      return this.fetched(service, part, { failure: errors[0] ?? invalid(service) });
    const failed = this.entityErrors(service, asked, errors, entities);
    part.rewriteAnswer?.(entities);
    for (let index = 0; index < objects.length; index++) {
      const entity: unknown = entities[indexOf[index]!];
      if (entity === null || typeof entity !== "object" || Array.isArray(entity)) continue;
      mergeInto(objects[index]!, entity as Row);
    }
    const knowsNot = entities.some((entity, index) => entity === null && !failed.has(index));
    this.fetched(service, part, knowsNot ? { knowsNot } : {});
  }

  /** Places the errors at every object that they are about; returns the indexes of the entities. */
  private entityErrors(
    service: string,
    { part, indexOf }: Asked,
    errors: readonly GraphQLFormattedError[],
    entities: readonly unknown[],
  ): ReadonlySet<unknown> {
    const failed = new Set<unknown>();
    if (errors.length === 0) return failed;
    const pathsOf = new Map<unknown, (string | number)[][]>();
    pathsAt(this.data, part.place).forEach((path, at) => {
      const index = indexOf[at];
      const known = pathsOf.get(index);
      if (known) known.push(path);
      else pathsOf.set(index, [path]);
    });
    for (const error of errors) {
      const [, index, ...rest] = error.path ?? [];
      // What names no entity is about each that did not come.
      const about = typeof index === "number" ? [index] : nullsIn(entities);
      const places = about.flatMap((at) => (pathsOf.get(at) ?? []).map((place) => ({ place, at })));
      if (this.errors.length >= MOST_ERRORS) continue;
      if (places.length === 0) this.errors.push({ service, error, path: undefined });
      for (const at of about) failed.add(at);
      for (const { place, at } of places.slice(0, MOST_ERRORS - this.errors.length)) {
        const lost = entities[at] === null ? { lost: place } : {};
        this.errors.push({ service, error, path: [...place, ...withoutPlannersAliases(rest)], ...lost });
      }
    }
    return failed;
  }

  private fetched(service: string, { place, asksFor }: Part, outcome: Pick<Fetch, "failure" | "knowsNot">): void {
    this.fetches.push({ service, place, asksFor, ...outcome });
  }

  /** What a service reports, at the places of the answer. */
  private note({ withheld, masked }: DisclosureReport, parts: readonly Part[]): void {
    const log = (this.disclosure ??= createDisclosureLog());
    const placed = (path: readonly string[]): string[] => {
      const keys = withoutPlannersAliases(path);
      const entities = parts.find((part) => part.kind === "entities" && part.key === keys[0]);
      if (entities) return [...entities.place, ...keys.slice(2)];
      return [...(parts.find(({ kind }) => kind === "root")?.place ?? []), ...keys];
    };
    for (const { path, rule, count } of withheld) log.withhold({ path: placed(path), rule }, count);
    for (const { path, rule, count, mask } of masked) log.mask({ path: placed(path), rule, mask }, count);
  }
}

const nullsIn = (entities: readonly unknown[]): number[] =>
  entities.flatMap((entity, index) => (entity === null ? [index] : []));

const invalid = (service: string): GraphQLFormattedError =>
  createGraphQLError("UPSTREAM_INVALID", undefined, { service });
