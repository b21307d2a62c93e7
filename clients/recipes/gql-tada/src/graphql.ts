/** The graph's types for gql.tada, with the scalars of `@govgraph/client`. */
import type { Scalars } from "@govgraph/client";
import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.js";

export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>();
