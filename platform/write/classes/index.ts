/** What writes show in the graph: what every input says, and the journal of a record. */
export { HistoryEntry } from "./history.type.js";
export { ChangeInput, WriteInput } from "./write.input.js";
