/** Files that objects of a service hold: how they are attached, read and asked for. */
export { attachFile, MOST_FILES, type AttachContext, type AttachInput } from "./attach-file.js";
export {
  clearAttached,
  createAttachedFiles,
  detachFile,
  findAttached,
  findAttachedFiles,
  heldAmong,
  listAttached,
  type AttachedFile,
  type Holder,
} from "./attached-files.repository.js";
