/** What generated documents have asked for of a schema, and what not. */
import { parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from "graphql";
import { coordinatesOf } from "./generated-documents.js";

/** What a run asked. */
export interface Coverage {
  documents: number;
  /** Documents for which more than one service was asked. */
  crossing: number;
  /** Fields and arguments that no document asked for. */
  readonly unasked: Set<string>;
}

/** Coverage of a run that has asked nothing yet. */
export const noCoverage = (schema: GraphQLSchema): Coverage => ({
  documents: 0,
  crossing: 0,
  unasked: coordinatesOf(schema),
});

/** Notes what a document asks for. */
export const cover = (coverage: Coverage, schema: GraphQLSchema, query: string): void => {
  for (const coordinate of askedIn(schema, query)) coverage.unasked.delete(coordinate);
};

/** Coordinates of fields and arguments that a document asks for. */
export const askedIn = (schema: GraphQLSchema, query: string): Set<string> => {
  const types = new TypeInfo(schema);
  const asked = new Set<string>();
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field({ name, arguments: given }) {
        const place = `${types.getParentType()!.name}.${name.value}`;
        asked.add(place);
        for (const argument of given ?? []) asked.add(`${place}(${argument.name.value})`);
      },
    }),
  );
  return asked;
};
