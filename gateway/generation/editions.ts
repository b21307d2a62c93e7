/** By what the generations of a gateway begin and go on: schema files that an operator reloads, or bundles of a registry. */
import type { Generation, SchemaEdition } from "./generation.js";
import { createGenerations, type GenerationMaker, type Generations } from "./generations.js";

/** The generations with what replaces them. */
export interface Editions {
  readonly generations: Generations;
  /** Takes what there is now into use. Throws where it is no good; what was in use stays. */
  reload(): Promise<Generation>;
  /** Looks for no more of them. */
  stop(): void;
}

/** Editions that are read when an operator says so. */
export const editionsOfFiles = async (read: () => SchemaEdition, maker: GenerationMaker): Promise<Editions> => {
  const generations = await createGenerations(read(), maker);
  return { generations, reload: async () => generations.replace(read()), stop: () => undefined };
};
