/** Rounds of clean-up of the demonstration: each document that amends or ends another came out of one, which kept what else was in force. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import { CleanupOutcomeKind } from "../cleanup-round/cleanup-round.enums.js";
import type { CLEANUP_OUTCOMES, CLEANUP_ROUNDS } from "../cleanup-round/cleanup-round.rows.js";
import { DocumentRelationKind } from "../public-document/public-document.enums.js";
import type { DocumentRecords } from "./documents.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Round = NewOf<typeof CLEANUP_ROUNDS>;
type Outcome = NewOf<typeof CLEANUP_OUTCOMES>;
type SeededDocument = DocumentRecords["documents"][number];
type SeededRelation = DocumentRecords["relations"][number];

/** Kinds by which a document is changed or ended. */
const ENDS: readonly DocumentRelationKind[] = [DocumentRelationKind.REPEALS, DocumentRelationKind.REPLACES];
const CHANGES: readonly DocumentRelationKind[] = [...ENDS, DocumentRelationKind.AMENDS];

const isWhole = ({ kind, part }: SeededRelation): boolean => ENDS.includes(kind) && part == null;

/** The round from which a document came that changes another. */
const roundOf = (by: SeededDocument): Round => {
  const started = workdayFrom(addDays(by.createdOn, -70));
  return {
    ...{ id: `QL-${by.indexNo}`, organId: by.issuerId!, organUscc: by.issuerUscc!, divisionCode: by.divisionCode },
    ...{ title: `${by.issuerName}${by.createdOn.slice(0, 4)}年规范性文件清理`, scope: "现行有效的行政规范性文件" },
    ...{ startedOn: started, decidedOn: by.createdOn, publishedOn: by.publishedOn },
  };
};

const outcomeOf = (round: Round, document: SeededDocument, relation: SeededRelation | undefined): Outcome => ({
  ...{ roundId: round.id, indexNo: document.indexNo, title: document.title, documentNo: document.documentNo },
  ...(relation === undefined
    ? { kind: CleanupOutcomeKind.KEPT, reason: undefined }
    : isWhole(relation)
      ? { kind: CleanupOutcomeKind.REPEALED, reason: "已被新的规定代替或者不再适用" }
      : { kind: CleanupOutcomeKind.AMENDED, reason: "部分内容与上位法不一致" }),
});

/** A round of the golden bureau that is under way. */
const underWay = (golden: SeededDocument): Round => ({
  ...roundOf(golden),
  ...{ id: `QL-${GOLDEN_ISSUER}-2026`, title: `${golden.issuerName}2026年规范性文件清理` },
  ...{ startedOn: "2026-09-01", decidedOn: undefined, publishedOn: undefined },
});

/** All rounds with their outcomes. */
export const cleanupRecords = ({
  documents,
  relations,
}: DocumentRecords): { readonly rounds: Round[]; readonly outcomes: Outcome[] } => {
  const byIndex = new Map(documents.map((document) => [document.indexNo, document]));
  const changes = relations.filter(({ kind, otherIndexNo }) => CHANGES.includes(kind) && otherIndexNo != null);
  const endedBefore = (indexNo: string, day: string): boolean =>
    changes.some((change) => change.otherIndexNo === indexNo && isWhole(change) && change.effectiveOn < day);
  const rounds = changes.map((change) => ({ change, round: roundOf(byIndex.get(change.indexNo)!) }));
  const golden = documents.find(({ issuerUscc }) => issuerUscc === GOLDEN_ISSUER)!;
  return {
    rounds: [...rounds.map(({ round }) => round), underWay(golden)],
    outcomes: rounds.flatMap(({ change, round }) =>
      documents
        .filter(
          ({ indexNo, issuerId, normative, createdOn }) =>
            indexNo === change.otherIndexNo ||
            (normative &&
              issuerId === round.organId &&
              createdOn < round.startedOn &&
              !endedBefore(indexNo, round.startedOn)),
        )
        .map((document) => outcomeOf(round, document, document.indexNo === change.otherIndexNo ? change : undefined)),
    ),
  };
};
