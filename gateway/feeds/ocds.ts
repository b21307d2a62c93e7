/** Contracting processes as a release package of the Open Contracting Data Standard 1.1 (https://standard.open-contracting.org/1.1/en/schema/). */
import { beginningOf } from "./feed-document.js";
import { partiesOf, partyOf, suppliersOf } from "./ocds-parties.js";
import type { ToldContract, ToldProcess } from "./ocds-process.js";

/** What comes before the number of a process: a publisher registers their own with the Open Contracting Partnership. */
export const OCID_PREFIX = "ocds-000000";

interface Package {
  readonly url: string;
  /** Address of the next package. @default there is none */
  readonly next: string | undefined;
  readonly processes: readonly ToldProcess[];
  readonly today: string;
}

/** The package; what is not known is left out. */
export const ocdsPackageOf = ({ url, next, processes, today }: Package): string =>
  JSON.stringify({
    ...{ uri: url, version: "1.1", publishedDate: beginningOf(today) },
    publisher: { name: "govgraph" },
    ...(next === undefined ? {} : { links: { next } }),
    releases: processes.map(releaseOf),
  });

/** The last day on which something became known of it. */
const changedOn = ({ publishedOn, tenderedOn, awards, contracts }: ToldProcess): string =>
  [
    ...[publishedOn, tenderedOn ?? publishedOn, ...awards.map(({ awardedOn }) => awardedOn)],
    ...contracts.flatMap(({ signedOn, payments }) => [signedOn, ...payments.map(({ paidOn }) => paidOn)]),
  ].reduce((latest, day) => (day > latest ? day : latest));

/** An amount in yuan as a number: JSON writes it with the digits that it had, up to 15 of them. */
const valueOf = (yuan: string | null) => (yuan === null ? undefined : { amount: Number(yuan), currency: "CNY" });

const METHODS: Readonly<Record<string, string>> = {
  OPEN: "open",
  SELECTIVE: "selective",
  LIMITED: "limited",
  DIRECT: "direct",
};

const releaseOf = (process: ToldProcess) => {
  const { id, title, description, awards, contracts } = process;
  const ocid = `${OCID_PREFIX}-${id}`;
  const buyer = partyOf(process.buyer);
  return {
    ...{ ocid, id: `${ocid}-${changedOn(process)}`, date: beginningOf(changedOn(process)), language: "zh" },
    ...{ tag: tagsOf(process), initiationType: "tender", title, description: description ?? undefined },
    ...{ parties: partiesOf(process), buyer },
    planning: { budget: { amount: valueOf(process.budget) } },
    tender: process.tenderedOn === null ? undefined : tenderOf(process),
    awards: awards.map((award) => ({
      ...{ id: String(award.number), status: "active", date: beginningOf(award.awardedOn) },
      ...{ value: valueOf(award.amount), suppliers: suppliersOf(process, award.number) },
    })),
    contracts: contracts.map((contract) => contractOf(process, contract)),
  };
};

const tagsOf = ({ tenderedOn, awards, contracts }: ToldProcess): readonly string[] => [
  "planning",
  ...(tenderedOn === null ? [] : ["tender"]),
  ...(awards.length === 0 ? [] : ["award"]),
  ...(contracts.length === 0 ? [] : ["contract"]),
  ...(contracts.some(({ payments }) => payments.length > 0) ? ["implementation"] : []),
];

const tenderOf = ({ id, title, tenderedOn, closesOn, method, methodDetails, tenderAmount, awards }: ToldProcess) => ({
  ...{ id, title, status: awards.length === 0 ? "active" : "complete", value: valueOf(tenderAmount) },
  procurementMethod: method === null ? undefined : METHODS[method],
  procurementMethodDetails: methodDetails ?? undefined,
  tenderPeriod: {
    startDate: beginningOf(tenderedOn!),
    endDate: closesOn === null ? undefined : beginningOf(closesOn),
  },
});

const contractOf = (process: ToldProcess, { number, amount, signedOn, startsOn, endsOn, payments }: ToldContract) => ({
  ...{ id: String(number), awardID: String(number), value: valueOf(amount), dateSigned: beginningOf(signedOn) },
  period: { startDate: beginningOf(startsOn), endDate: beginningOf(endsOn) },
  implementation:
    payments.length === 0
      ? undefined
      : {
          transactions: payments.map(({ amount: paid, paidOn }, index) => ({
            ...{ id: `${number}-${index + 1}`, date: beginningOf(paidOn), value: valueOf(paid) },
            ...{ payer: partyOf(process.buyer), payee: suppliersOf(process, number)[0] },
          })),
        },
});
