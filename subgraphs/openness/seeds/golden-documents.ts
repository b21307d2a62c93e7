/** Documents with a known course, by which tests and pages of documents are written: measures that are amended, repealed in part and replaced, and a notice that is not yet public. */
import type { DemonstrationOrganization } from "../../demonstration.js";
import { DocumentGenre, DocumentRelationKind } from "../public-document/public-document.enums.js";
import { subjectsOf } from "./document-subjects.js";
import { textOf } from "./document-texts.js";
import type { PlannedDocument, PlannedRelation } from "./planned-document.js";

/** The body that issues them. */
export const GOLDEN_ISSUER = "11990101MB9000015E";

const NAME = "延吉市市场监督管理局";
const SUBJECT = "食品小作坊登记";

/** All of them, in the order of their days. */
export const goldenDocuments = (issuer: DemonstrationOrganization): PlannedDocument[] => {
  const make = (
    genre: DocumentGenre,
    title: string,
    days: readonly [createdOn: string, publishedOn: string | undefined, validFrom: string, validUntil?: string],
    relations: readonly PlannedRelation[] = [],
  ): PlannedDocument => {
    const [createdOn, publishedOn, validFrom, validUntil] = days;
    return {
      ...{ issuer, issuerName: NAME, subjects: subjectsOf(issuer.name), subject: SUBJECT, genre, title },
      ...{ createdOn, publishedOn, validFrom, validUntil, relations, normative: genre === DocumentGenre.MEASURES },
      body: textOf(genre, { issuer: NAME, subject: SUBJECT, year: createdOn.slice(0, 4), validFrom, validUntil }),
    };
  };
  const { AMENDS, REPEALS, REPLACES, IMPLEMENTS } = DocumentRelationKind;
  const title = `延吉市${SUBJECT}管理办法`;
  const first = make(DocumentGenre.MEASURES, title, ["2021-03-15", "2021-03-17", "2021-04-15", "2026-04-14"]);
  const to = (kind: DocumentRelationKind, effectiveOn: string, part?: string): PlannedRelation[] => [
    { kind, to: first, effectiveOn, ...(part === undefined ? {} : { part }) },
  ];
  return [
    first,
    make(
      DocumentGenre.NOTICE,
      `${NAME}关于贯彻落实《${title}》的通知`,
      ["2021-04-19", "2021-04-20", "2021-04-19"],
      to(IMPLEMENTS, "2021-04-19"),
    ),
    make(
      DocumentGenre.DECISION,
      `${NAME}关于修改《${title}》的决定`,
      ["2023-05-16", "2023-05-18", "2023-06-01"],
      to(AMENDS, "2023-06-01"),
    ),
    make(
      DocumentGenre.DECISION,
      `${NAME}关于废止《${title}》部分条款的决定`,
      ["2024-02-20", "2024-02-21", "2024-03-01"],
      to(REPEALS, "2024-03-01", "第五条"),
    ),
    make(
      DocumentGenre.MEASURES,
      `${title}（修订）`,
      ["2025-06-10", "2025-06-12", "2025-07-10", "2030-07-09"],
      to(REPLACES, "2025-07-10"),
    ),
    make(DocumentGenre.NOTICE, `${NAME}关于开展${SUBJECT}专项检查的通知`, ["2026-09-24", undefined, "2026-09-24"]),
  ];
};
