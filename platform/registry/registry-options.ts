/** What the registry works with, and what it says of a change. */
import type { TextSigner } from "../auth/index.js";
import type { CompositionFacts, ContractChange } from "../composition/index.js";
import type { SchemaChange } from "../composition/partner/index.js";
import type { LocalDate } from "../domain/index.js";
import type { Published } from "./exposures.js";
import type { RegistryDatabase } from "./registry.repository.js";
import type { SubgraphVersion } from "./version.js";

/** What the registry works with. */
export interface RegistryOptions {
  readonly db: RegistryDatabase;
  readonly signer: TextSigner;
  /** Laws and owners of entities against which disclosure is checked. */
  readonly facts: CompositionFacts;
  /** What gateways serve while no bundle was ever made. */
  readonly release: Published;
  /** Day by which policies are compared. */
  readonly today: LocalDate;
  /** Why breaking changes of the schema that gateways serve are refused, a sentence each. @default nobody is known to be broken */
  readonly brokenBy?: (changes: readonly SchemaChange[], publicSchema: string) => Promise<readonly string[]>;
}

/** What became of a change. */
export interface ChangeOutcome {
  readonly versions: readonly SubgraphVersion[];
  /** Why it does not compose, a sentence each; it stays a draft. */
  readonly problems: readonly string[];
  /** What it makes public, a sentence each. */
  readonly exposed: readonly string[];
  /** Which services it asks at another address, a sentence each. */
  readonly moves?: readonly string[];
  /** How many others must approve it. @default none */
  readonly needed?: number;
  /** Who approved exactly that. */
  readonly approvers: readonly string[];
  /** What it adds to contracts and takes out of them. */
  readonly contracts?: readonly ContractChange[];
  /** Version of the bundle that serves it; undefined while it waits. */
  readonly bundle?: number;
}
