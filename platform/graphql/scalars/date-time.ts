/** The scalar of instants. */
import { GraphQLScalarType } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { RFC_3339 } from "./scalars.js";

/** An instant. */
export const DateTimeScalar = new GraphQLScalarType<Date, Date>({
  ...GraphQLDateTime.toConfig(),
  description: "An instant, RFC 3339 (时间).",
  specifiedByURL: RFC_3339,
});
