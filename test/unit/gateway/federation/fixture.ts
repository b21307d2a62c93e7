/** What a fixture of one feature of Federation is: services, the same data as one schema has it, and queries. */
import type { Facts, GraphServices } from "../../../support/federated-graph.js";

/** A query whose answer is written by hand, because one schema with all the data would say otherwise. */
export interface WrittenQuery {
  readonly query: string;
  readonly variables?: Facts;
  /** The whole answer; what one schema answers where it is left out. */
  readonly answer?: object;
  /** Why ApolloGateway answers otherwise, where it does. */
  readonly apolloDiffers?: string;
}

/** One feature. */
export interface Fixture {
  /** Name of the feature. */
  readonly feature: string;
  readonly services: GraphServices;
  /** Values of the root of one schema that has everything; called before each query, so that what mutations change begins anew. */
  readonly root: () => Facts;
  readonly queries: readonly (string | WrittenQuery)[];
  /** Documents that the planner plans wrongly, whichever engine executes the plan: generated ones are not compared. */
  readonly unplanned?: RegExp;
  /** Documents that ApolloGateway alone answers otherwise. */
  readonly apolloDiffers?: RegExp;
}

const equals = (value: unknown, key: unknown): boolean =>
  key !== null && typeof key === "object"
    ? value !== null &&
      typeof value === "object" &&
      Object.entries(key).every(([name, part]) => name === "__typename" || equals((value as Facts)[name], part))
    : value === key;

/** The row that a key names, by whatever fields it has, with what the key brings along; null where there is none. */
export const rowOf =
  (rows: readonly Facts[], keys: readonly string[]) =>
  (given: Facts): Facts | null => {
    const named = keys.filter((name) => given[name] !== undefined);
    const row = rows.find((one) => named.length > 0 && named.every((name) => equals(one[name], given[name])));
    return row ? { ...row, ...given } : null;
  };

/** Resolvers of a type whose rows are found by these fields. */
export const found = (rows: readonly Facts[], ...keys: readonly string[]): { __resolveReference: unknown } => ({
  __resolveReference: rowOf(rows, keys),
});
