/** Who plays a part in the demonstration's market. */
import type { DemonstrationOrganization } from "../../demonstration.js";

/** An intermediary of the market. */
export interface SeededIntermediary {
  readonly organization: DemonstrationOrganization;
  readonly uscc: string;
  /** Codes of the services it provides. */
  readonly services: readonly string[];
  /** True where it takes part in ordinary projects. */
  readonly active: boolean;
}

/** The enterprise of agent-1: it keeps a food laboratory too, so that a demonstration user has bids of its own. */
export const AGENT_FIRM = "91990101MA9000011P";
/** Bodies of officer-1 and officer-2; they decide the named sanctions. */
export const OFFICER_1 = "11990101MB9000015E";
export const OFFICER_2 = "12990101MB90000236";

/** The intermediary whose suspension is in force. */
export const suspendedIntermediary = (intermediaries: readonly SeededIntermediary[]): SeededIntermediary =>
  intermediaries[12] ?? intermediaries[4]!;
