/** The machine of a penalty's publicity (信用修复管理办法, L12, L14, L23); on which state a day falls is computed in penalty.status.ts. Pure. */
import { defineMachine } from "../../../platform/machine/index.js";
import { REPAIRING } from "./publicity-repair-steps.js";
import { PUBLICITY_STATES, PublicityState, type PublicityEvent, type PublicityGuardFacts } from "./publicity.state.js";
import { ENDING, PUBLISHING } from "./publicity-steps.js";

/** Life of a penalty's publicity. */
export const PUBLICITY = defineMachine<PublicityState, PublicityEvent, PublicityGuardFacts>({
  name: "PublicityState",
  title: "Publicity of a penalty 公示",
  states: PUBLICITY_STATES,
  initial: PublicityState.NOT_PUBLISHED,
  transitions: [...PUBLISHING, ...REPAIRING, ...ENDING],
  computed:
    "Computed for a day from what happened; time alone ends publicity, unless the duty is known not to be performed and the rule waits for it.",
});
