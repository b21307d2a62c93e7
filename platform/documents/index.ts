/** Trusted documents: what apps publish, how it is named, and where it is kept. */
export { documentIdOf, documentName, type DocumentId, type PublishedDocument } from "./document.js";
export { ManifestError, MOST_DOCUMENTS, readManifest } from "./manifest.js";
export type { DocumentStore, DocumentVersion, StoredDocument } from "./document-store.repository.js";
