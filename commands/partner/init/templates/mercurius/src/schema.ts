/** The schema as text, and its resolvers. */
import { readFileSync } from "node:fs";
import { findDwelling, listDwellings, type Dwelling } from "./dwellings.js";

/** The text of schema.graphql. */
export const schema = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");

/** By type and field. */
export const resolvers = {
  Query: {
    dwelling: (_root: unknown, { id }: { readonly id: string }) => findDwelling(id),
    dwellings: (_root: unknown, { first }: { readonly first?: number | null }) => listDwellings(first ?? 20),
  },
  Dwelling: {
    __resolveReference: ({ id }: Pick<Dwelling, "id">) => findDwelling(id) ?? null,
    // Another service knows its name: the id is all that it takes.
    keeper: ({ keeperUscc }: Dwelling) => ({ __typename: "Organization", id: `CN-USCC-${keeperUscc}` }),
  },
};
