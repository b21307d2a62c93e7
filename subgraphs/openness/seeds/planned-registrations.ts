/** Registrations of the demonstration's normative documents: most are reviewed, registered and filed, some lack a step. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { DOCUMENT_REGISTRATIONS } from "../document-registration/document-registration.rows.js";
import type { DocumentRecords } from "./documents.js";

type Registration = NewOf<typeof DOCUMENT_REGISTRATIONS>;
type SeededDocument = DocumentRecords["documents"][number];

/** The measures that replaced others, which were never filed. */
export const NOT_FILED = "11990101MB9000015E/2025-00002";

const placeOf = (issuerName: string): string =>
  /^(.{2,}?)(?:州|市|县)/u.exec(issuerName)?.[1] ?? issuerName.slice(0, 2);

const registrationOf = (document: SeededDocument, number: number, fate: number): Registration => {
  const { indexNo, createdOn, publishedOn, issuerName } = document;
  const place = placeOf(issuerName ?? "");
  const year = createdOn.slice(0, 4);
  const reviewed = workdayFrom(addDays(createdOn, fate < 0.04 ? 5 : -21));
  const registered = workdayFrom(addDays(createdOn, -2));
  const filed = publishedOn == null ? undefined : workdayAfter(publishedOn, 10);
  const isReviewed = fate < 0.88;
  const isFiled = filed !== undefined && indexNo !== NOT_FILED && (fate < 0.8 || fate > 0.92);
  return {
    indexNo,
    ...(isReviewed
      ? { legalityReviewer: `${issuerName}法制机构`, legalityReviewedOn: reviewed }
      : { legalityReviewer: undefined, legalityReviewedOn: undefined }),
    discussedOn: isReviewed && fate >= 0.04 ? workdayFrom(addDays(createdOn, -7)) : undefined,
    // Drawn up after publication where somebody forgot it.
    registrationNo: `${place}规登〔${year}〕${number}号`,
    registeredOn: fate > 0.96 && publishedOn != null ? workdayAfter(publishedOn, 3) : registered,
    filingNo: isFiled ? `${place}备〔${year}〕${number}号` : undefined,
    filedWith: isFiled ? `${place}人民政府` : undefined,
    filedOn: isFiled ? filed : undefined,
  };
};

/** Registrations of normative documents by the order of their index numbers; one in twenty-five has none at all. */
export const registrationRecords = (world: DemonstrationWorld, { documents }: DocumentRecords): Registration[] => {
  const draw = world.random("openness.registrations");
  return [...documents]
    .filter(({ normative }) => normative)
    .sort((one, other) => (one.indexNo < other.indexNo ? -1 : 1))
    .flatMap((document, place) => {
      const fate = draw();
      const isGolden = document.indexNo.startsWith("11990101MB9000015E/");
      return !isGolden && draw() < 0.04 ? [] : [registrationOf(document, place + 1, isGolden ? 0.5 : fate)];
    });
};
