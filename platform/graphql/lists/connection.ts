/** Pages of lists as services return them, and the connections that GraphQL shows for them. */

/** A page of nodes as services return it. */
export interface Page<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many there are in all; left out where counting is dear. */
  readonly totalCount?: number;
}

/** Where a page stands in its list. */
export interface PagePlace {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor?: string | undefined;
  readonly endCursor?: string | undefined;
}

/** Shape of a connection object. */
export interface ConnectionShape<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PagePlace;
  readonly totalCount?: number;
}

/** The connection that GraphQL shows for a page. */
export const toConnection = <Node>(page: Page<Node>): ConnectionShape<Node> => ({
  edges: page.edges,
  nodes: page.edges.map((edge) => edge.node),
  pageInfo: {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.edges[0]?.cursor,
    endCursor: page.edges.at(-1)?.cursor,
  },
  totalCount: page.totalCount,
});

/** An empty page: what contradicting filters give. */
export const emptyPage = <Node>(): Page<Node> => ({
  edges: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: 0,
});
