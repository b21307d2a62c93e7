/** Trusted documents: what apps publish, how it is named, and where it is kept. */
export { documentIdOf, documentName, type DocumentId, type PublishedDocument } from "./document.js";
export { DOOR_LIMITS, DOORS, type DoorName } from "./doors.js";
export { ManifestError, MOST_DOCUMENTS, readManifest } from "./manifest.js";
export type { DocumentStore, DocumentVersion, StoredDocument } from "./document-store.repository.js";
export type { AppDoors, NamedDocument } from "./door-store.repository.js";
