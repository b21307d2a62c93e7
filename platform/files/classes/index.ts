/** What files show in the graph. */
export { AttachedFile, shownFile } from "./attached-file.type.js";
