/** A contracting process as the graph tells it, and the question that asks for a page of them. */

/** An organisation of a process. */
export interface ToldOrganization {
  readonly id: string;
  readonly name: string | null;
  readonly uscc: string | null;
}

/** An award. */
export interface ToldAward {
  readonly number: number;
  readonly supplierName: string;
  readonly supplier: ToldOrganization | null;
  /** In yuan, with two digits behind the point, as all amounts. */
  readonly amount: string;
  readonly awardedOn: string;
}

/** A contract. */
export interface ToldContract {
  readonly number: number;
  readonly amount: string;
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly payments: readonly { readonly amount: string; readonly paidOn: string }[];
}

/** A process. */
export interface ToldProcess {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly budget: string | null;
  readonly method: string | null;
  readonly methodDetails: string | null;
  readonly tenderedOn: string | null;
  readonly closesOn: string | null;
  readonly tenderAmount: string | null;
  readonly publishedOn: string;
  readonly buyer: ToldOrganization;
  readonly awards: readonly ToldAward[];
  readonly contracts: readonly ToldContract[];
}

/** A page of processes. */
export interface ToldProcesses {
  readonly contractingProcesses: {
    readonly nodes: readonly ToldProcess[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** Asks for it. */
export const PROCESSES_QUESTION = `query ContractingReleases($filter: ContractingProcessFilter, $after: String) {
  contractingProcesses(first: 10, after: $after, filter: $filter) {
    nodes {
      id title description budget method methodDetails tenderedOn closesOn tenderAmount publishedOn
      buyer { id name uscc }
      awards { number supplierName supplier { id name uscc } amount awardedOn }
      contracts { number amount signedOn startsOn endsOn payments { amount paidOn } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
