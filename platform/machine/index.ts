/** State machines: one definition for guards, documents, pictures, tests and the writes that obey it. Pure. */
export { ACTORS, actorsOf, type Actor, type ActorTerm } from "./actors.js";
export {
  allowedEvents,
  brokenGuards,
  fieldsIn,
  followers,
  isTerminal,
  limitsIn,
  next,
  nextAsAny,
  ruleViolation,
  statesBefore,
  type Refusal,
  type Situation,
  type Step,
} from "./ask.js";
export { faultsOf } from "./faults.js";
export { isStated, REASONS_TOLD, REMEDY_TOLD } from "./guards.js";
export {
  basisOf,
  defineMachine,
  describedStates,
  type Guard,
  type Machine,
  type StateTerm,
  type Transition,
} from "./machine.js";
export { picture, STATE_HEADER, stateRows, TRANSITION_HEADER, transitionRows } from "./picture.js";
