/** Documents that the demonstration's bodies issue: measures with their time, what implements, amends and repeals them, a notice for each year. */
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { DocumentGenre, DocumentRelationKind } from "../public-document/public-document.enums.js";
import { subjectsOf } from "./document-subjects.js";
import type { PlannedDocument, PlannedRelation } from "./planned-document.js";
import { GOLDEN_ISSUER, goldenDocuments } from "./golden-documents.js";
import { textOf, titleOf } from "./document-texts.js";

/** Working days within which a document is to be published (政府信息公开条例 第二十六条). */
const IN_TIME = 20;

type Draw = () => number;

interface Wanted {
  readonly issuer: DemonstrationOrganization;
  readonly subject: string;
  readonly genre: DocumentGenre;
  readonly on: LocalDate;
  readonly years?: number;
  readonly title?: string;
  readonly relations?: (validFrom: LocalDate) => readonly PlannedRelation[];
}

const nameOf = ({ name }: DemonstrationOrganization): string => name.replace("（演示）", "");

/** One in twenty is published too late; what was issued in the last days is not yet published at times. */
const publicationOf = (createdOn: LocalDate, today: LocalDate, draw: Draw): LocalDate | undefined => {
  const late = draw() < 0.05;
  const day = workdayAfter(createdOn, late ? IN_TIME + 1 + Math.floor(draw() * 10) : Math.floor(draw() * 9));
  return day > today ? undefined : day;
};

const documentOf = (wanted: Wanted, today: LocalDate, draw: Draw): PlannedDocument => {
  const { issuer, subject, genre } = wanted;
  const createdOn = workdayFrom(wanted.on);
  const normative = genre === DocumentGenre.MEASURES || wanted.years !== undefined;
  // 规章制定程序条例 第三十二条 gives the public thirty days; normative documents follow it.
  const validFrom = normative ? addDays(createdOn, 30) : createdOn;
  const validUntil =
    wanted.years === undefined
      ? undefined
      : addDays(`${Number(validFrom.slice(0, 4)) + wanted.years}${validFrom.slice(4)}`, -1);
  const facts = { issuer: nameOf(issuer), subject, year: createdOn.slice(0, 4), validFrom, validUntil };
  return {
    issuer,
    issuerName: facts.issuer,
    subjects: subjectsOf(issuer.name),
    subject,
    genre,
    title: wanted.title ?? titleOf(genre, facts),
    body: textOf(genre, facts),
    normative,
    createdOn,
    publishedOn: publicationOf(createdOn, today, draw),
    validFrom,
    validUntil,
    relations: wanted.relations?.(validFrom) ?? [],
  };
};

/** A day of the year that is drawn, not on the last day of February. */
const dayIn = (year: number, draw: Draw): LocalDate =>
  `${year}-${String(1 + Math.floor(draw() * 12)).padStart(2, "0")}-${String(1 + Math.floor(draw() * 27)).padStart(2, "0")}`;

/** Documents of a body: measures of one subject with what became of them, and the notices of a year. */
const documentsOf = (issuer: DemonstrationOrganization, today: LocalDate, draw: Draw): PlannedDocument[] => {
  const { subjects } = subjectsOf(issuer.name);
  const subject = subjects[Math.floor(draw() * subjects.length)]!;
  const make = (wanted: Omit<Wanted, "issuer" | "subject">): PlannedDocument =>
    documentOf({ issuer, subject, ...wanted }, today, draw);
  const issued = 2018 + Math.floor(draw() * 4);
  const measures = make({ genre: DocumentGenre.MEASURES, on: dayIn(issued, draw), years: 5 });
  const to = (kind: DocumentRelationKind, part?: string) => (effectiveOn: LocalDate) => [
    { kind, to: measures, effectiveOn, ...(part === undefined ? {} : { part }) },
  ];
  const quoted = `《${measures.title}》`;
  const fate = draw();
  const after = dayIn(issued + 3, draw);
  const fates: Wanted[] =
    fate < 0.3
      ? [
          {
            issuer,
            subject,
            genre: DocumentGenre.MEASURES,
            on: after,
            years: 5,
            title: `${measures.title}（修订）`,
            relations: to(DocumentRelationKind.REPLACES),
          },
        ]
      : fate < 0.5
        ? [
            {
              issuer,
              subject,
              genre: DocumentGenre.DECISION,
              on: after,
              title: `${measures.issuerName}关于修改${quoted}的决定`,
              relations: to(DocumentRelationKind.AMENDS),
            },
          ]
        : fate < 0.65
          ? [
              {
                issuer,
                subject,
                genre: DocumentGenre.DECISION,
                on: after,
                title: `${measures.issuerName}关于废止${quoted}的决定`,
                relations: to(DocumentRelationKind.REPEALS),
              },
            ]
          : fate < 0.72
            ? [
                {
                  issuer,
                  subject,
                  genre: DocumentGenre.DECISION,
                  on: after,
                  title: `${measures.issuerName}关于废止${quoted}部分条款的决定`,
                  relations: to(DocumentRelationKind.REPEALS, "第五条"),
                },
              ]
            : [];
  return [
    measures,
    ...fates.map((wanted) => documentOf(wanted, today, draw)),
    make({ genre: DocumentGenre.NOTICE, on: dayIn(issued + 1, draw), relations: to(DocumentRelationKind.IMPLEMENTS) }),
    documentOf(
      {
        issuer,
        subject: subjects[Math.floor(draw() * subjects.length)]!,
        genre: DocumentGenre.PUBLIC_NOTICE,
        on: dayIn(2025, draw),
      },
      today,
      draw,
    ),
  ];
};

/** Documents of the bodies of the scale: few divisions in the small one. */
export const issuedDocuments = (world: DemonstrationWorld): PlannedDocument[] => {
  const draw = world.random("openness.documents");
  return world.organizations
    .filter(
      ({ role, uscc, divisionCode }) =>
        role === "agency" && uscc !== undefined && (world.scale === "demo" || /^(222400|222401)$/.test(divisionCode)),
    )
    .flatMap((issuer) => [
      ...documentsOf(issuer, world.today, draw),
      ...(issuer.uscc === GOLDEN_ISSUER ? goldenDocuments(issuer) : []),
    ])
    .filter(({ createdOn }) => createdOn <= world.today);
};
