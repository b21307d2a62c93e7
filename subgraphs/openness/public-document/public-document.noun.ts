/** Public document (公开文件): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createPublicDocuments } from "./migrations/20261130151000_create_public_documents.js";
import { indexPublications } from "./migrations/20261202090000_index_publications.js";
import { DocumentRelationResolver, PublicDocumentResolver } from "./public-document.resolver.js";
import { createPublicDocumentService } from "./public-document.service.js";

const services = { publicDocuments: createPublicDocumentService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const publicDocument: Noun<OpennessServices> = {
  owns: ["PublicDocument"],
  resolvers: [PublicDocumentResolver, DocumentRelationResolver],
  references: {
    PublicDocument: ({ indexNo }, { publicDocuments }) => publicDocuments.find(String(indexNo)),
  },
  services,
  changes: [
    {
      kind: "PUBLIC_DOCUMENT",
      type: "PublicDocument",
      description: "Document that government publishes, by index number (公开文件).",
    },
  ],
  migrations: [createPublicDocuments, indexPublications],
};
