/** What writes show in the graph: what every input says, and the journal of a record. */
export { AllowedActionsField, HistoryField, VersionField } from "./life-fields.js";
export { HistoryEntry } from "./history.type.js";
export { ChangeInput, WriteInput } from "./write.input.js";
