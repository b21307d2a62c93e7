/** Every path by which a penalty can show to a viewer, asked one after the other: what is told is compared before and after it is there. */
import { drainFeed } from "../../support/feed.js";
import type { CreditUnderTest, Row, ViewerName } from "./credit.js";

/** What is looked for; its year has no other penalties. */
export interface SoughtPenalty {
  readonly id: string;
  readonly docNo: string;
  readonly year: number;
  readonly counterparty: string;
  readonly authority: string;
}

const figures = (year: number): string =>
  `(year: ${year}) { year total bySeverity { severity count } correctionRate byAuthority { count bySeverity { count } }
    late(overWorkdays: 0) { count provisional byAuthority { samples { id } } } }`;
const RECORD = "record { __typename ... on AdministrativePenalty { id } }";

const documentsOf = ({ year, counterparty, authority }: SoughtPenalty): string[] => [
  `{ organization(id: "${counterparty}") {
    creditOverview { penalties } penalties(first: 100) { totalCount nodes { id docNo } } repairable(first: 100) { totalCount nodes { id } }
    repairSchedule(first: 100) { totalCount nodes { id } } repairCases(first: 100) { totalCount nodes { no ${RECORD} } }
    objections(first: 100) { totalCount nodes { no ${RECORD} } } commitments(first: 100) { totalCount nodes { id } } } }`,
  `{ organization(id: "${authority}") { penaltyDecisionStats${figures(year)} } division(code: "222401") { penaltyStats${figures(year)} } }`,
  `{ penalties(first: 100, filter: { year: ${year} }) { nodes { id docNo } } }`,
  `{ penalties(first: 100, filter: { year: ${year}, archived: true }) { nodes { id } } }`,
  `{ penalties(first: 100, filter: { year: ${year}, severity: MINOR, authorityId: "${authority}" }) { nodes { id } } }`,
  `{ penalties(first: 100, filter: { year: ${year}, mine: true, division: "222401" }) { nodes { id } } }`,
  `{ repairSchedule(first: 100) { nodes { id } } repairCases(first: 100) { nodes { no } } objections(first: 100) { nodes { no } } }`,
  `{ organization(id: "${counterparty}") { repairs: commitments(first: 100, filter: { type: CREDIT_REPAIR }) { totalCount nodes { id } } creditOverview { commitments } } }`,
];

/** All that the viewer is told. */
export const penaltyPaths = async (
  credit: CreditUnderTest,
  viewer: ViewerName,
  sought: SoughtPenalty,
): Promise<Row> => {
  const { id, docNo, counterparty } = sought;
  const lists: Row[] = [];
  for (const document of documentsOf(sought)) lists.push(await credit.ask(document, viewer));
  const { organization } = await credit.ask(
    `{ organization(id: "${counterparty}") { creditReport { number counts { penalties } hash sections { kind total lines { id docNo text } } } } }`,
    viewer,
  );
  return {
    lists,
    report: organization.creditReport,
    root: await credit.ask(
      `query($id: ID, $n: String) { a: administrativePenalty(id: $id) { id } b: administrativePenalty(docNo: $n) { id } }`,
      viewer,
      { id, n: docNo },
    ),
    proceedings: await credit.ask(
      `{ repairCase(no: "XF-${id}") { no } objection(no: "YY-${id}") { no ${RECORD} } }`,
      viewer,
    ),
    entities: await credit.entities(
      [
        { __typename: "AdministrativePenalty", id },
        { __typename: "RepairCase", no: `XF-${id}` },
        { __typename: "Objection", no: `YY-${id}` },
      ],
      "__typename",
      viewer,
    ),
    feed: (await drainFeed(credit.stack, { types: ["PENALTY"] })).items.map(({ key, op }) => `${op} ${key}`).sort(),
  };
};
