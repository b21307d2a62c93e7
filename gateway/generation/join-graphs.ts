/** The services that a supergraph names, with the addresses at which it was composed. */
import { Kind, type DocumentNode } from "graphql";
import { argumentOf, named } from "./join-directives.js";

/** One service. */
export interface JoinGraph {
  /** How the supergraph spells it, such as `CREDIT`. */
  readonly graph: string;
  readonly name: string;
  readonly url: string;
}

/** Reads them off the enumeration `join__Graph`. */
export const joinGraphs = ({ definitions }: DocumentNode): readonly JoinGraph[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph"
      ? (node.values ?? []).flatMap(({ name, directives }) =>
          named("join__graph", directives).map((directive) => ({
            graph: name.value,
            name: String(argumentOf(directive, "name")),
            url: String(argumentOf(directive, "url")),
          })),
        )
      : [],
  );
