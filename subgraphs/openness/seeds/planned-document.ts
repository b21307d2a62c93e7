/** A document of the demonstration before it has its numbers. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import type { DocumentGenre, DocumentRelationKind } from "../public-document/public-document.enums.js";
import type { Subjects } from "./document-subjects.js";

/** A relation, to another document of the plan or to one outside it. */
export interface PlannedRelation {
  readonly kind: DocumentRelationKind;
  readonly to: PlannedDocument;
  readonly effectiveOn: LocalDate;
  readonly part?: string;
}

/** A document before it has its numbers. */
export interface PlannedDocument {
  readonly issuer: DemonstrationOrganization;
  readonly issuerName: string;
  readonly subjects: Subjects;
  readonly subject: string;
  readonly genre: DocumentGenre;
  readonly title: string;
  readonly body: string;
  readonly normative: boolean;
  readonly createdOn: LocalDate;
  readonly publishedOn: LocalDate | undefined;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | undefined;
  readonly relations: readonly PlannedRelation[];
}
