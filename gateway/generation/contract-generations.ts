/** What of a generation each contract shows: a schema of its own, which holds nothing that the generation does not, over the same engine. */
import { buildSchema, type GraphQLSchema } from "graphql";
import type { BundledContract } from "../../platform/bundle/index.js";
import { createRuleIndex } from "../disclosure/rule-index.js";
import { withDefer } from "../document/defer.js";
import { parseArgumentsAsServices } from "../engine/argument-parsers.js";
import { aRound } from "./a-round.js";
import type { ContractGeneration, Generation } from "./generation.js";
import { outsideOf } from "./outside.js";

/** The contracts by their names. Throws a sentence where one shows what the generation has not. */
export const contractGenerations = async (
  contracts: readonly BundledContract[],
  generation: Omit<Generation, "contracts">,
): Promise<ReadonlyMap<string, ContractGeneration>> => {
  const made = new Map<string, ContractGeneration>();
  for (const contract of contracts) {
    await aRound();
    made.set(contract.name, contractGeneration(contract, generation));
  }
  return made;
};

const contractGeneration = (
  { name, description, schema: publicSchema }: BundledContract,
  generation: Omit<Generation, "contracts">,
): ContractGeneration => {
  const schema = withDefer(schemaOf(name, publicSchema));
  const outside = outsideOf(schema, generation.schema);
  if (outside !== undefined)
    throw new Error(
      `The contract ${name} shows ${outside}, which the supergraph has not, or has otherwise: compose them together.`,
    );
  parseArgumentsAsServices(schema);
  const { policy, costs } = generation;
  return {
    ...generation,
    description,
    schema,
    publicSchema,
    rules: createRuleIndex(policy.table, schema),
    costs: { ...costs, schema },
    contracts: new Map(),
  };
};

const schemaOf = (name: string, text: string): GraphQLSchema => {
  try {
    return buildSchema(text, { noLocation: true, assumeValidSDL: true });
  } catch (cause) {
    throw new Error(`The contract ${name} is no schema: ${(cause as Error).message}`, { cause });
  }
};
