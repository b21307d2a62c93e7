/** The contracts of a composition: their schemas, and what of the subgraphs' SDL makes one of them invalid. */
import { parse, type DocumentNode } from "graphql";
import type { BundledContract } from "../../bundle/index.js";
import { CONTRACTS_FILE, type Contract } from "../../config/index.js";
import type { PolicyTable } from "../../disclosure/table/index.js";
import type { NamedDocument } from "../declarations.js";
import { locate, printLocation, type Location, type Problem } from "../problem.js";
import type { Misfit, StandsIn } from "./choose.js";
import { filterSchema } from "./filter.js";
import { coordinatesIn, readTags } from "./tags.js";

/** What contracts are made of. */
export interface ContractSources {
  readonly contracts: readonly Contract[];
  readonly publicSchema: string;
  /** Subgraphs in canonical names; of what several declare, the last one is told. */
  readonly documents: readonly NamedDocument[];
  readonly closed: PolicyTable["fields"];
  readonly standsIn?: StandsIn | undefined;
}

/** Schemas, and why some of them is none. */
export interface ComposedContracts {
  readonly contracts: readonly BundledContract[];
  readonly problems: readonly Problem[];
}

/** Makes the schema of each contract; one of which the graph has no root field is left out. */
export const composeContracts = (sources: ContractSources): ComposedContracts => {
  const { contracts, documents, closed, standsIn } = sources;
  if (contracts.length === 0) return { contracts: [], problems: [] };
  const places = new Set(closed.map(({ type, field }) => `${type}.${field}`));
  const publicSchema: DocumentNode = parse(sources.publicSchema, { noLocation: true });
  const tagsOf = readTags(documents);
  const made = contracts.map((contract) => {
    const { schema, misfits } = filterSchema(publicSchema, {
      contract,
      ...{ tagsOf, standsIn },
      isClosed: (type, field) => places.has(`${type}.${field}`),
    });
    const { name, description } = contract;
    return {
      composed: schema === "" ? [] : [{ name, description, schema }],
      problems: misfits.map((misfit) => problemOf(misfit, name, documents)),
    };
  });
  return {
    contracts: made.flatMap(({ composed }) => composed),
    problems: made.flatMap(({ problems }) => problems),
  };
};

const problemOf = ({ coordinate, text }: Misfit, contract: string, documents: readonly NamedDocument[]): Problem => {
  const location = coordinate === undefined ? undefined : placeOf(coordinate, documents);
  if (location === undefined) {
    const at = { subgraph: "contracts", file: CONTRACTS_FILE };
    return { ...at, message: `${printLocation({ ...at, name: contract })} ${text}` };
  }
  return { ...location, message: `${printLocation(location)}, contract ${contract}: ${text}` };
};

/** Where the coordinate stands: in the last document that declares it. */
const placeOf = (coordinate: string, documents: readonly NamedDocument[]): Location | undefined => {
  for (const source of [...documents].reverse())
    for (const definition of source.document.definitions) {
      const found = coordinatesIn(definition).find((one) => one.coordinate === coordinate);
      if (found) return locate(source, "name" in found.node ? (found.node as never) : found.node, coordinate);
    }
  return undefined;
};
