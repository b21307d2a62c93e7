/** The schema with its resolvers. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse, type GraphQLSchema } from "graphql";
import { readFileSync } from "node:fs";
import { findDwelling, listDwellings, type Dwelling } from "./dwellings.js";

const resolvers = {
  Query: {
    dwelling: (_root: unknown, { id }: { readonly id: string }) => findDwelling(id),
    dwellings: (_root: unknown, { first }: { readonly first: number | null }) => listDwellings(first ?? 20),
  },
  Dwelling: {
    __resolveReference: ({ id }: Pick<Dwelling, "id">) => findDwelling(id),
    // Another service knows its name: the id is all that it takes.
    keeper: ({ keeperUscc }: Dwelling) => ({ __typename: "Organization", id: `CN-USCC-${keeperUscc}` }),
  },
};

/** The schema of schema.graphql. */
export const createSchema = (): GraphQLSchema =>
  buildSubgraphSchema({
    typeDefs: parse(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8")),
    resolvers,
  });
