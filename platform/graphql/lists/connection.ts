/** Pages of lists as services return them, and the connections that GraphQL shows for them. */

/** A number of rows, if anybody counted. */
export type Count = Promise<number | undefined> | number | undefined;

/** A page of nodes as services return it. */
export interface Page<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many there are in all, counted when it is read; none where counting is dear. */
  readonly totalCount?: Count;
  /** The same, about where there are too many to count. */
  readonly approximateCount?: Count;
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
  readonly totalCount?: Count;
  readonly approximateCount?: Count;
}

/** The connection that GraphQL shows for a page. */
export const toConnection = <Node>(page: Page<Node>): ConnectionShape<Node> => ({
  edges: page.edges,
  nodes: page.edges.map((edge) => edge.node),
  pageInfo: {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    // Sealed where they are asked for.
    get startCursor() {
      return page.edges[0]?.cursor;
    },
    get endCursor() {
      return page.edges.at(-1)?.cursor;
    },
  },
  get totalCount() {
    return page.totalCount;
  },
  get approximateCount() {
    return page.approximateCount;
  },
});

/** The page with other nodes in the places of its own. */
export const withNodes = <Node, Other>(
  page: Page<Node>,
  toOther: (node: Node, index: number) => Other,
): Page<Other> => ({
  hasNextPage: page.hasNextPage,
  hasPreviousPage: page.hasPreviousPage,
  get totalCount() {
    return page.totalCount;
  },
  get approximateCount() {
    return page.approximateCount;
  },
  edges: page.edges.map((edge, index) => ({
    node: toOther(edge.node, index),
    get cursor() {
      return edge.cursor;
    },
  })),
});

/** An empty page: what contradicting filters give. */
export const emptyPage = <Node>(): Page<Node> => ({
  edges: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: 0,
  approximateCount: 0,
});
