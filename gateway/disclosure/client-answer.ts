/** From the engine's answer to the client's: its data and errors, and what subgraphs reported at places that it asked for. */
import type { GraphQLError } from "graphql";
import { ruleName } from "../../platform/disclosure/table/index.js";
import { AnswerErrors } from "../answer/answer-errors.js";
import { shapeAnswer, type Shaped } from "../answer/shape.js";
import type { CompiledDocument } from "../document/compile.js";
import { introspect } from "../document/introspection.js";
import type { EngineAnswer } from "../engine/query-engine.js";
import type { Noted } from "../notices/notices.js";
import type { LayerRequest } from "./layer-request.js";

/** The client's answer, and its errors. */
export const shaped = (
  answer: EngineAnswer,
  { request, compiled }: { readonly request: LayerRequest; readonly compiled: CompiledDocument },
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
export const reported = (
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
