/** An answer in parts: what services give is told as soon as all of a part is there. They are asked the same as for an answer as one. */
import type { GraphQLError } from "graphql";
import { AnswerErrors } from "../answer/answer-errors.js";
import type { LaterPart, ObjectShape } from "../answer/answer-shape.js";
import { askedIn, holds } from "../answer/parts.js";
import { shapeAnswer, shapePart, type AnswerPath, type PartBegins, type ShapeRequest } from "../answer/shape.js";
import type { CompiledDocument } from "../document/compile.js";
import { introspect } from "../document/introspection.js";
import type { ComingAnswer, ServiceError } from "../engine/query-engine.js";
import type { LaterAnswer, PartAnswer } from "../answer/later-answer.js";
import type { ClientAnswer, LayerRequest } from "./layer-request.js";

/** What is answered. */
export interface PartsRequest {
  readonly request: LayerRequest;
  readonly compiled: CompiledDocument;
  readonly first: ObjectShape;
  readonly coming: ComingAnswer;
  /** The answer as one, once all of it is there. */
  readonly whole: () => ClientAnswer;
}

type Shaping = Omit<ShapeRequest, "shape" | "rootType" | "data">;

/** The first part, once it is there; the others are put into the request's context. The answer as one, where nothing comes later. */
export const answerInParts = async (asked: PartsRequest): Promise<ClientAnswer> => {
  const { request, first, coming, whole } = asked;
  await coming.when(askedIn(first));
  const parts = new Parts(asked);
  const answer = parts.first();
  if (coming.soFar().complaints.length > 0 || !parts.areLeft()) {
    await coming.when();
    return whole();
  }
  Object.assign(request.context.parts!, { later: parts.later(), context: request.context });
  return answer;
};

class Parts {
  private readonly rootType: string;
  private readonly introspection: ReturnType<typeof introspect>;
  /** Parts that are not told yet. */
  private left: PartBegins[] = [];
  private readonly begun = new Map<LaterPart, { ready: boolean; readonly when: Promise<void> }>();
  /** Errors of services that were told, by path. */
  private readonly told = new Map<ServiceError, Set<string>>();

  constructor(private readonly asked: PartsRequest) {
    const { request, compiled } = asked;
    const { schema } = request.generation;
    this.rootType = schema.getRootType(compiled.operation.operation)!.name;
    this.introspection = compiled.introspection
      ? introspect(compiled.introspection, schema, request.variables)
      : { data: {}, errors: [] };
  }

  areLeft(): boolean {
    return this.left.length > 0;
  }

  first(): ClientAnswer {
    const { first, coming } = this.asked;
    const errors = this.errorsOf((path) => path !== undefined && holds(first, path));
    const begins: PartBegins[] = [];
    const { data } = shapeAnswer({
      ...this.shaping(errors, begins),
      shape: first,
      rootType: this.rootType,
      data: coming.soFar().data,
    });
    this.keep(begins, data, 0);
    const found = [...errors.list(), ...this.introspection.errors];
    return { data, ...(found.length > 0 ? { errors: found } : {}) };
  }

  /** Each as soon as it is there; those that are there together are told together. */
  async *later(): AsyncGenerator<LaterAnswer, void> {
    while (this.left.length > 0) {
      await Promise.race(this.left.map(({ part }) => this.begin(part).when));
      const ready = this.left.filter(({ part }) => this.begin(part).ready);
      this.left = this.left.filter((one) => !ready.includes(one));
      const incremental = ready.map((begins) => this.part(begins));
      if (this.left.length > 0) yield { incremental, hasNext: true };
      else yield await this.last(incremental);
    }
  }

  private begin(part: LaterPart): { ready: boolean; readonly when: Promise<void> } {
    const known = this.begun.get(part);
    if (known) return known;
    const begun = {
      ready: false,
      when: this.asked.coming.when(askedIn(part.shape)).then(() => void (begun.ready = true)),
    };
    this.begun.set(part, begun);
    return begun;
  }

  private part(begins: PartBegins): PartAnswer {
    const { part, path } = begins;
    const errors = this.errorsOf(
      (where) =>
        where !== undefined &&
        path.every((step, index) => where[index] === step) &&
        holds(part.shape, where.slice(path.length)),
    );
    const inner: PartBegins[] = [];
    const data = shapePart(this.shaping(errors, inner), begins);
    this.keep(inner, data, path.length);
    return partAnswer(begins, data, errors.list());
  }

  /** With what is of no part, and with what is told of the whole. */
  private async last(incremental: readonly PartAnswer[]): Promise<LaterAnswer> {
    await this.asked.coming.when();
    const others = this.errorsOf(() => true).list();
    const [end] = incremental.slice(-1);
    const told = { ...end!, errors: [...(end!.errors ?? []), ...others] };
    const { extensions } = this.asked.whole();
    return {
      incremental: others.length > 0 ? [...incremental.slice(0, -1), told] : incremental,
      hasNext: false,
      ...(extensions ? { extensions } : {}),
    };
  }

  /** Parts that begin at an object which is still there: nulls above it take it away. */
  private keep(begins: readonly PartBegins[], data: unknown, above: number): void {
    for (const one of begins) if (isThere(data, one.path.slice(above))) this.left.push(one);
  }

  private shaping(errors: AnswerErrors, begins: PartBegins[]): Shaping {
    return {
      introspection: this.introspection.data,
      undecided: errors,
      later: (one) => void begins.push(one),
    };
  }

  /** Errors of one part; each of a service's is told once. */
  private errorsOf(isOfPart: (path: AnswerPath | undefined) => boolean): AnswerErrors {
    const { request, compiled, coming } = this.asked;
    return new AnswerErrors({
      shape: compiled.shape,
      rootType: this.rootType,
      answer: coming.soFar(),
      ownersOf: request.generation.ownersOf,
      tells: (error, path) => {
        if (!isOfPart(path)) return false;
        const known = this.told.get(error) ?? new Set<string>();
        this.told.set(error, known);
        const place = JSON.stringify(path ?? null);
        return !known.has(place) && known.add(place) !== undefined;
      },
    });
  }
}

const partAnswer = (
  { part, path }: PartBegins,
  data: PartAnswer["data"],
  errors: readonly GraphQLError[],
): PartAnswer => {
  const { label } = part.deferral;
  return { ...(label === undefined ? {} : { label }), path, data, ...(errors.length > 0 ? { errors } : {}) };
};

const isThere = (data: unknown, path: AnswerPath): boolean => {
  let at: unknown = data;
  for (const step of path) {
    if (at === null || typeof at !== "object") return false;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at !== null && typeof at === "object";
};
