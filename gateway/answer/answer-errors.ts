/** Errors of an answer: those of services at the client's places, and one for every place where nothing came, or nothing that the schema allows. */
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { createGraphQLError, placedError } from "../../platform/errors/index.js";
import type { EngineAnswer, Fetch, ServiceError } from "../engine/query-engine.js";
import type { FieldEntry, ObjectShape } from "./answer-shape.js";
import type { OwnersOf } from "../generation/field-owners.js";
import type { AnswerPath, ObjectPlace, Undecided } from "./shape.js";

/** What errors are found by. */
export interface ErrorsRequest {
  readonly shape: ObjectShape;
  readonly rootType: string;
  readonly answer: EngineAnswer;
  readonly ownersOf: OwnersOf;
  /** True of those errors of services that are told with this part of the answer. @default all */
  readonly tells?: (error: ServiceError, path: AnswerPath | undefined) => boolean;
}

/** Errors named in one answer: beyond it, nulls alone tell. */
const MOST_ERRORS = 1_000;

const textOf = (path: Iterable<string | number>): string => JSON.stringify([...path]);

/** Collects the errors of one answer. */
export class AnswerErrors implements Undecided {
  private readonly found: GraphQLError[] = [];
  /** Places at or below which a service told of an error. */
  private readonly told = new Set<string>();
  /** Objects that are lost by an error. */
  private readonly lost = new Map<string, ServiceError>();

  constructor(private readonly request: ErrorsRequest) {
    for (const error of request.answer.errors) this.place(error);
  }

  /** All of them; complaints of the engine only where nothing else tells what is wrong. */
  list(): readonly GraphQLError[] {
    return this.found.length > 0 ? this.found : (this.request.answer.complaints as readonly GraphQLError[]);
  }

  missing(path: AnswerPath, field: FieldEntry, object: ObjectPlace): void {
    if (this.told.size > 0 && this.told.has(textOf(path))) return;
    const lost = this.lost.size > 0 ? this.lost.get(textOf(path.slice(0, -1))) : undefined;
    if (lost) return this.add(lost.error, lost.service, path);
    const owners = this.request.ownersOf(object.typename, field.name);
    const fetches = fetchesFor(this.request.answer.fetches, object.shape.place);
    const below = (from: readonly string[]): string[] => [
      ...object.shape.place.slice(from.length).filter((step) => step !== "@"),
      field.engineKey,
    ];
    const own = nearest(
      fetches.filter(({ service, place, asksFor }) => owners.includes(service) && asksFor(below(place))),
    );
    // Its own service failed, or one that had to give a key or a required field before it could be asked for the field.
    const failed =
      own.find(({ failure }) => failure) ??
      fetches.find(({ failure, place }) => failure && place.length > (own[0]?.place.length ?? -1));
    if (failed) return this.add(failed.failure!, failed.service, path);
    // A service that does not know the object has answered: there is nothing to tell of it.
    if (fetches.some(({ knowsNot }) => knowsNot)) return;
    this.add(createGraphQLError("UPSTREAM_INVALID"), owners[0], path);
  }

  invalid(path: AnswerPath, field: FieldEntry, object: ObjectPlace): void {
    if (this.told.size > 0 && this.told.has(textOf(path))) return;
    const owners = this.request.ownersOf(object.typename, field.name);
    const asked = fetchesFor(this.request.answer.fetches, object.shape.place).map(({ service }) => service);
    this.add(createGraphQLError("UPSTREAM_INVALID"), owners.find((name) => asked.includes(name)) ?? owners[0], path);
  }

  private add(error: GraphQLFormattedError, service: string | undefined, path: AnswerPath | undefined): void {
    if (this.found.length < MOST_ERRORS) this.found.push(placedError(error, { service, path: path && [...path] }));
  }

  private place(error: ServiceError): void {
    const places = error.path ? this.clientPaths(error.path) : [];
    const { tells = () => true } = this.request;
    if (places.length === 0 && tells(error, undefined)) this.add(error.error, error.service, undefined);
    for (const path of places) {
      if (tells(error, path)) this.add(error.error, error.service, path);
      for (let length = path.length; length > 0; length--) this.told.add(textOf(path.slice(0, length)));
    }
    if (error.lost) for (const path of this.clientPaths(error.lost)) this.lost.set(textOf(path), error);
  }

  /** Where the client sees a place of the engine's; of what a plan asked beside the document, the object that it is about. */
  private clientPaths(path: readonly (string | number)[]): AnswerPath[] {
    const { shape, rootType, answer } = this.request;
    const found = new Map<string, AnswerPath>();
    const add = (client: AnswerPath): void => void (client.length > 0 && found.set(textOf(client), client));
    const walk = (
      node: ObjectShape | undefined,
      data: unknown,
      at: number,
      client: AnswerPath,
      type?: string,
    ): void => {
      const step = path[at];
      if (step === undefined) return add(client);
      if (typeof step === "number")
        return walk(node, (data as readonly unknown[] | null | undefined)?.[step], at + 1, [...client, step]);
      const object = (data ?? {}) as Readonly<Record<string, unknown>>;
      const typename = type ?? object["__typename"];
      const entries = (node?.entries ?? []).filter(
        (entry): entry is FieldEntry =>
          entry.kind === "field" &&
          entry.engineKey === step &&
          !entry.denied &&
          (!entry.types || typeof typename !== "string" || entry.types.has(typename)),
      );
      if (entries.length === 0) return add(client);
      for (const { key, child } of entries) walk(child, object[step], at + 1, [...client, key]);
    };
    walk(shape, answer.data, 0, [], rootType);
    return [...found.values()];
  }
}

/** Fetches about the place or an object above it, the nearest first. */
const fetchesFor = (fetches: readonly Fetch[], place: readonly string[]): readonly Fetch[] =>
  fetches
    .filter((fetch) => fetch.place.every((step, index) => step === place[index]))
    .sort((a, b) => b.place.length - a.place.length);

const nearest = ([first, ...others]: readonly Fetch[]): readonly Fetch[] =>
  first ? [first, ...others.filter(({ place }) => place.length === first.place.length)] : [];
