/** What apps published, read from PostgreSQL, whose driver is loaded where something may be published alone. */
import { logEvent } from "../../platform/telemetry/index.js";
import type { GatewayOptions } from "../gateway-options.js";
import { createDoorsOfApps, NO_DOORS, type DoorsOfApps } from "./app-doors.js";
import { createTrustedDocuments, NO_TRUSTED_DOCUMENTS, type TrustedDocuments } from "./trusted-documents.js";

/** Documents of apps, and the doors at which they are asked by name. */
export interface Published {
  readonly trusted: TrustedDocuments;
  readonly doors: DoorsOfApps;
}

/** Nothing is. */
export const NOTHING_PUBLISHED: Published = { trusted: NO_TRUSTED_DOCUMENTS, doors: NO_DOORS };

/** Opens the store; closing the documents closes it. */
export const openPublished = async (
  { store, anonymousHeld }: NonNullable<GatewayOptions["documents"]>,
  log: GatewayOptions["log"],
): Promise<Published> => {
  const { openDocumentStore } = await import("../../platform/documents/document-store.repository.js");
  const read = {
    store: openDocumentStore(store),
    onFailure: (error: unknown) => logEvent(log, "DOCUMENT_STORE_FAILED", { error }),
  };
  return { trusted: createTrustedDocuments({ ...read, anonymousHeld }), doors: createDoorsOfApps(read) };
};
