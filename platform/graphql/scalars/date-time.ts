/** The scalar of instants. */
import { GraphQLScalarType } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

/** An instant. */
export const DateTimeScalar = new GraphQLScalarType<Date, Date>({
  ...GraphQLDateTime.toConfig(),
  description: "An instant, RFC 3339 (时间).",
});
