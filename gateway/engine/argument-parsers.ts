/** Codes in arguments are checked by the same parsers as in the subgraphs, before anything is planned. */
import { isScalarType, type GraphQLSchema } from "graphql";
import { SHARED_SCALARS } from "../../platform/graphql/scalars/scalars.js";

/** Gives the scalars of a schema that was read from text the parsers of `platform/domain`. */
export const parseArgumentsAsServices = (schema: GraphQLSchema): void => {
  for (const scalar of SHARED_SCALARS) {
    const type = schema.getType(scalar.name);
    if (!isScalarType(type)) continue;
    type.parseValue = scalar.parseValue.bind(scalar) as typeof type.parseValue;
    type.parseLiteral = scalar.parseLiteral.bind(scalar) as typeof type.parseLiteral;
  }
};
